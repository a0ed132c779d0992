import { describe, expect, it } from 'vitest';
import type { PlaylistItem } from '../../src/api/generated';
import { moved, placeOf, rowAt } from '../../src/social/order';
import { Queue } from '../../src/social/queue';

const items = ['a', 'b', 'c', 'd'].map((id): PlaylistItem => ({ id, playbackId: `play_${id}`, title: id, addedAt: '' }));

describe('An order', () => {
  it('is changed by moving one, which follows another from then on', () => {
    for (const [from, to, order, after] of [[0, 2, 'bcad', 'c'], [3, 0, 'dabc', ''], [1, 1, 'abcd', 'a'], [0, 3, 'bcda', 'd']] as const) {
      const next = moved(items, from, to);
      expect(next.map(({ id }) => id).join('')).toBe(order);
      expect(placeOf(next, to)).toBe(after);
    }
  });

  it('has the place that a pointer is over, the last one below all', () => {
    const edges = [50, 100, 150];
    expect([-10, 49, 50, 149, 500].map((y) => rowAt(y, edges))).toEqual([0, 0, 1, 2, 2]);
  });
});

describe('What is played one after the other', () => {
  const queue = () => {
    const asked: (string | undefined)[] = [];
    const read = async (cursor?: string) => {
      asked.push(cursor);
      const from = Number(cursor ?? 0);
      return { items: items.slice(from, from + 2), ...(from + 2 < items.length ? { cursor: String(from + 2) } : {}) };
    };
    return { asked, queue: new Queue(read) };
  };

  it('is read as far as it takes to know what follows', async () => {
    const { asked, queue: next } = queue();
    await next.reach('play_a');
    expect([asked.length, next.after('play_a')?.id, next.before('play_a')]).toEqual([1, 'b', undefined]);
    await next.reach('play_b');
    expect([asked, next.after('play_b')?.id, next.before('play_b')?.id]).toEqual([[undefined, '2'], 'c', 'a']);
  });

  it('ends with the last, and of what is not in it nothing follows', async () => {
    const { asked, queue: next } = queue();
    await next.reach('play_d');
    expect([next.whole, next.after('play_d'), next.before('play_d')?.id]).toEqual([true, undefined, 'c']);
    await next.reach('play_else');
    expect([asked.length, next.after('play_else'), next.before('play_else')]).toEqual([2, undefined, undefined]);
  });
});
