import { problem } from './problems.mjs';

const units = {
  views: 'sessions', uniqueViewers: 'viewers', watchTime: 'ms', averageViewDuration: 'ms', completionRate: 'share', plays: 'sessions', attempts: 'sessions', startupTime: 'ms', startupTimeP95: 'ms',
  rebufferRatio: 'share', startFailures: 'sessions', playbackFailures: 'sessions', averageBitrate: 'kbit/s', experienceScore: '0 to 100', viewersPresent: 'session minutes',
  dailyActiveUsers: 'viewers', monthlyActiveUsers: 'viewers', watchTimePerViewer: 'ms', sessionLength: 'ms', uploads: 'uploads', uploadedTime: 'ms', failedAssets: 'assets', availability: 'share',
};
/** A usual day's value. */
const usual = {
  views: 4200, uniqueViewers: 3100, watchTime: 1.1e9, averageViewDuration: 263_000, completionRate: 0.42, plays: 5100, attempts: 5240, startupTime: 1150, startupTimeP95: 2870,
  rebufferRatio: 0.0061, startFailures: 21, playbackFailures: 12, averageBitrate: 4350, experienceScore: 87.4, viewersPresent: 64,
  dailyActiveUsers: 3100, monthlyActiveUsers: 41_000, watchTimePerViewer: 355_000, sessionLength: 216_000, uploads: 57, uploadedTime: 3.4e7, failedAssets: 2, availability: 0.9989,
};
const added = new Set(['views', 'uniqueViewers', 'watchTime', 'plays', 'attempts', 'startFailures', 'playbackFailures', 'viewersPresent', 'uploads', 'uploadedTime', 'failedAssets']);
const business = ['dailyActiveUsers', 'monthlyActiveUsers', 'watchTime', 'watchTimePerViewer', 'sessionLength', 'uploads', 'uploadedTime', 'failedAssets', 'startupTime', 'startupTimeP95', 'rebufferRatio', 'availability'];
const lengths = { minute: 60e3, hour: 3600e3, day: 86400e3 };
const labels = {
  country: ['DE', 'US', 'BR', 'IN', 'FR', 'ZZ'], device: ['mobile', 'desktop', 'tv'], player: ['stream-player 0.1.0', 'native'], cdn: ['edge-fra.example', 'edge-gru.example', ''],
  source: ['direct', 'search', 'social', 'internal'],
};

/** The same for the same window, and wavy. */
const wave = (name, at) => 1 + 0.35 * Math.sin(at * 0.9 + name.length) + 0.12 * Math.sin(at * 2.7);
const whole = (name, value) => (added.has(name) ? Math.round(value) : Number(value.toPrecision(6)));

/** Days whose viewers come back less and less, the newest of which nobody could come back from yet. */
const cohorts = (now) => Array.from({ length: 35 }, (_, i) => {
  const age = 34 - i;
  const rate = (later, share) => (age > later ? { [`day${later}`]: { share: Number((share * wave('views', i)).toPrecision(4)), margin: 0.0147, of: 4096 } } : {});
  return { day: new Date((Math.floor(now / lengths.day) - age) * lengths.day).toISOString(), viewers: whole('views', 3100 * wave('views', i)), known: whole('views', 2100 * wave('views', i)), ...rate(1, 0.41), ...rate(7, 0.28), ...rate(30, 0.19) };
});

/** What went badly, by what is asked for. */
const poorSessions = (query) => {
  const day = `${query.get('day').slice(0, 10)}T00:00:00Z`;
  const of = (sessionId, reason, more) => ({
    sessionId, assetId: 'asset_00000000000000000000000001', startedAt: day.replace('00:00:00', '09:12:05'), reason, country: 'DE', device: 'desktop', player: 'stream-player 0.1.0 hls.js', cdn: 'edge-fra.example',
    watchedMs: 0, stalledMs: 0, stalls: 0, droppedFrames: 0, timeline: [], ...more,
  });
  const all = [
    of('ses_1', 'startFailure', { score: 0, timeline: [{ type: 'attempt', atMs: 4 }, { type: 'error', atMs: 3120, code: 'manifestLoadError', fatal: true, message: 'A network error occurred: 503' }] }),
    of('ses_2', 'stalls', {
      score: 23, startupMs: 1430, watchedMs: 92_000, stalledMs: 16_400, stalls: 3, averageKbps: 2210, durationSeconds: 600,
      timeline: [
        { type: 'attempt', atMs: 8 }, { type: 'playing', atMs: 1438, durationMs: 1430, position: 0 }, { type: 'rung', atMs: 1440, height: 1080, kbps: 4800, codec: 'avc1.640028' },
        { type: 'stall', atMs: 31_900, durationMs: 7200, position: 23.3 }, { type: 'rung', atMs: 32_100, height: 480, kbps: 1200, codec: 'avc1.4d401f' }, { type: 'stall', atMs: 58_000, durationMs: 5100, position: 44.1 },
        { type: 'seek', atMs: 70_200, from: 56.3, to: 120 }, { type: 'stall', atMs: 84_300, durationMs: 4100, position: 129.7 }, { type: 'visibility', atMs: 96_000, hidden: true }, { type: 'exit', atMs: 110_000, position: 151.2 },
      ],
    }),
    of('ses_3', 'slowStart', { score: 42, startupMs: 12_000, country: 'ZZ', cdn: '', timeline: [{ type: 'attempt', atMs: 5 }, { type: 'playing', atMs: 12_005, durationMs: 12_000, position: 0 }] }),
  ];
  return { day, sessions: all.filter(({ reason }) => !query.get('reason') || reason === query.get('reason')) };
};

