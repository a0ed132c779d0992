import { describe, expect, it } from 'vitest';
import type { Client } from '../../src/api/client';
import type { Comment, PublicVideo } from '../../src/api/generated';
import { together } from '../../src/api/together';
import { Feed } from '../../src/social/feed';
import { News } from '../../src/social/news';
import { noticeKinds, noticeText } from '../../src/social/notices';
import { channelChange, channelFields, formFields, type ChannelFields } from '../../src/studio/channel';
import { Reviews } from '../../src/studio/reviews';

describe('Work on many things', () => {
  it('is under way for so many at once, and keeps their order', async () => {
    let [now, most] = [0, 0];
    const results = await together([3, 1, 2, 0], 2, async (item) => {
      most = Math.max(most, ++now);
      for (let i = 0; i < item; i++) await Promise.resolve();
      now--;
      return item * 2;
    });
    expect([results, most]).toEqual([[6, 2, 4, 0], 2]);
    expect(await together([], 2, async () => 1)).toEqual([]);
  });
});

describe('New videos of several channels', () => {
  const video = (day: number): PublicVideo => ({ playbackId: `play_${day}`, title: `${day}`, publishedAt: `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`, watchUrl: '' });
  const channels = [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }, { id: 'gone', name: 'Gone' }];
  const feed = (days: Record<string, number[]>, asked: string[] = []) =>
    new Feed(channels, async (id, cursor) => {
      asked.push(id);
      if (!days[id]) throw new Error('no');
      const from = Number(cursor ?? 0);
      return { items: days[id].slice(from, from + 2).filter((day) => day > 0).map(video), ...(from + 2 < days[id].length ? { cursor: String(from + 2) } : {}) };
    });

  it('come newest first, whichever channel has them, and each once', async () => {
    const both = feed({ a: [20, 18, 3, 2, 1], b: [19, 17, 16, 4] });
    const first = await both.next(5);
    expect(first.map(({ title, channel }) => title + channel.name)).toEqual(['20A', '19B', '18A', '17B', '16B']);
    expect(both.whole).toBe(false);
    expect((await both.next(10)).map(({ title }) => title)).toEqual(['4', '3', '2', '1']);
    expect([both.whole, await both.next(1), both.failed]).toEqual([true, [], 1]);
  });

  it('are read no further than it takes', async () => {
    const asked: string[] = [];
    await feed({ a: [20, 18, 3, 2, 1], b: [19, 17, 16, 4] }, asked).next(1);
    expect(asked).toEqual(['a', 'b', 'gone']);
  });

  it('are found behind pages from which everything was left out', async () => {
    expect((await feed({ a: [0, 0, 0, 0, 5], b: [] }).next(3)).map(({ title }) => title)).toEqual(['5']);
  });
});

describe('What is new', () => {
  it('is asked for when somebody else is there or it is old, and forgotten once seen', async () => {
    let [asked, now, count] = [0, 0, 3];
    const news = new News(async () => (asked++, count), () => now);
    await news.look('ada');
    await news.look('ada');
    expect([news.count, asked]).toEqual([3, 1]);
    news.clear();
    now = 59_999;
    await news.look('ada');
    expect([news.count, asked]).toEqual([0, 1]);
    [now, count] = [60_000, 5];
    await news.look('ada');
    expect(news.count).toBe(5);
    await news.look('');
    expect([news.count, asked]).toEqual([0, 2]);
  });

  it('that can\u2019t be had stays as it was', async () => {
    let [now, fails] = [0, false];
    const news = new News(async () => (fails ? Promise.reject(new Error()) : 2), () => now);
    await news.look('ada');
    [now, fails] = [100_000, true];
    await news.look('ada');
    expect(news.count).toBe(2);
  });

  it('is told in a sentence, of kinds to come too', () => {
    for (const kind of Object.keys(noticeKinds)) expect(noticeText({ kind: kind as 'reply', title: 'Tide' })).toContain('“Tide”');
    expect([noticeText({ kind: 'video', title: '' }), noticeText({ kind: 'parade' as 'video', title: 'Tide' })]).toEqual(['New video: “Untitled”', 'News of “Tide”']);
  });
});

