import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../src/pages/comment-pieces';

describe('A comment', () => {
  it('is cut at its moments and mentions, and is text for the rest', () => {
    const text = '<b>1:23</b> 😀 @user_1!';
    expect(
      piecesOf({
        text,
        mentions: [{ start: text.indexOf('@'), length: 7, personId: 'user_1' }],
        moments: [{ start: 3, length: 4, seconds: 83 }],
      }),
    ).toEqual([{ text: '<b>' }, { text: '1:23', seconds: 83 }, { text: '</b> 😀 ' }, { text: '@user_1', personId: 'user_1' }, { text: '!' }]);
  });

  it('is whole when ranges are none of its own, and empty when it was taken back', () => {
    const moments = [{ start: 1, length: 3, seconds: 1 }, { start: 2, length: 9, seconds: 2 }, { start: 50, length: 4, seconds: 3 }];
    expect(piecesOf({ text: 'abcdef', moments, mentions: [] }).map((piece) => piece.text).join('')).toBe('abcdef');
    expect(piecesOf({ moments: [], mentions: [] })).toEqual([]);
  });
});
