/** What trends in the world and in Germany, and the first page; a page holds four. */
export function mockFeed() {
  const card = (title, i, change = {}) => ({
    playbackId: `play_${i}`, title, channel: { id: 'ch_1', name: i === 3 ? '' : 'Deep zooms' }, durationSeconds: 60 * (i + 1), publishedAt: '2026-03-01T10:00:00Z', views: 1234 * i,
    category: i % 2 ? 'music' : 'education', posterUrl: '/media/poster.jpg', ...change,
  });
  const world = ['Waves', '<b>Julia</b> sets', 'A long walk home', 'Harbour', 'Newton fractals', 'Rain'].map((title, i) => card(title, i));
  const feed = {
    lists: { world, DE: [card('Alpen', 7), ...world.slice(0, 1)] },
    home: [...world.slice(4).map((video) => ({ ...video, why: 'fresh' })), card('News', 8, { why: 'subscription' }), card('Songs', 9, { why: 'likedCategory' }), card('Old', 10, { why: 'fresh' })],
    /** What was asked of the first page, and by whom. */
    asked: [],
  };
  const pageOf = (videos, query, rest) => {
    const [from, limit] = [Number(query.get('cursor') ?? 0), Number(query.get('limit') ?? 4)];
    return [200, { ...rest, items: videos.slice(from, from + limit), cursor: from + limit < videos.length ? String(from + limit) : undefined }];
  };

  feed.answer = ({ method, path, query, session }) => {
    if (method !== 'GET') return undefined;
    if (path === '/home') {
      feed.asked.push(session !== undefined);
      return pageOf(session ? feed.home : feed.home.filter(({ why }) => why === 'fresh'), query, { region: 'world' });
    }
    if (path !== '/trending') return undefined;
    const region = query.get('region') === 'DE' ? 'DE' : 'world';
    const category = query.get('category');
    return pageOf(feed.lists[region].filter((video) => !category || video.category === category), query, { region, regions: ['DE'], madeAt: '2026-03-14T15:00:00Z' });
  };
  return feed;
}
