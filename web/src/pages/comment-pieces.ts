import type { Comment } from '../api/generated';

/** A part of a comment's text: plain, a moment to jump to, or somebody's name. */
export interface Piece {
  text: string;
  seconds?: number;
  personId?: string;
}

/** The text of a comment cut at the ranges that the platform tells: what is left is text and nothing else. */
export function piecesOf({ text, moments, mentions }: Pick<Comment, 'text' | 'moments' | 'mentions'>): Piece[] {
  if (!text) return [];
  const ranges = [
    ...moments.map(({ start, length, seconds }) => ({ start, length, seconds })),
    ...mentions.map(({ start, length, personId }) => ({ start, length, personId })),
  ].sort((one, other) => one.start - other.start);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, length, ...what } of ranges) {
    if (start < at || length <= 0 || start + length > text.length) continue;
    if (start > at) pieces.push({ text: text.slice(at, start) });
    pieces.push({ text: text.slice(start, start + length), ...what });
    at = start + length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}
