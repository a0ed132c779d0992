import { problem } from './problems.mjs';

/** What whoever is signed in watched; of anything that is reported of. Videos are named and as long as `about` says. */
export function mockHistory(platform) {
  const history = { videos: new Map(), reports: [], about: () => ({ title: 'A walk through the Mandelbrot set', durationSeconds: 24 }) };
  const paused = () => platform.profiles.privacy.historyPaused ?? false;
  history.put = (playbackId, positionSeconds, watchedAt = new Date().toISOString()) => {
    const about = history.about(playbackId);
    const completed = positionSeconds >= about.durationSeconds * 0.95;
    const resume = !completed && positionSeconds > Math.min(10, about.durationSeconds * 0.05);
    history.videos.set(playbackId, {
      playbackId, ...about, posterUrl: `/api/playback/${playbackId}/poster`, positionSeconds, ...(resume ? { resumeSeconds: positionSeconds } : {}), completed, watchedAt,
    });
  };

  history.answer = ({ method, path, query, body, known }) => {
    const [, id] = /^\/me\/history(?:\/([^/]+))?$/.exec(path) ?? [];
    if (!path.startsWith('/me/history')) return undefined;
    if (!known) return problem(401, 'auth.required', 'Send an access token.');
    const all = () => [...history.videos.values()].sort((a, b) => b.watchedAt.localeCompare(a.watchedAt)).filter((video) => query.get('unfinished') !== 'true' || video.resumeSeconds !== undefined);
    if (!id && method === 'GET') return [200, { items: all().slice(0, Number(query.get('limit') ?? 50)) }];
    if (method === 'DELETE') {
      if (id) history.videos.delete(id);
      else history.videos.clear();
      return [204];
    }
    if (method === 'PUT') {
      history.reports.push({ playbackId: id, ...body });
      if (!paused()) history.put(id, body.positionSeconds, body.at);
    }
    const video = history.videos.get(id);
    return [200, { paused: paused(), ...(video ? { video } : {}) }];
  };
  return history;
}
