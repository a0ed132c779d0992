/** Where one can be. The runtime serves index.html for each of these paths. */
export type Route =
  | { page: 'home' }
  | { page: 'upload' }
  | { page: 'watch'; playbackId: string; token: string; engine: string; embed: boolean }
  | { page: 'missing' };

export function routeOf(url: URL): Route {
  const path = url.pathname.replace(/\/+$/, '');
  if (path === '' || path === '/index.html') return { page: 'home' };
  if (path === '/upload') return { page: 'upload' };
  const watch = /^\/(watch|embed)\/([^/]+)$/.exec(path);
  if (!watch) return { page: 'missing' };
  const query = url.searchParams;
  return {
    page: 'watch',
    playbackId: decodeURIComponent(watch[2]!),
    token: query.get('token') ?? '',
    engine: query.get('engine') ?? '',
    embed: watch[1] === 'embed' || query.has('embed'),
  };
}
