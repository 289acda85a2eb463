import type { ItemFields } from '../../src/model/item.ts';
import type { Tally } from '../../src/model/ledger.ts';
import type { Settings } from '../../src/model/settings.ts';
import type { Kind, Rule } from '../../src/model/status.ts';
import { idOf, isSameRepo, type Repository } from './repositories.ts';
import type { History } from './history.ts';
import { labelSet } from '../../src/model/labels.ts';
import { type Evidenced, proofOf, type Release, type ToldProof } from './proof.ts';
import { partsOf } from './parts.ts';
import type { Issue } from './shapes.ts';
import { statusOf } from './status.ts';
import { judge, tagFilter, type Verdict } from './take.ts';
import { cleanBody, cleanLine } from './text.ts';
import { NO_PAST } from './trace.ts';

/** What sync knows of an item: its own keys, without the history that its file keeps. */
export type SyncedFields = Omit<
  ItemFields,
  'history' | 'response' | 'pillar' | 'evidence' | 'eta' | 'hidden'
>;

/** An issue as an item of ours. */
export interface Adapted {
  id: string;
  verdict: Verdict;
  fields: SyncedFields;
  body: string;
  tally: Tally;
  /** The moment at which its status began, as far as GitHub says. */
  since: string;
  /** Whether GitHub says so; else it is when the issue last moved. */
  isDated: boolean;
}

/** What an issue is read in the light of. */
export interface Surroundings {
  settings: Settings;
  repository: Repository;
  /** All repositories that items come from, this one included. */
  repositories: readonly Repository[];
  /** Published releases of the repository, oldest first. */
  releases: readonly Release[];
  /** What is known of its commits; without, what shipped goes by dates. */
  past?: History;
}

/** Makes an item of an issue. `told` is what its file says already of how it shipped. */
export function adaptIssue(issue: Issue, surroundings: Surroundings, told?: ToldProof): Adapted {
  const { settings, repository, repositories } = surroundings;
  const names = issue.labels.nodes.map(({ name }) => cleanLine(name));
  const labels = labelSet(names);
  const duplicateOf = canonicalOf(issue, repositories);
  const proof = evidenceOf(issue, surroundings, told);
  const milestone = cleanLine(issue.milestone?.title ?? '') || undefined;
  const status = statusOf(
    {
      labels,
      milestone,
      ...stateOf(issue),
      isMerged: duplicateOf !== undefined,
      hasProof: proof.links.length > 0,
    },
    settings.statuses,
  );
  const shippedAt = status.kind === 'shipped' ? shippedSince(proof, settings) : undefined;
  const closedAt = issue.state === 'CLOSED' ? (issue.closedAt ?? undefined) : undefined;
  return {
    id: idOf(repository, issue.number),
    verdict: judge(labels, settings.take),
    fields: {
      title: cleanLine(issue.title) || 'Untitled',
      status: status.id,
      source: 'github',
      repo: repository.repo,
      number: issue.number,
      url: issue.url,
      author: issue.author?.__typename === 'Bot' ? undefined : issue.author?.login,
      createdAt: issue.createdAt,
      closedAt,
      tags: [...new Set(names)]
        .filter((name) => name !== '')
        .filter(tagFilter(settings))
        .sort(),
      milestone,
      duplicateOf,
      shippedIn: status.kind === 'shipped' ? proof.release?.tag : undefined,
      shippedAt,
      proof: status.kind === 'shipped' ? proof.links : [],
    },
    body: cleanBody(issue.body),
    tally: { votes: issue.up, comments: issue.comments, parts: partsOf(issue.subIssuesSummary) },
    since: beganAt(status.kind, { shippedAt, closedAt, updatedAt: issue.updatedAt }),
    isDated: status.kind === 'shipped' || (isEnd(status.kind) && closedAt !== undefined),
  };
}

/** How it is known that an issue shipped. */
export function evidenceOf(
  issue: Issue,
  { settings, repository: { repo }, releases, past }: Surroundings,
  told: ToldProof | undefined,
): Evidenced {
  const { prereleases } = settings.notify;
  return proofOf(issue, { repo, releases, past: past ?? NO_PAST, prereleases, told });
}

const REASONS: Record<string, Rule['reason']> = {
  COMPLETED: 'completed',
  NOT_PLANNED: 'not-planned',
  DUPLICATE: 'duplicate',
  REOPENED: 'reopened',
};

/** Issues that were closed before GitHub asked for reasons count as completed. */
function stateOf({ state, stateReason }: Issue): { state: 'open' | 'closed'; reason: Rule['reason'] } {
  const reason = REASONS[stateReason ?? ''];
  return state === 'OPEN' ? { state: 'open', reason } : { state: 'closed', reason: reason ?? 'completed' };
}

/** The canonical item: an id of ours where we have it; nothing of a private repository that is not ours. */
function canonicalOf({ duplicateOf }: Issue, repositories: readonly Repository[]): string | undefined {
  if (!duplicateOf) return undefined;
  const { nameWithOwner, isPrivate } = duplicateOf.repository;
  const ours = repositories.find(({ repo }) => isSameRepo(repo, nameWithOwner));
  if (ours) return idOf(ours, duplicateOf.number);
  return isPrivate ? undefined : `${nameWithOwner}#${duplicateOf.number}`;
}

/** With its release; where settings say so, once merged into the default branch; with none out yet, once merged anywhere. */
function shippedSince({ mergedAt, landedAt, release }: Evidenced, { notify }: Settings): string | undefined {
  return notify.on === 'merge' ? (landedAt ?? release?.publishedAt) : (release?.publishedAt ?? mergedAt);
}

type Dates = Record<'shippedAt' | 'closedAt', string | undefined> & { updatedAt: string };

function beganAt(kind: Kind, { shippedAt, closedAt, updatedAt }: Dates): string {
  if (kind === 'shipped') return shippedAt ?? closedAt ?? updatedAt;
  return isEnd(kind) ? (closedAt ?? updatedAt) : updatedAt;
}

const isEnd = (kind: Kind): boolean => kind === 'declined' || kind === 'closed';
