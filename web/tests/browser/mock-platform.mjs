import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { clipSeconds, growingMaster, growingPlaylist, plainPlaylist, storyboard } from './media.mjs';

const types = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.jpg': 'image/jpeg',
  '.m3u8': 'application/vnd.apple.mpegurl', '.mpd': 'application/dash+xml', '.m4s': 'video/mp4', '.mp4': 'video/mp4',
};

// What the README proposes; a page that needs more fails here.
const policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self' blob:; connect-src 'self'";

/**
 * The platform as the pages see it: API, storage edge, media, static files. Tests set `state` and watch `log`.
 */
export async function startPlatform({ dist, media }) {
  const platform = {
    /** Answer of GET /api/playback/{id}, by id: a function that gives [status, body]. */
    playback: new Map(),
    /** Segments listed in the growing playlists. */
    listed: 1,
    growingEnded: false,
    assets: [],
    /** Snapshots that /events sends, one after the other. */
    events: [],
    blocks: new Map(),
    committed: undefined,
    uploadState: 'awaiting',
    /** Called for each Put Block; a number answers with that status. */
    onBlock: undefined,
    /** Paths for which the line is cut. */
    cut: undefined,
    log: [],
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://mock');
    platform.log.push(`${request.method} ${url.pathname}`);
    if (platform.cut?.test(url.pathname)) return request.socket.destroy();
    const json = (status, body) => {
      response.writeHead(status, { 'content-type': status >= 400 ? 'application/problem+json' : 'application/json' });
      response.end(body === undefined ? '' : JSON.stringify(body));
    };
    const text = (body, type) => (response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }), response.end(body));
    const path = url.pathname;

    if (path === '/api/playback/play_final/r1/storyboard.vtt') return text(storyboard(platform.url), 'text/vtt');
    if (path.startsWith('/api/playback/')) {
      const answer = platform.playback.get(path.slice('/api/playback/'.length));
      const [status, body] = answer ? answer(url) : [404, { code: 'playback.not_found', detail: 'There is no video with this address.' }];
      return json(status, body);
    }
    if (path.startsWith('/storage/')) return storage(request, response, url);
    if (path.startsWith('/media/')) {
      const name = path.slice('/media/'.length);
      if (name === 'growing.m3u8') return text(growingMaster(media), types['.m3u8']);
      const growing = /^growing_(\d)\.m3u8$/.exec(name);
      if (growing) return text(growingPlaylist(media, growing[1], platform.listed, platform.growingEnded), types['.m3u8']);
      const whole = /^media_(\d)\.m3u8$/.exec(name);
      if (whole) return text(plainPlaylist(media, whole[1]), types['.m3u8']);
      return file(request, response, join(media, name));
    }
    if (path.startsWith('/api/')) {
      if (request.headers.authorization !== 'Bearer test-key') return json(401, { code: 'auth.key_unknown', detail: 'This needs a valid API key.' });
      if (path === '/api/assets') return json(200, { items: platform.assets, cursor: null });
      if (path === '/api/uploads' && request.method === 'POST') {
        return json(201, { uploadId: 'upl_1', assetId: 'asset_1', playbackId: 'play_final', url: `${platform.url}/storage/uploads/asset_1/upl_1?sig=x`, blockSizeBytes: 262144, expiresAt: new Date(Date.now() + 864e5).toISOString() });
      }
      if (path === '/api/uploads/upl_1') return json(200, { uploadId: 'upl_1', assetId: 'asset_1', state: platform.uploadState });
      if (path === '/api/assets/asset_1') return json(200, { id: 'asset_1', status: 'ready', previewToken: 'owner-token' });
      if (path === '/api/assets/asset_1/events') return events(request, response);
      return json(404, { code: 'http.404', detail: 'No such thing.' });
    }
    const asset = join(dist, path);
    if (extname(path) && existsSync(asset)) return file(request, response, asset);
    response.setHeader('content-security-policy', policy);
    return file(request, response, join(dist, 'index.html'));
  });

  function file(request, response, path) {
    if (!existsSync(path)) return response.writeHead(404).end();
    const { size } = statSync(path);
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    const [start, end] = range ? [Number(range[1]), range[2] ? Number(range[2]) : size - 1] : [0, size - 1];
    response.writeHead(range ? 206 : 200, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'content-length': end - start + 1,
      ...(range ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}),
    });
    createReadStream(path, { start, end }).pipe(response);
  }

  async function storage(request, response, url) {
    const parts = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts);
    const comp = url.searchParams.get('comp');
    if (request.method === 'GET') {
      const blocks = [...platform.blocks].map(([id, data]) => `<Block><Name>${id}</Name><Size>${data.length}</Size></Block>`).join('');
      return response.writeHead(200, { 'content-type': 'application/xml' }).end(`<BlockList><UncommittedBlocks>${blocks}</UncommittedBlocks></BlockList>`);
    }
    if (comp === 'block') {
      const refused = await platform.onBlock?.(platform.blocks.size, request);
      if (refused) return response.writeHead(refused).end();
      platform.blocks.set(url.searchParams.get('blockid'), body);
      return response.writeHead(201).end();
    }
    const ids = [...body.toString().matchAll(/<Latest>([^<]+)</g)].map(([, id]) => id);
    if (ids.some((id) => !platform.blocks.has(id))) return response.writeHead(400, { 'x-ms-error-code': 'InvalidBlockList' }).end();
    platform.committed = Buffer.concat(ids.map((id) => platform.blocks.get(id)));
    return response.writeHead(201).end();
  }

  async function events(request, response) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const from = Number(request.headers['last-event-id'] ?? 0);
    for (const [i, snapshot] of platform.events.entries()) {
      if (i < from) continue;
      response.write(`id: ${i + 1}\nevent: progress\ndata: ${JSON.stringify(snapshot)}\n\n`);
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    response.end();
  }

  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  platform.url = `http://127.0.0.1:${server.address().port}`;
  platform.close = () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections()));

  const thumbnails = [0, 1, 2, 3, 4].map((i) => `/media/t${i}.jpg`);
  platform.final = (revision = 1) => ({
    playbackId: 'play_final', title: 'A walk through the Mandelbrot set', status: 'ready', revision, growing: false,
    durationSeconds: clipSeconds, hlsUrl: '/media/master.m3u8', dashUrl: '/media/manifest.mpd', posterUrl: '/media/poster.jpg', thumbnails,
    storyboardUrl: '/api/playback/play_final/r1/storyboard.vtt',
  });
  platform.growing = () => ({
    playbackId: 'play_growing', title: 'A walk through the Mandelbrot set', status: 'processing', revision: 0, growing: true,
    durationSeconds: platform.listed * 4, hlsUrl: '/media/growing.m3u8', thumbnails: [],
  });
  platform.playback.set('play_final', () => [200, platform.final()]);
  return platform;
}
