/** Where one can be. The runtime serves index.html for each of these paths. */
export type Route =
  | { page: 'home' }
  | { page: 'upload' }
  | { page: 'sign-in'; next: string }
  | { page: 'sign-up' }
  | { page: 'reset-password' }
  | { page: 'account' }
  | { page: 'playlists' | 'subscriptions' | 'notifications' | 'channels' | 'comments' | 'live-streams' | 'moderation' | 'profile' | 'organisations' | 'invitation' | 'platform' | 'business' | 'poor-sessions' | 'confirm-email' | 'videos' | 'history' }
  | { page: 'live-stream'; liveStreamId: string }
  | { page: 'organisation'; organisationId: string }
  | { page: 'person'; person: string }
  | { page: 'playlist'; playlistId: string }
  | { page: 'edit-channel'; channelId: string }
  | { page: 'search' | 'trending'; query: string }
  | { page: 'channel'; channel: string }
  | { page: 'edit'; assetId: string }
  | { page: 'analytics'; kind: 'video' | 'channel'; id: string }
  | { page: 'watch'; playbackId: string; token: string; engine: string; list: string; embed: boolean }
  | { page: 'watch-live'; playbackId: string; token: string; embed: boolean }
  | { page: 'missing' };

/** Pages that their path alone says. */
const plain = [
  'upload', 'sign-up', 'reset-password', 'account', 'playlists', 'subscriptions', 'notifications', 'channels', 'comments', 'live-streams', 'moderation', 'profile',
  'organisations', 'invitation', 'platform', 'business', 'poor-sessions', 'confirm-email', 'videos', 'history',
] as const;

/** Pages of one thing, by what their path begins with; its id follows. */
const named: Record<string, (id: string) => Route> = {
  channel: (channel) => ({ page: 'channel', channel }),
  channels: (channelId) => ({ page: 'edit-channel', channelId }),
  'live-streams': (liveStreamId) => ({ page: 'live-stream', liveStreamId }),
  organisations: (organisationId) => ({ page: 'organisation', organisationId }),
  people: (person) => ({ page: 'person', person }),
  playlist: (playlistId) => ({ page: 'playlist', playlistId }),
  videos: (assetId) => ({ page: 'edit', assetId }),
};

export function routeOf(url: URL): Route {
  const path = url.pathname.replace(/\/+$/, '');
  const query = url.searchParams;
  if (path === '' || path === '/index.html') return { page: 'home' };
  const page = plain.find((each) => path === `/${each}`);
  if (page) return { page };
  if (path === '/sign-in') return { page: 'sign-in', next: ownPath(query.get('next'), url.origin) };
  if (path === '/search') return { page: 'search', query: url.search };
  if (path === '/trending') return { page: 'trending', query: url.search };
  const [, kind = '', id = ''] = /^\/([a-z-]+)\/([^/]+)$/.exec(path) ?? [];
  if (Object.hasOwn(named, kind)) return named[kind]!(decodeURIComponent(id));
  const [, whose = '', of = ''] = /^\/(videos|channels)\/([^/]+)\/analytics$/.exec(path) ?? [];
  if (of) return { page: 'analytics', kind: whose === 'videos' ? 'video' : 'channel', id: decodeURIComponent(of) };
  const watch = /^\/(watch|embed)\/([^/]+)$/.exec(path);
  if (!watch) return { page: 'missing' };
  const playbackId = decodeURIComponent(watch[2]!);
  const embed = watch[1] === 'embed' || query.has('embed');
  // What is live has ids of its own kind.
  if (playbackId.startsWith('live_')) return { page: 'watch-live', playbackId, token: query.get('token') ?? '', embed };
  return {
    page: 'watch',
    playbackId,
    token: query.get('token') ?? '',
    engine: query.get('engine') ?? '',
    list: query.get('list') ?? '',
    embed,
  };
}

/** Where to sign in, and to come back from there to where one is. */
export const signInPath = (from: Location = location): string => `/sign-in?next=${encodeURIComponent(from.pathname + from.search)}`;

/** An address that came with a link leads to one of our own pages, or to the start. */
function ownPath(text: string | null, origin: string): string {
  if (!text?.startsWith('/')) return '/';
  const url = URL.canParse(text, origin) ? new URL(text, origin) : undefined;
  return url?.origin === origin && !['missing', 'sign-in', 'sign-up', 'reset-password', 'confirm-email'].includes(routeOf(url).page) ? url.pathname + url.search : '/';
}
