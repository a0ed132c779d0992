import { problem } from './problems.mjs';

const at = '2026-03-01T10:00:00Z';

/** Playlists of whoever is signed in. Their items are in `order`: a listing gives two at a time. */
export function mockPlaylists() {
  const playlists = { all: [], order: [], /** A move that the platform refuses. */ full: false };
  let count = 0;
  const made = (change) => ({ id: `pl_${++count}`, ownerId: 'user_ada', visibility: 'private', createdAt: at, updatedAt: at, ...change });
  playlists.add = (title, videos = []) => {
    playlists.all.unshift(made({ title }));
    for (const video of videos) place({ id: `item_${++count}`, addedAt: at, ...video });
    return playlists.all[0];
  };
  const place = (item, after) => {
    playlists.order = playlists.order.filter((each) => each.id !== item.id);
    const index = after === undefined ? playlists.order.length : playlists.order.findIndex((each) => each.id === after) + 1;
    playlists.order.splice(index, 0, item);
    return [200, { id: item.id }];
  };

  playlists.answer = ({ method, path, query, body, headers, session }) => {
    if (!path.startsWith('/playlists')) return undefined;
    const [, , id, part, itemId] = path.split('/');
    const playlist = playlists.all.find((each) => each.id === id);
    const reads = method === 'GET' && id && playlist?.visibility !== 'private';
    if (id && (!playlist || (!session && playlist.visibility === 'private'))) return problem(404, 'playlist.not_found', 'There is no such playlist.');
    if (!session && !reads) return problem(401, 'auth.required', 'Send an access token.');
    const shown = () => ({ ...playlist, ...(session ? { itemCount: playlists.order.length } : {}) });
    switch (`${method} ${part ?? (id ? 'one' : 'all')}`) {
      case 'GET all':
        return [200, { items: playlists.all }];
      case 'POST all':
        if (body.title === 'x') return problem(400, 'playlist.invalid', 'A playlist has a title of 1 to 150 characters without control characters, and a description of at most 5000.');
        playlists.all.unshift(made(body));
        return [201, playlists.all[0], { etag: '"1"' }];
      case 'GET one':
        return [200, shown(), { etag: `"${playlist.updatedAt}"` }];
      case 'PATCH one':
        if (headers['if-match'] !== `"${playlist.updatedAt}"`) return problem(412, 'playlist.changed', 'The playlist was changed meanwhile. Read it again and repeat the change.');
        Object.assign(playlist, body, { updatedAt: new Date().toISOString() });
        return [200, shown(), { etag: `"${playlist.updatedAt}"` }];
      case 'DELETE one':
        playlists.all = playlists.all.filter((each) => each !== playlist);
        return [204];
      case 'GET items': {
        const from = Number(query.get('cursor') ?? 0);
        return [200, { items: playlists.order.slice(from, from + 2), ...(from + 2 < playlists.order.length ? { cursor: String(from + 2) } : {}) }];
      }
      case 'POST items':
        return place({ id: `item_${++count}`, playbackId: body.playbackId, title: 'A walk through the Mandelbrot set', addedAt: at });
      case 'PUT items':
        return playlists.full ? problem(503, 'social.busy', 'Too many do this just now. Try again in a moment.') : place(playlists.order.find((each) => each.id === itemId), body.after);
      case 'DELETE items':
        playlists.order = playlists.order.filter((each) => each.id !== itemId);
        return [204];
    }
    return undefined;
  };
  return playlists;
}
