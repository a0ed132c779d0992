const whole = (value) => Number.isInteger(value) && value >= 0;
const figures = ['watchedMs', 'stalledMs', 'stalls', 'seeks', 'bitrateMs', 'droppedFrames', 'rungChanges', 'downscaledMs', 'hiddenMs', 'bytes'];

/** What each type of event has, beside what all have. */
const fields = {
  attempt: {}, heartbeat: {}, pause: {}, resume: {}, ended: {}, exit: {},
  playing: { startupMs: whole },
  stall: { durationMs: whole },
  seek: { from: Number.isFinite, to: Number.isFinite },
  rung: { 'height?': whole, 'kbps?': whole, 'codec?': (value) => typeof value === 'string' && value.length <= 64 },
  visibility: { hidden: (value) => typeof value === 'boolean' },
  error: { code: (value) => typeof value === 'string' && value.length <= 64, fatal: (value) => typeof value === 'boolean', 'message?': (value) => typeof value === 'string' && value.length <= 200 },
};

/** Where an object isn't made of just these fields; `name?` may be missing. */
function unlike(object, wanted, where) {
  if (typeof object !== 'object' || object === null) return [`${where} is no object`];
  const known = Object.entries(wanted).map(([name, check]) => [name.replace('?', ''), name.endsWith('?'), check]);
  return [
    ...Object.keys(object).filter((name) => !known.some(([each]) => each === name)).map((name) => `${where} has a strange ${name}`),
    ...known.filter(([name, free, check]) => (object[name] === undefined ? !free : !check(object[name]))).map(([name]) => `${where}: ${name} is ${JSON.stringify(object[name])}`),
  ];
}

/** The platform's ends of telemetry, which hold whatever comes to the letter of the contract. */
export function mockTelemetry({ now = Date.now } = {}) {
  const telemetry = {
    now,
    /** Bodies of requests for sessions. */
    asked: [],
    /** What came, by session: events by their number. */
    sessions: new Map(),
    players: new Set(),
    hosts: new Set(),
    requests: 0,
    faults: [],
    /** Answers instead, when it returns [status, headers]. */
    refuse: () => undefined,
    heartbeatSeconds: 1,
  };
  const text = (least, most) => (value) => typeof value === 'string' && value.length >= least && value.length <= most;

  function learn(session, event, where) {
    const wrong = unlike(event, {
      seq: (value) => whole(value) && value > 0, type: (value) => value in fields, at: (value) => whole(value) && Math.abs(telemetry.now() - value) < 864e5,
      'position?': Number.isFinite, totals: (value) => typeof value === 'object', ...fields[event?.type],
    }, where);
    wrong.push(...unlike(event?.totals, { ...Object.fromEntries(figures.map((name) => [name, whole])), watched: (value) => /^[0-9a-f]{25}$/.test(value) }, `${where}.totals`));
    const events = telemetry.sessions.get(session);
    if (!events) wrong.push(`${where}: no such session`);
    const known = events?.get(event.seq);
    if (known && JSON.stringify(known) !== JSON.stringify(event)) wrong.push(`${where}: ${event.seq} was something else before`);
    for (const [seq, other] of events ?? []) {
      const [earlier, later] = seq < event.seq ? [other, event] : [event, other];
      for (const name of figures) if (earlier.totals[name] > later.totals[name]) wrong.push(`${where}: ${name} shrinks after ${earlier.seq}`);
    }
    telemetry.faults.push(...wrong);
    if (wrong.length === 0) events.set(event.seq, event);
  }

  telemetry.begin = (playbackId, body) => {
    telemetry.faults.push(...unlike(body, { 'visitor?': (value) => /^[\w-]{16,64}$/.test(value), 'source?': (value) => unlike(value, { 'kind?': text(1, 16), 'host?': text(1, 255) }, 'source').length === 0 }, 'the request for a session'));
    telemetry.asked.push(body);
    const sessionId = `ses_${telemetry.asked.length}`;
    telemetry.sessions.set(`token-${sessionId}`, new Map());
    return { sessionId, sessionToken: `token-${sessionId}`, expiresAt: new Date(telemetry.now() + 864e5).toISOString(), heartbeatSeconds: telemetry.heartbeatSeconds, reportUrl: '/api/telemetry' };
  };

  /** [status, answer, headers] for a request's text. */
  telemetry.report = (body) => {
    telemetry.requests++;
    const refusal = telemetry.refuse();
    if (refusal) return [refusal[0], { status: refusal[0] }, refusal[1] ?? {}];
    if (new TextEncoder().encode(body).length > 65536) telemetry.faults.push('a request of more than 64 KiB');
    const sent = JSON.parse(body);
    telemetry.faults.push(...unlike(sent, { beacons: (value) => Array.isArray(value) && value.length > 0 && value.length <= 10 }, 'the request'));
    let accepted = 0;
    for (const [i, beacon] of sent.beacons.entries()) {
      telemetry.faults.push(...unlike(beacon, {
        session: text(1, 4096), sentAt: (value) => whole(value) && Math.abs(telemetry.now() - value) < 60_000, player: (value) => typeof value === 'object', 'cdn?': text(1, 255),
        events: (value) => Array.isArray(value) && value.length > 0 && value.length <= 100,
      }, `beacon ${i}`));
      telemetry.faults.push(...unlike(beacon.player, { name: text(1, 32), version: text(1, 32), engine: (value) => ['hls.js', 'shaka', 'native', 'other'].includes(value) }, `player of beacon ${i}`));
      telemetry.players.add(JSON.stringify(beacon.player));
      if (beacon.cdn) telemetry.hosts.add(beacon.cdn);
      for (const [j, event] of beacon.events.entries()) {
        learn(beacon.session, event, `event ${j} of beacon ${i}`);
        accepted++;
      }
    }
    return [202, { accepted, rejected: [] }, {}];
  };

  /** The events of a session (the newest when none is named), in their order. */
  telemetry.events = (sessionId = `ses_${telemetry.asked.length}`) => [...(telemetry.sessions.get(`token-${sessionId}`) ?? [])].sort(([a], [b]) => a - b).map(([, event]) => event);
  return telemetry;
}
