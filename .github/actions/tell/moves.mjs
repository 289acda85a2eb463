import { createHash } from 'node:crypto';

/** A move that `changes.json` tells of. @typedef {{ at: string, id: string, title: string, to: string, url: string }} Move */

/** Moves that are whole; whatever else an answer holds is left out. @param {unknown} answer @returns {Move[]} */
export function readMoves(answer) {
  if (!Array.isArray(answer)) throw new Error('changes.json: expected a list of moves');
  return answer.filter(
    (one) =>
      [one?.at, one?.id, one?.title, one?.url].every((value) => typeof value === 'string') &&
      /^[a-z0-9-]+$/.test(one?.to),
  );
}

/** Short names of moves, on one line, which an output of a job carries. @param {readonly Move[]} moves */
export const nameMoves = (moves) => moves.map(nameOf).join(' ');

/** Moves that are not among the names. @param {readonly Move[]} moves @param {string} names */
export function newMoves(moves, names) {
  const known = new Set(names.split(' '));
  return moves.filter((move) => !known.has(nameOf(move)));
}

const nameOf = ({ at, id, to }) =>
  createHash('sha256')
    .update(JSON.stringify([at, id, to]))
    .digest('base64url')
    .slice(0, 10);