/** What was counted; figures have no meaning, but each is another. */
export function mockAnalytics(platform) {
  const analytics = { /** Every answer, with what was asked. */ said: [], /** Pages that are told of viewers. */ streams: new Set(), refusesStreams: false };
  const now = () => analytics.now ?? Date.now();
  /** So many now, and as many in the minute that has just begun. */
  analytics.viewers = (count) => ({
    now: count, from: new Date((Math.floor(now() / 60e3) - 59) * 60e3).toISOString(), minutes: [...Array.from({ length: 59 }, (_, i) => whole('viewersPresent', usual.viewersPresent * wave('viewersPresent', i))), count],
  });
  analytics.present = analytics.viewers(64);

  /** A stream where one is asked for; false of any other request. */
  analytics.stream = (request, response, path, json) => {
    if (!/\/analytics\/.*viewers$/.test(path) || !request.headers.accept?.includes('text/event-stream')) return false;
    if (!request.headers.authorization) return json(...problem(401, 'auth.required', 'Send an access token.')), true;
    if (path.includes('/operations/') && platform.profiles.role !== 'operator') return json(...problem(403, 'auth.operator_required', 'Only who runs this installation may do this.')), true;
    if (analytics.refusesStreams) return json(...problem(429, 'request.too_many_streams', 'Too many streams are open.'), { 'retry-after': '60' }), true;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 1000\n\n');
    analytics.streams.add(response);
    response.on('close', () => analytics.streams.delete(response));
    analytics.tell();
    return true;
  };
  analytics.tell = (present = analytics.present) => {
    analytics.present = present;
    for (const stream of analytics.streams) stream.write(`id: ${present.now}\nevent: viewers\ndata: ${JSON.stringify(present)}\n\n`);
  };

  analytics.answer = ({ method, path, query, known }) => {
    const found = /^\/(?:analytics\/(assets|channels)\/[^/]+|operations\/(?:analytics|business|cohorts|poor-sessions))(\/viewers)?$/.exec(path);
    if (method !== 'GET' || !found) return undefined;
    if (!known) return problem(401, 'auth.required', 'Send an access token.');
    if (!found[1] && platform.profiles.role !== 'operator') return problem(403, 'auth.operator_required', 'Only who runs this installation may do this.');
    if (found[2]) return [200, analytics.present];
    if (path.endsWith('/cohorts')) return [200, { days: (analytics.cohorts = cohorts(now())) }];
    if (path.endsWith('/poor-sessions')) return [200, (analytics.poor = poorSessions(query))];
    const to = Date.parse(query.get('to') ?? new Date(now()).toISOString());
    const from = Date.parse(query.get('from') ?? new Date(to - 28 * lengths.day).toISOString());
    const grain = query.get('grain') ?? (to - from <= 3 * lengths.hour ? 'minute' : to - from <= 4 * lengths.day ? 'hour' : 'day');
    const names = path.endsWith('/business') ? business : query.get('metrics').split(',');
    const first = Math.floor(from / lengths[grain]);
    const end = Math.ceil(to / lengths[grain]);
    const windows = Array.from({ length: end - first }, (_, i) => first + i);
    const values = (at) => Object.fromEntries(names.map((name) => [name, whole(name, name === 'availability' ? 1 - (1 - usual[name]) * wave(name, at) : usual[name] * wave(name, at))]));
    const sum = (all, scale = 1) => Object.fromEntries(names.map((name) => {
      const total = all.reduce((before, each) => before + each[name], 0);
      return [name, whole(name, (added.has(name) ? total : total / all.length) * scale)];
    }));
    const series = windows.map((at) => ({ start: new Date(at * lengths[grain]).toISOString(), values: values(at) }));
    const by = query.get('by') ?? undefined;
    const rows = by && labels[by].map((label, i) => ({
      label,
      values: Object.fromEntries(names.filter((name) => !/P95|unique/.test(name)).map((name) => [name, whole(name, /Failures/.test(name) ? usual[name] * (0.5 + i * 1.7) : added.has(name) ? (usual[name] * 12) / (i + 1) : usual[name] * (/Score|Rate|average/.test(name) ? 1.08 - i * 0.13 : 0.35 + i * i * 0.3))])),
    }));
    const body = {
      from: series[0].start, to: new Date(end * lengths[grain]).toISOString(), grain, metrics: names.map((name) => ({ name, unit: units[name], meaning: `What ${name} are.` })),
      totals: sum(series.map((each) => each.values)), ...(query.get('compare') ? { previous: sum(series.map((each) => each.values), 0.9) } : {}),
      series, ...(by ? { by } : {}), rows: rows ?? [],
      retention: found[1] === 'assets' && names.includes('plays') ? Array.from({ length: 100 }, (_, i) => Math.round(4900 * 30 * Math.exp(-i / 110) * (i > 60 && i < 66 ? 1.15 : 1))) : [],
    };
    analytics.said.push({ ...body, path, metric: names[0], format: query.get('format') ?? 'json' });
    if (query.get('format') !== 'csv') return [200, body];
    const lines = by ? rows.map((row) => [row.label, ...names.map((name) => row.values[name] ?? '')]) : series.map((each) => [each.start, ...names.map((name) => each.values[name])]);
    return [200, body, { 'content-type': 'text/csv; charset=utf-8' }, [[by ?? 'start', ...names], ...lines].map((line) => `${line.join(',')}\r\n`).join('')];
  };

  /** What was said last to such a question. */
  analytics.last = (fits) => analytics.said.findLast(fits);
  return analytics;
}
