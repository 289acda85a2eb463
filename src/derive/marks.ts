import type { Milestone } from '../model/milestones.ts';
import type { Request } from './requests.ts';

/** What readers of a roadmap ought to know of a request's pace. */
export interface Marks {
  /** Days since an unfinished request last moved; undefined while that is not long. */
  staleDays: number | undefined;
  /** Its milestone's first date, where the date was moved to a later one. */
  slippedFrom: string | undefined;
  /** The date it was due, where that is past. */
  overdueSince: string | undefined;
}

/** Days in progress without a move after which a reader may wonder. */
const STALE_AFTER = 60;
const DAY = 86_400_000;

/** Marks what stands still or slips, as of `today`; what has shipped is neither. */
export function marksOf(
  { status, movedAt }: Request,
  milestone: Milestone | undefined,
  today: string,
): Marks {
  const isOpen = status.kind === 'in-progress' || status.kind === 'planned';
  const days = Math.floor((Date.parse(today) - Date.parse(movedAt)) / DAY);
  const { due, firstDue } = milestone ?? {};
  return {
    staleDays: status.kind === 'in-progress' && days >= STALE_AFTER ? days : undefined,
    slippedFrom: isOpen && due && firstDue && due > firstDue ? firstDue : undefined,
    overdueSince: isOpen && due && due < today.slice(0, 10) ? due : undefined,
  };
}