describe('What an owner says of a channel', () => {
  const before: ChannelFields = channelFields({ id: 'ch', handle: 'sea', name: 'Sea', description: 'Of it.', links: [{ title: 'Home', url: 'https://a.test/' }], createdAt: '', updatedAt: '' });

  it('is changed where it differs, and cleared where it is empty', () => {
    expect(channelChange(before, { ...before })).toEqual({});
    expect(channelChange(before, { ...before, name: 'Seas', description: '', links: [] })).toEqual({ name: 'Seas', description: null, links: [] });
    expect(channelChange(channelFields(), { ...before, description: '', links: [] })).toEqual({ name: 'Sea', handle: 'sea' });
  });

  it('is what the form has: rows that are empty are no links, and an @ is no part of a handle', () => {
    const data = new FormData();
    for (const [name, value] of [['name', ' Sea '], ['handle', '@sea'], ['description', ''], ['linkTitle', ''], ['url', ''], ['linkTitle', 'Home'], ['url', ' https://a.test/ ']] as const) data.append(name, value);
    expect(formFields(data)).toEqual({ name: 'Sea', handle: 'sea', description: '', links: [{ title: 'Home', url: 'https://a.test/' }], podcast: '', explicit: false });
  });

  it('makes a podcast of it, says for whom, and takes that back', () => {
    const podcast = { ...before, podcast: 'audio', explicit: true } as const;
    expect(channelChange(before, podcast)).toEqual({ podcast: { format: 'audio', explicit: true } });
    expect(channelChange(podcast, { ...podcast, explicit: false })).toEqual({ podcast: { format: 'audio', explicit: false } });
    expect(channelChange(podcast, before)).toEqual({ podcast: null });
  });
});

describe('Comments to look at', () => {
  const comment = (id: string): Comment => ({ id, byOwner: false, mine: false, moments: [], mentions: [], state: 'held', createdAt: '', likes: 0, liked: false, replies: 0, hearted: false, pinned: false });
  const held: Record<string, { items: Comment[]; cursor?: string }[]> = { play_2: [{ items: [comment('c1'), comment('c2')], cursor: '1' }, { items: [comment('c2'), comment('c3')] }], play_3: [{ items: [comment('c4')] }] };
  const asked: string[] = [];
  const client = {
    assets: async (cursor?: string) => (cursor ? { items: [asset(3)] } : { items: [asset(1), asset(2), { id: 'x', status: 'probing' as const }], cursor: 'next' }),
    request: async ({ path, query }: { path: string; query?: Record<string, unknown> }) => {
      asked.push(`${path} ${query?.['decided']}`);
      return held[path.split('/')[2]!]?.[Number(query?.['cursor'] ?? 0)] ?? { items: [] };
    },
  } as unknown as Pick<Client, 'assets' | 'request'>;
  const asset = (n: number) => ({ id: `asset_${n}`, status: 'ready' as const, title: n === 2 ? '' : `Film ${n}`, playbackIds: [{ id: `play_${n}`, policy: 'public' as const }] });
  const shape = ({ found }: Reviews) => found.map(({ title, comments }) => [title, comments.map(({ id }) => id).join()]);

  it('are found video by video, and are gone once they were decided on', async () => {
    const reviews = new Reviews(client, false);
    await reviews.more();
    expect([reviews.videos, reviews.whole, shape(reviews)]).toEqual([3, false, [['Untitled', 'c1,c2']]]);
    await reviews.moreOf(reviews.found[0]!);
    await reviews.more();
    expect([reviews.videos, reviews.whole, shape(reviews)]).toEqual([4, true, [['Untitled', 'c1,c2,c3'], ['Film 3', 'c4']]]);
    reviews.drop(reviews.found[1]!, comment('c4'));
    expect(shape(reviews)).toEqual([['Untitled', 'c1,c2,c3']]);
    expect(asked.every((each) => each.endsWith('undefined'))).toBe(true);
  });

  it('or those that were decided against', async () => {
    await new Reviews(client, true).more();
    expect(asked.at(-1)).toMatch(/true$/);
  });
});
