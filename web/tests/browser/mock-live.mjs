import { problem } from './problems.mjs';

/** Live streams: `live.onAir` is the address of a playlist while somebody sends to the last that was made. */
export function mockLive() {
  const live = { streams: [], onAir: undefined };
  const own = ({ key, ...stream }) => ({ ...stream, state: stream.state === 'disabled' ? 'disabled' : live.onAir ? 'active' : 'idle', ...(live.onAir ? { broadcast: { id: 'broadcast_1', startedAt: '2026-03-01T10:00:00Z', playableAt: '2026-03-01T10:00:02Z' } } : {}) });

  live.answer = ({ method, path, body, known }) => {
    const watched = /^\/playback\/(live_\w+)\/live$/.exec(path)?.[1];
    const shown = watched && live.streams.find(({ playbackIds }) => playbackIds[0].id === watched);
    if (watched && !shown) return problem(404, 'playback.not_found', 'There is no video at this address.');
    if (watched) return [200, { playbackId: watched, title: shown.title, onAir: !!live.onAir, ...(live.onAir ? { startedAt: '2026-03-01T10:00:00Z', hlsUrl: live.onAir } : {}) }];
    if (!path.startsWith('/live-streams') || !known) return undefined;
    const [, , id, part] = path.split('/');
    if (!id && method === 'GET') return [200, { items: live.streams.map(own) }];
    if (!id) {
      const at = '2026-03-01T10:00:00Z';
      const number = live.streams.length + 1;
      live.streams.unshift({
        id: `stream_${number}`, title: body.title, state: 'idle', playbackIds: [{ id: `live_${number}`, policy: body.playbackPolicy }], watchUrl: `http://localhost/watch/live_${number}`,
        hlsUrl: `http://localhost/api/playback/live_${number}.m3u8`, servers: ['rtmp://live.example.com:1935/live'], createdAt: at, updatedAt: at,
      });
      return [201, { ...own(live.streams[0]), streamKey: 'livekey_first' }];
    }
    const stream = live.streams.find((each) => each.id === id);
    if (!stream) return problem(404, 'live.not_found', 'There is no such live stream in your account.');
    if (part === 'key') return [201, { ...own(stream), streamKey: 'livekey_second' }];
    if (method === 'PATCH') Object.assign(stream, body.title && { title: body.title }, body.enabled !== undefined && { state: body.enabled ? 'idle' : 'disabled' });
    if (method === 'DELETE') {
      live.streams.splice(live.streams.indexOf(stream), 1);
      return [204];
    }
    return [200, own(stream)];
  };
  return live;
}
