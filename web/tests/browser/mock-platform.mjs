import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { mockAccounts } from './mock-accounts.mjs';
import { mockAnalytics } from './mock-analytics.mjs';
import { mockCommunity } from './mock-community.mjs';
import { mockFeed } from './mock-feed.mjs';
import { mockHistory } from './mock-history.mjs';
import { mockLive } from './mock-live.mjs';
import { mockOrganisations } from './mock-organisations.mjs';
import { mockPlaylists } from './mock-playlists.mjs';
import { mockProfiles } from './mock-profiles.mjs';
import { mockSearch } from './mock-search.mjs';
import { mockSocial } from './mock-social.mjs';
import { mockStudio } from './mock-studio.mjs';
import { mockTelemetry } from './mock-telemetry.mjs';
import { problem } from './problems.mjs';
import { untruths } from './truth.mjs';
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
    /** Path and CMCD keys of each request that had some. */
    cmcd: [],
    accounts: mockAccounts(),
    search: mockSearch(),
    feed: mockFeed(),
    live: mockLive(),
    organisations: mockOrganisations(),
    playlists: mockPlaylists(),
    profiles: mockProfiles(),
    social: mockSocial(),
    telemetry: mockTelemetry(),
    /** What it said, or was told, that the API's description doesn't know. */
    untrue: [],
  };

  platform.history = mockHistory(platform);
  platform.studio = mockStudio(platform);
  platform.community = mockCommunity(platform);
  platform.analytics = mockAnalytics(platform);

  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://mock');
    platform.log.push(`${request.method} ${url.pathname}`);
    const told = url.searchParams.get('CMCD');
    if (told !== null) platform.cmcd.push([url.pathname, told]);
    if (platform.cut?.test(url.pathname)) return request.socket.destroy();
    const bytes = url.pathname.startsWith('/api/') ? await bytesOf(request) : undefined;
    const sent = bytes?.length && !request.headers['content-type']?.startsWith('image/') ? JSON.parse(bytes.toString()) : undefined;
    // A file is given beside what it says.
    const json = (status, body, headers = {}, file = undefined) => {
      const answer = body === undefined ? undefined : JSON.parse(JSON.stringify(body));
      platform.untrue.push(...untruths({ method: request.method, path: url.pathname.slice('/api'.length), query: url.searchParams, body: sent, status, answer }));
      response.writeHead(status, { 'content-type': status >= 400 ? 'application/problem+json' : 'application/json', ...headers });
      response.end(file ?? (body === undefined ? '' : JSON.stringify(body)));
    };
    const watching = /^\/api\/playback\/([^/]+)\/sessions$/.exec(url.pathname);
    if (watching && request.method === 'POST') return json(201, platform.telemetry.begin(watching[1], sent));
    if (url.pathname === '/api/telemetry') return json(...platform.telemetry.report(JSON.stringify(sent)));
    const text = (body, type) => (response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }), response.end(body));
    const path = url.pathname;

    const signedIn = () => platform.accounts.sessionOf(request.headers.authorization);
    // A playlist of the API's own, for members alone; its segments are signed, and are asked for as nobody.
    if (path === '/api/playback/play_members.m3u8') {
      if (!signedIn()) return json(...problem(404, 'playback.not_found', 'There is no video with this address.'));
      return text(plainPlaylist(media, 1).replace(/^(?=[^#\s])/gm, '/media/').replace(/URI="/, 'URI="/media/'), types['.m3u8']);
    }
    if (path.startsWith('/media/') && request.headers.authorization) platform.untrue.push(`${path} heard who watches`);
    if (path === '/api/playback/play_final/r1/storyboard.vtt') return text(storyboard(platform.url), 'text/vtt');
    if (/^\/api\/playback\/[^/]+\/poster$/.test(path)) return json(302, undefined, { location: '/media/poster.jpg' });
    if (/^\/api\/playback\/[^/]+$/.test(path)) {
      const answer = platform.playback.get(path.slice('/api/playback/'.length));
      const [status, body] = answer ? answer(url, signedIn()) : problem(404, 'playback.not_found', 'There is no video with this address.');
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
      if (platform.analytics.stream(request, response, path, json)) return;
      const { headers, method } = request;
      const session = platform.accounts.sessionOf(headers.authorization);
      const known = session !== undefined || headers.authorization === 'Bearer test-key';
      const call = { method, path: path.slice('/api'.length), query: url.searchParams, body: sent, bytes, headers, session, known };
      const acting = platform.organisations.act(call);
      if (acting) return json(...acting);
      for (const part of [platform.accounts, platform.search, platform.feed, platform.live, platform.playlists, platform.organisations, platform.history, platform.profiles, platform.community, platform.social, platform.analytics, platform.studio]) {
        const answer = await part.answer(call);
        if (answer) return json(...answer);
      }
      if (!known) return json(...problem(401, 'auth.invalid_key', 'This API key is not known here. Check that it is whole and meant for this platform.'));
      const upload = { uploadId: 'upl_1', assetId: 'asset_1', playbackId: 'play_final', fileName: 'video.mp4', sizeBytes: 1, blockSizeBytes: 262144, createdAt: new Date().toISOString(), expiresAt: new Date(Date.now() + 864e5).toISOString() };
      if (path === '/api/uploads' && request.method === 'POST') return json(201, { ...upload, state: 'awaiting', url: `${platform.url}/storage/uploads/asset_1/upl_1?sig=x` });
      if (path === '/api/uploads/upl_1') return json(200, { ...upload, state: platform.uploadState });
      if (path === '/api/assets/asset_1') return json(200, platform.asset({ previewToken: 'owner-token' }));
      if (path === '/api/assets/asset_1/events') return events(request, response);
      return json(...problem(404, 'http.404', 'No such thing.'));
    }
    const asset = join(dist, path);
    if (extname(path) && existsSync(asset)) return file(request, response, asset);
    response.setHeader('content-security-policy', policy);
    return file(request, response, join(dist, 'index.html'));
  });

  async function bytesOf(request) {
    const parts = [];
    for await (const part of request) parts.push(part);
    return Buffer.concat(parts);
  }

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
  const about = { title: 'A walk through the Mandelbrot set', visibility: 'public', tags: [], licence: 'standard', chapters: [], views: 1234, likes: 0, comments: 0 };
  platform.asset = (change = {}) => ({
    id: 'asset_1', title: about.title, status: 'ready', visibility: 'unlisted', tags: [], licence: 'standard', createdAt: '2026-03-01T10:00:00Z', updatedAt: '2026-03-01T10:00:00Z',
    revision: 1, playbackIds: [{ id: 'play_final', policy: 'public' }], renditions: [], tracks: [], warnings: [], playable: true, downloads: [], pictures: { thumbnails: [] },
    ...change,
  });
  platform.final = (revision = 1) => ({
    ...about, playbackId: 'play_final', status: 'ready', revision, growing: false,
    durationSeconds: clipSeconds, hlsUrl: '/media/master.m3u8', dashUrl: '/media/manifest.mpd', posterUrl: '/media/poster.jpg', thumbnails,
    storyboardUrl: '/api/playback/play_final/r1/storyboard.vtt',
  });
  platform.growing = () => ({
    ...about, playbackId: 'play_growing', status: 'processing', revision: 0, growing: true,
    durationSeconds: platform.listed * 4, hlsUrl: '/media/growing.m3u8', thumbnails: [],
  });
  platform.playback.set('play_final', () => [200, platform.final()]);
  return platform;
}
