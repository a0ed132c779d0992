import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TelemetryEvent } from '../../src/telemetry';
import { stage } from './telemetry-stage';

afterEach(() => vi.unstubAllGlobals());

/** As much of hls.js as is listened to. */
function fakeHls(config: object = {}) {
  const listeners = new Map<string, (event: string, data: unknown) => void>();
  const updates: object[] = [];
  return {
    levels: [{ height: 720, bitrate: 3_000_000, averageBitrate: 2_500_000, videoCodec: 'avc1.64001f' }, { height: 360, bitrate: 800_000 }],
    config: config as { cmcd?: { sessionId?: string } },
    cmcdController: { reporter: { update: (data: object) => updates.push(data) } },
    updates,
    on: (event: string, listener: (event: string, data: unknown) => void) => void listeners.set(event, listener),
    tells: (event: string, data: object) => listeners.get(event)?.(event, data),
  };
}

function fakeShaka(height: number) {
  const events = new EventTarget();
  const configured: object[] = [];
  let filter = (_type: number, _response: { uri: string; data: ArrayBuffer }) => {};
  return {
    configured,
    addEventListener: events.addEventListener.bind(events),
    getVariantTracks: () => [{ active: true, height, bandwidth: 1_200_000, videoCodec: 'avc1.4d401e' }, { active: false, height: 1080, bandwidth: 1, videoCodec: null }],
    getNetworkingEngine: () => ({ registerResponseFilter: (given: typeof filter) => void (filter = given) }),
    configure: (settings: object) => configured.push(settings),
    loads: (type: number, uri: string, bytes: number) => filter(type, { uri, data: new ArrayBuffer(bytes) }),
    tells: (type: string, detail?: object) => events.dispatchEvent(Object.assign(new Event(type), { detail })),
  };
}

describe('hls.js', () => {
  it('tells of the rung that is seen, of bytes and their host, and of errors that matter', async () => {
    const { watch, starts, plays, platform } = stage();
    const report = watch();
    const hls = fakeHls();
    report.followHls(hls as never);
    await starts();
    hls.tells('hlsLevelSwitched', { level: 0 });
    hls.tells('hlsFragLoaded', { frag: { url: 'https://edge.test/1.m4s?sig=secret' }, payload: new ArrayBuffer(1000) });
    hls.tells('hlsError', { details: 'bufferStalledError', fatal: false });
    hls.tells('hlsError', { details: 'fragLoadError', fatal: false, response: { code: 503 }, error: new Error('503 of https://edge.test/1.m4s?sig=secret') });
    await plays(2000);
    hls.tells('hlsLevelSwitched', { level: 1 });
    await plays(2000);
    const events: TelemetryEvent[] = platform.events();
    expect(platform.faults).toEqual([]);
    expect(events.filter(({ type }) => type === 'rung')).toMatchObject([{ height: 720, kbps: 2500, codec: 'avc1.64001f' }, { height: 360, kbps: 800 }]);
    expect(events.filter(({ type }) => type === 'error')).toMatchObject([{ code: 'hls.fragLoadError.503', fatal: false }]);
    expect(events.at(-1)!.totals).toMatchObject({ bytes: 1000, rungChanges: 1 });
    expect([...platform.hosts]).toEqual(['edge.test']);
    expect(JSON.stringify([...platform.sessions.values()].map((each) => [...each]))).not.toContain('secret');
    expect([...platform.players].map((player) => JSON.parse(player as string).engine)).toContain('hls.js');
  });

  it('names the session in its requests, also when the session comes later than its first', async () => {
    const { watch, starts, clock } = stage();
    const report = watch({ cmcd: 'header', contentId: 'play_1' });
    const config = report.hlsConfig();
    expect(config.cmcd).toMatchObject({ contentId: 'play_1', useHeaders: true });
    expect(config.cmcd!.includeKeys).not.toContain('nor');
    const hls = fakeHls(config);
    report.followHls(hls as never);
    await starts();
    await clock.passes(0);
    expect([hls.config.cmcd!.sessionId, hls.updates]).toEqual(['ses_1', [{ sid: 'ses_1' }]]);
    expect(report.hlsConfig().cmcd!.sessionId).toBe('ses_1');
  });

  it('tells nothing of it without consent or when it is off', () => {
    const { watch } = stage();
    expect(watch({ cmcd: 'query', consent: 'none' }).hlsConfig()).toEqual({});
    expect(watch().hlsConfig()).toEqual({});
  });
});

describe('shaka-player', () => {
  it('tells of a rung once pictures have its size, of segments, and of errors', async () => {
    const { watch, starts, plays, platform, video } = stage();
    const report = watch({ cmcd: 'query', contentId: 'play_1' });
    const shaka = fakeShaka(480);
    report.followShaka(shaka as never);
    shaka.tells('adaptation');
    await starts();
    await plays(1000);
    expect(platform.events().some(({ type }: TelemetryEvent) => type === 'rung')).toBe(false);
    video.happens('resize', { videoHeight: 480 });
    shaka.loads(1, 'https://edge.test/1.m4s', 500);
    shaka.loads(0, 'https://elsewhere.test/manifest.mpd', 9000);
    shaka.tells('error', { code: 1001, severity: 1, message: 'x' });
    await plays(2000);
    const events: TelemetryEvent[] = platform.events();
    expect(platform.faults).toEqual([]);
    expect(events.find(({ type }) => type === 'rung')).toMatchObject({ height: 480, kbps: 1200, codec: 'avc1.4d401e' });
    expect(events.find(({ type }) => type === 'error')).toMatchObject({ code: 'shaka.1001', fatal: false });
    expect(events.at(-1)!.totals.bytes).toBe(500);
    expect([...platform.hosts]).toEqual(['edge.test']);
    expect(shaka.configured).toMatchObject([{ cmcd: { enabled: true, sessionId: 'ses_1', contentId: 'play_1', useHeaders: false } }]);
  });
});

describe('A plain element', () => {
  it('tells of the height of its pictures, how much larger they are than it is, and of its failure', async () => {
    let observed = (_: object[]) => {};
    vi.stubGlobal('ResizeObserver', class {
      constructor(then: typeof observed) { observed = then; }
      observe() {}
      disconnect() {}
    });
    const { watch, starts, plays, platform, video, clock } = stage();
    watch();
    observed([{ contentRect: { width: 640, height: 360 } }]);
    video.happens('resize');
    await starts();
    await plays(1000);
    // Seen with the next look at the clock.
    observed([{ contentRect: { width: 1280, height: 720 } }]);
    await plays(1000);
    video.happens('error', { error: { code: 3, message: 'decode' } as never });
    await clock.passes(0);
    const events: TelemetryEvent[] = platform.events();
    expect(events.find(({ type }) => type === 'rung')).toMatchObject({ height: 720 });
    expect(events.at(-1)).toMatchObject({ type: 'error', code: 'native.3', fatal: true, totals: { downscaledMs: 1250, watchedMs: 2000 } });
    expect(platform.faults).toEqual([]);
  });
});
