import { problem } from './problems.mjs';

/** What an owner does with videos: platform.assets are theirs. */
export function mockStudio(platform) {
  const studio = {
    channels: [{ id: 'ch_1', handle: 'deep.zooms', name: 'Deep zooms', description: 'Of <b>fractals</b>.', links: [{ title: 'Home', url: 'https://example.com/' }], createdAt: '2026-03-01T10:00:00Z', updatedAt: '2026-03-01T10:00:00Z' }],
    /** Videos of each channel, newest first; one has the same of its own when left out. */
    videos: {},
    /** Answer to an import. */
    imported: undefined,
    bulks: [],
  };
  const video = { playbackId: 'play_final', title: 'A walk through the Mandelbrot set', durationSeconds: 24, publishedAt: '2026-03-01T10:00:00Z', watchUrl: `/watch/play_final` };

  studio.answer = ({ method, path, query, body, headers, known }) => {
    const request = `${method} ${path}`;
    const [, , id, part] = path.split('/');
    const channel = path.startsWith('/channels/') && studio.channels.find((each) => each.id === id || each.handle === id);
    const tagged = (each, status = 200) => [status, each, { etag: `"${each.updatedAt}"` }];
    const taken = () => body.handle && studio.channels.some((each) => each !== channel && each.handle === body.handle) && problem(409, 'channel.handle_taken', 'Another channel has this handle. Choose another one.');
    if (path.startsWith('/channels/') && !channel) return problem(404, 'channel.not_found', 'There is no such channel. Check its id or handle.');
    if (channel && method === 'GET' && !part) return tagged(channel);
    if (channel && part === 'videos') return [200, { items: studio.videos[channel.id] ?? [video] }];
    if (!known) return undefined;
    if (request === 'GET /channels') return [200, { items: studio.channels.filter((each) => !each.foreign) }];
    if (request === 'POST /channels') {
      if (taken()) return taken();
      studio.channels.unshift({ links: [], ...body, id: `ch_${studio.channels.length + 1}`, createdAt: '2026-03-01T10:00:00Z', updatedAt: '2026-03-01T10:00:00Z' });
      return tagged(studio.channels[0], 201);
    }
    if (channel && method === 'PATCH') {
      if (headers['if-match'] !== `"${channel.updatedAt}"`) return problem(412, 'channel.changed', 'The channel was changed meanwhile. Read it again, then repeat the change.');
      if (taken()) return taken();
      Object.assign(channel, Object.fromEntries(Object.entries(body).map(([name, value]) => [name, value ?? undefined])), { updatedAt: new Date().toISOString() });
      return tagged(channel);
    }
    if (channel && method === 'DELETE') {
      if (studio.videos[id]?.length !== 0) return problem(409, 'channel.not_empty', 'The channel still shows videos. Move them to another channel or take them out of public first.');
      studio.channels.splice(studio.channels.indexOf(channel), 1);
      return [204];
    }
    if (request === 'POST /assets') {
      if (body.url.includes('localhost')) return problem(422, 'import.not_public', 'The file can\'t be fetched: its address is not on the internet.');
      studio.imported = body;
      return [202, { uploadId: 'upl_1', assetId: 'asset_1', playbackId: 'play_final', fileName: 'video.mp4', sizeBytes: 0, blockSizeBytes: 262144, state: 'awaiting', createdAt: '2026-03-01T10:00:00Z', expiresAt: '2026-03-02T10:00:00Z' }];
    }
    if (request === 'GET /assets') return [200, { items: platform.assets.filter((asset) => !!asset.trashedAt === (query.get('trashed') === 'true')) }];
    if (request === 'POST /assets/bulk') {
      studio.bulks.push(body);
      const items = body.ids.map((id) => {
        const asset = platform.assets.find((each) => each.id === id);
        if (asset.title.startsWith('Stuck')) return { id, status: 409, code: 'asset.wrong_state', message: 'This is not possible just now.' };
        if (body.operation === 'trash') asset.trashedAt = '2026-03-01T10:00:00Z';
        else if (body.operation === 'restore') delete asset.trashedAt;
        else Object.assign(asset, body.change);
        return { id, status: 200 };
      });
      return [207, { items }];
    }
    const asset = platform.assets.find((each) => path === `/assets/${each.id}`);
    if (!asset) return undefined;
    if (method === 'PATCH') {
      if (headers['if-match'] !== `"${asset.updatedAt}"`) return problem(412, 'asset.changed', 'Asset … was changed meanwhile. Read it again and repeat the change.');
      if (body.tags?.some((tag) => tag.length > 50)) return problem(400, 'asset.tags_invalid', 'Tags are at most 30, each 1 to 50 characters.');
      Object.assign(asset, Object.fromEntries(Object.entries(body).map(([name, value]) => [name, value ?? undefined])), { updatedAt: new Date().toISOString() });
    }
    return [200, asset, { etag: `"${asset.updatedAt}"` }];
  };
  return studio;
}
