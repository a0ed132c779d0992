import { describe, expect, it } from 'vitest';
import type { Comment } from '../../src/api/generated';
import { authorText, commentText } from '../../src/social/text';

const comment = (change: Partial<Comment>): Comment => ({
  id: 'c', byOwner: false, mine: false, text: '', moments: [], mentions: [], state: 'visible', createdAt: '', likes: 0, liked: false, replies: 0, hearted: false, pinned: false, ...change,
});

describe('A comment', () => {
  it('is text but for the moments that it names', () => {
    const parts = commentText(comment({ text: '<b>1:23</b> then 2:00', moments: [{ start: 3, length: 4, seconds: 83 }, { start: 17, length: 4, seconds: 120 }] }), () => undefined);
    expect(parts.map((part) => (typeof part === 'string' ? part : 'button'))).toEqual(['<b>', 'button', '</b> then ', 'button']);
  });

  it('tells of its author what readers may know', () => {
    expect(authorText(comment({ authorId: 'user_0123456789', byOwner: false }))).toBe('Viewer 456789');
    expect(authorText(comment({ mine: true, byOwner: true }))).toBe('You');
    expect(authorText(comment({ byOwner: true }))).toBe('The video’s owner');
    expect(authorText(comment({ state: 'deleted', mine: true }))).toBe('Somebody');
  });
});
