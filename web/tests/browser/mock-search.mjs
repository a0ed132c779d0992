/** Public videos: words are looked for in titles, and a page holds two. */
export function mockSearch() {
  const search = { videos: [], related: [] };
  const card = (title, i, change = {}) => ({
    playbackId: `play_${i}`, title, channel: { id: 'ch_1', name: 'Deep zooms' }, durationSeconds: 60 * (i + 1), publishedAt: '2026-03-01T10:00:00Z',
    category: i % 2 ? 'music' : 'education', language: 'en', posterUrl: '/media/poster.jpg', ...change,
  });
  search.videos = ['A walk through the Mandelbrot set', '<b>Julia</b> sets & more', 'Walking along the coast', 'A long walk home', 'Newton fractals'].map((title, i) => card(title, i));
  search.related = search.videos.slice(1, 3);

  const counts = (videos, value) => [...new Set(videos.map(value))].map((key) => ({ value: String(key), count: videos.filter((video) => value(video) === key).length }));
  const band = ({ durationSeconds }) => (durationSeconds < 240 ? 'short' : 'medium');

  search.answer = ({ method, path, query }) => {
    if (method !== 'GET') return undefined;
    if (/^\/playback\/[^/]+\/related$/.test(path)) return [200, { items: search.related }];
    const typed = query.get('q')?.toLowerCase() ?? '';
    if (path === '/search/suggestions') return [200, { suggestions: search.videos.map(({ title }) => title).filter((title) => title.toLowerCase().includes(typed)) }];
    if (path !== '/search') return undefined;
    const meant = typed.replace('wakl', 'walk');
    const found = search.videos.filter((video) =>
      video.title.toLowerCase().includes(meant) && (!query.get('category') || video.category === query.get('category')) && (!query.get('duration') || band(video) === query.get('duration')));
    const from = Number(query.get('cursor') ?? 0);
    const marks = (title) => (meant ? [{ start: title.toLowerCase().indexOf(meant), length: meant.length }] : []);
    return [200, {
      items: found.slice(from, from + 2).map((video) => ({ ...video, titleMarks: marks(video.title), description: { text: 'Of <i>walks</i>.', marks: [{ start: 6, length: 5 }] } })),
      cursor: from + 2 < found.length ? String(from + 2) : undefined,
      ...(meant !== typed ? { didYouMean: meant } : {}),
      ...(query.get('facets') === 'true'
        ? {
            total: found.length,
            facets: { category: counts(found, (video) => video.category), language: counts(found, (video) => video.language), duration: counts(found, band), resolution: [], captions: [] },
          }
        : {}),
    }];
  };
  return search;
}
