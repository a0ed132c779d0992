import { problem } from './problems.mjs';

const at = '2026-03-01T10:00:00Z';

/** Who follows what, is told what, and has reported what. */
export function mockCommunity(platform) {
  const community = {
    /** Whether to be told, by channel. */
    subscriptions: new Map(),
    notices: [],
    seen: false,
    muted: [],
    digest: false,
    reports: [],
    moderator: true,
    /** Comments that wait, by playback id. */
    held: {},
  };
  const report = (id) => community.reports.find((each) => each.id === id);

  /** Of a video that is taken down, appealed for, and put back. */
  function about(assetId, request, body, query) {
    const asset = platform.assets.find((each) => each.id === assetId);
    if (request.endsWith('/appeal')) {
      asset.takedown.appealedAt = at;
      community.reports.push({ id: `report_${community.reports.length + 1}`, reporterId: 'user_owner1', assetId, playbackId: asset.playbackIds[0].id, reason: 'other', details: body.text, state: 'open', createdAt: at, appeal: true });
      return [202, { id: `report_${community.reports.length}` }];
    }
    const reportId = body?.reportId ?? query.get('reportId');
    if (reportId) Object.assign(report(reportId), { state: 'upheld', decidedBy: 'user_ada' });
    asset.takedown = request.startsWith('POST') ? { at, reason: body.reason, ...(body.note ? { note: body.note } : {}) } : undefined;
    return [200, { assetId, takenDown: !!asset.takedown, at, reason: body?.reason ?? 'spam', by: 'user_ada' }];
  }

  community.answer = ({ method, path, query, body, session, known }) => {
    const request = `${method} ${path}`;
    const [, kind, id, part, itemId, last] = path.split('/');
    const mine = (channelId) => ({ subscribed: community.subscriptions.has(channelId), notify: community.subscriptions.get(channelId) ?? false, subscribers: 41 + community.subscriptions.size });
    const [, takedown] = /^\/assets\/([^/]+)\/(?:takedown|appeal)$/.exec(path) ?? [];
    if (takedown && known) return about(takedown, request, body, query);
    if (!/^\/(account\/(subscriptions|notifications)|moderation|channels\/[^/]+\/subscription|playback\/[^/]+\/(reports|review|commenting))/.test(path)) return undefined;
    if (!session && !known) return problem(401, 'auth.required', 'Send an access token.');
    if (part === 'subscription') {
      if (method === 'PUT') community.subscriptions.set(id, body.notify ?? true);
      if (method === 'DELETE') community.subscriptions.delete(id);
      return [200, mine(id)];
    }
    if (part === 'reports') {
      community.reports.push({ id: `report_${community.reports.length + 1}`, reporterId: 'user_ada', assetId: 'asset_1', playbackId: id, state: 'open', createdAt: at, appeal: false, ...body });
      return [202, { id: `report_${community.reports.length}` }];
    }
    if (part === 'review') {
      const decided = query.get('decided') === 'true';
      return [200, { items: (community.held[id] ?? []).filter(({ state }) => (decided ? state === 'rejected' : state === 'held')) }];
    }
    if (part === 'commenting') {
      platform.social.mode = body.mode;
      return [200, body];
    }
    if (request === 'GET /account/subscriptions') return [200, { items: [...community.subscriptions].map(([channelId, notify]) => ({ channelId, notify, at })) }];
    if (kind === 'moderation') {
      if (!community.moderator) return problem(403, 'auth.forbidden', 'This takes the role moderator.');
      if (method === 'GET') return [200, { items: community.reports.filter(({ state }) => state === (query.get('state') ?? 'open')) }];
      return [200, Object.assign(report(itemId ?? part), { state: body.state, decidedBy: 'user_ada' })];
    }
    switch (`${method} ${part ?? ''}`) {
      case 'GET digest':
        return [200, { wanted: community.digest }];
      case 'PUT digest':
        community.digest = body.wanted;
        return [200, { wanted: community.digest }];
      case 'GET new':
        return [200, { count: community.seen ? 0 : community.notices.filter((each) => each.new).length }];
      case 'GET preferences':
        return [200, { muted: community.muted }];
      case 'PUT preferences':
        community.muted = body.muted;
        return [200, { muted: community.muted }];
      case 'PUT seen':
        community.seen = true;
        return [204];
    }
    if (method === 'GET' && !part) return [200, { items: community.notices }];
    if (itemId === 'read' && last === undefined) {
      community.notices.find((each) => each.id === part).read = true;
      return [204];
    }
    return undefined;
  };
  return community;
}
