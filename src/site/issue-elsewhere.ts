import type { FeedbackItem } from '../model/item.ts';

/** The issue of another repository that an item was merged into, `owner/name#12`, with its address beside the item's own. */
export function issueElsewhere({
  duplicateOf = '',
  source,
  url,
}: Pick<FeedbackItem, 'duplicateOf' | 'source' | 'url'>): { name: string; url: string } | undefined {
  const [name, repo, number] = /^([\w.-]+\/[\w.-]+)#(\d+)$/.exec(duplicateOf) ?? [];
  if (name === undefined || repo === undefined || number === undefined) return undefined;
  const { origin } = new URL((source === 'github' && url) || 'https://github.com');
  return { name, url: `${origin}/${repo}/issues/${number}` };
}
