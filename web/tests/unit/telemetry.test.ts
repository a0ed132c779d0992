import { afterEach, describe, expect, it, vi } from 'vitest';
import { SessionRefused } from '../../src/telemetry';
import { Outbox, bounds, type Heading } from '../../src/telemetry/outbox';
import type { TelemetryEvent } from '../../src/telemetry/contract';
import { cameFrom } from '../../src/telemetry/sessions';
import { FakeClock, FakeStorage, stage } from './telemetry-stage';

afterEach(() => vi.unstubAllGlobals());

const typesOf = (events: TelemetryEvent[]) => events.map(({ type }) => type);
const queues = (storage: FakeStorage) => [...storage.held.keys()].filter((key) => key.includes('queue'));

describe('A playback', () => {
  it('is told of as the contract has it, from the attempt to the exit, with totals that only grow', async () => {
    const { platform, watch, starts, plays, video, clock } = stage();
    platform.heartbeatSeconds = 2;
    const report = watch();
    await clock.passes(60_000);
    expect(platform.asked).toEqual([]);
    await starts();
    report.rung({ height: 720, kbps: 2500, codec: 'avc1.64001f' });
    await plays(3000);
    video.happens('waiting');
    await clock.passes(1000);
    video.happens('playing');
    await plays(1000);
    report.error({ code: 'x'.repeat(99), fatal: false, message: `no https://cdn.test/1.m4s?sig=secret ${'y'.repeat(999)}` });
    report.close();
    await clock.passes(0);
    expect(platform.faults).toEqual([]);
    const events = platform.events();
    expect(typesOf(events)).toEqual(['attempt', 'playing', 'rung', 'heartbeat', 'heartbeat', 'stall', 'error', 'exit']);
    expect(JSON.stringify(events)).not.toContain('secret');
    expect(events.at(-1)).toMatchObject({ type: 'exit', position: 4, totals: { watchedMs: 4000, stalledMs: 1000, stalls: 1, bitrateMs: 10_000_000, watched: `f${'0'.repeat(24)}` } });
    expect(events.map(({ seq }: TelemetryEvent) => seq)).toEqual(events.map((_: TelemetryEvent, i: number) => i + 1));
    expect([...platform.players]).toEqual(['{"name":"test","version":"1","engine":"native"}']);
  });

  it('sends a heartbeat as often as the platform asks, also through stalls, and none while paused', async () => {
    const { platform, watch, starts, plays, video, clock } = stage();
    platform.heartbeatSeconds = 5;
    watch();
    await starts();
    await plays(20_000);
    const count = () => typesOf(platform.events()).filter((type) => type === 'heartbeat').length;
    expect(count()).toBe(4);
    video.happens('waiting');
    await clock.passes(10_000);
    expect(count()).toBe(6);
    video.happens('playing');
    video.happens('pause', { paused: true });
    await clock.passes(60_000);
    expect(count()).toBe(6);
    expect(platform.faults).toEqual([]);
  });

  it('has few requests: what can wait waits for company', async () => {
    const { platform, watch, starts, plays, clock } = stage();
    platform.heartbeatSeconds = 10;
    const report = watch();
    await starts();
    for (let i = 0; i < 6; i++) {
      report.rung({ height: i % 2 ? 720 : 360, kbps: 1000 });
      await plays(10_000);
    }
    await clock.passes(10_000);
    expect(platform.requests).toBeLessThanOrEqual(14);
  });

  it('never hears of what breaks in telemetry', async () => {
    const { watch, starts, plays, video } = stage();
    const report = watch({ duration: () => { throw new Error('broken'); } });
    report.followHls({ on: () => { throw new Error('broken'); }, levels: [] } as never);
    await starts();
    await plays(2000);
    expect(() => (video.happens('waiting'), report.error({ code: 'x', fatal: true }), report.close())).not.toThrow();
  });

  it('is asked for a session again while the platform has trouble, and tells of nothing where it says no', async () => {
    const { platform, watch, starts, plays, clock } = stage();
    let asked = 0;
    watch({ session: async (request) => {
      if (++asked === 1) throw new SessionRefused(503);
      if (asked === 2) throw new TypeError('Failed to fetch');
      return platform.begin('p', request);
    } });
    await starts();
    await plays(4000);
    await clock.passes(10_000);
    expect(asked).toBe(3);
    expect(typesOf(platform.events()).slice(0, 2)).toEqual(['attempt', 'playing']);

    const refused = stage();
    let times = 0;
    refused.watch({ session: async () => { times++; throw new SessionRefused(403); } });
    await refused.starts();
    await refused.plays(60_000);
    expect([times, refused.platform.requests]).toEqual([1, 0]);
  });
});

describe('The queue', () => {
  it('loses nothing and doubles nothing through a minute without network', async () => {
    const { platform, watch, starts, plays, goesOffline, comesOnline, clock } = stage();
    watch();
    await starts();
    await plays(5000);
    const before = platform.requests;
    goesOffline();
    await plays(60_000);
    expect(platform.requests).toBe(before);
    comesOnline();
    await clock.passes(2000);
    const events = platform.events();
    expect(platform.faults).toEqual([]);
    expect(events.map(({ seq }: TelemetryEvent) => seq)).toEqual(events.map((_: TelemetryEvent, i: number) => i + 1));
    expect(events.at(-1).totals.watchedMs).toBeGreaterThanOrEqual(64_000);
    expect(events.at(-1).at - events[0].at).toBeGreaterThan(60_000);
  });

  it('survives a page that is closed without network, and is sent by the next one with the numbers it had', async () => {
    const first = stage();
    first.watch();
    await first.starts();
    await first.plays(2000);
    first.goesOffline();
    await first.plays(5000);
    first.page.dispatchEvent(new Event('pagehide'));
    const kept = first.platform.events().length;
    expect(queues(first.storage)).toHaveLength(1);

    const clock = Object.assign(new FakeClock(first.clock.now() + 3_600_000), { random: () => 0.25 });
    first.platform.now = clock.now;
    const second = stage({ storage: first.storage, platform: first.platform, clock });
    second.watch();
    await second.starts();
    await second.clock.passes(1000);
    const events = first.platform.events('ses_1');
    expect(events.length).toBeGreaterThan(kept);
    expect(events.map(({ seq }: TelemetryEvent) => seq)).toEqual(events.map((_: TelemetryEvent, i: number) => i + 1));
    expect(events.at(-1)).toMatchObject({ type: 'exit', totals: { watchedMs: 7000 } });
    expect(queues(first.storage)).toEqual([]);
    expect(first.platform.faults).toEqual([]);
  });

  it('backs off ever longer, at least as long as the platform asks, and then sends the same events', async () => {
    const { platform, watch, starts, clock } = stage();
    platform.heartbeatSeconds = 3600;
    const times: number[] = [];
    platform.refuse = () => (times.push(clock.elapsed()), times.length === 4 ? [429, { 'retry-after': '120' }] : times.length < 6 ? [503] : undefined);
    watch();
    await starts();
    await clock.passes(600_000);
    expect(times.slice(1).map((time, i) => Math.round(time - times[i]!))).toEqual([750, 1500, 3000, 120_000, 12_000]);
    expect(typesOf(platform.events())).toEqual(['attempt', 'playing']);
  });

  it('drops what the platform refuses for good', async () => {
    const { platform, watch, starts, clock } = stage();
    platform.heartbeatSeconds = 3600;
    platform.refuse = () => [400];
    watch();
    await starts();
    await clock.passes(600_000);
    expect(platform.requests).toBe(1);
  });

  it('sends what is under way once more when the page goes away, which does no harm', async () => {
    const { platform, watch, starts, plays, page, view, line, net, clock } = stage();
    let answer = () => {};
    const watching = watch();
    await starts();
    await plays(3000);
    line.post = () => new Promise((resolve) => (answer = () => resolve({ status: 202 })));
    await plays(2000);
    page.dispatchEvent(new Event('pagehide'));
    // Browsers also say that a page that goes away is hidden.
    Object.assign(view, { hidden: true }).dispatchEvent(new Event('visibilitychange'));
    expect(net.beacons).toBe(1);
    expect(platform.events().at(-1).type).toBe('exit');
    answer();
    await clock.passes(1000);
    watching.close();
    expect(platform.faults).toEqual([]);
  });

  it('is sent when the page is hidden, since nothing may follow', async () => {
    const { platform, watch, starts, plays, view, clock } = stage();
    platform.heartbeatSeconds = 3600;
    watch();
    await starts();
    await plays(2000);
    view.hidden = true;
    view.dispatchEvent(new Event('visibilitychange'));
    await clock.passes(0);
    expect(platform.events().at(-1)).toMatchObject({ type: 'visibility', hidden: true, totals: { watchedMs: 2000, hiddenMs: 0 } });
  });

  it('is bounded in number, bytes and age; what goes first are old heartbeats', () => {
    const outbox = new Outbox();
    const heading: Heading = { url: 'https://v.test/api/telemetry', session: 't', player: { name: 'p', version: '1', engine: 'native' }, lasting: true };
    const event = (seq: number, type: string) => ({ seq, type, at: seq * 1000, totals: { watched: 'f'.repeat(50) } }) as unknown as TelemetryEvent;
    for (let seq = 1; seq <= 5000; seq++) outbox.add(heading, event(seq, seq % 50 ? 'heartbeat' : 'stall'));
    expect(outbox.size).toBeLessThanOrEqual(bounds.events);
    const kept = outbox.lasting;
    expect(kept.filter(({ heartbeat }) => !heartbeat)).toHaveLength(100);
    expect(kept.reduce((sum, { json }) => sum + json.length, 0)).toBeLessThanOrEqual(bounds.bytes);
    expect(kept.at(-1)!.seq).toBe(5000);
    const batch = outbox.batch(5_000_000)!;
    const sent = JSON.parse(batch.body(5_000_000)) as { beacons: { events: unknown[] }[] };
    expect(sent.beacons[0]!.events).toHaveLength(100);
    expect(outbox.batch(5_000_000 + bounds.age + 1)).toBeUndefined();
    expect(outbox.size).toBe(0);
  });

  it('lasts as long as the page where the device is full or keeps rubbish', async () => {
    const storage = new FakeStorage();
    storage.held.set('stream.telemetry.queue.old', '{"version":1,"headings":[],"events":[[0,1,2,false,"{}"]]}');
    storage.held.set('stream.telemetry.queue.older', 'rubbish');
    storage.held.set('stream.telemetry.queue.oldest', '{"version":0}');
    const { platform, watch, starts, plays, goesOffline, comesOnline, clock } = stage({ storage });
    watch();
    await starts();
    expect(queues(storage)).toEqual([]);
    storage.full = true;
    goesOffline();
    await plays(5000);
    comesOnline();
    await clock.passes(2000);
    expect(platform.events().at(-1).totals.watchedMs).toBeGreaterThanOrEqual(4000);
  });
});

describe('Privacy', () => {
  async function watched(consent: 'full' | 'anonymous' | 'none', signals: object = {}, storage = new FakeStorage()) {
    const scene = stage({ storage });
    vi.stubGlobal('navigator', signals);
    scene.watch({ consent });
    await scene.starts();
    await scene.plays(3000);
    scene.goesOffline();
    await scene.plays(3000);
    scene.page.dispatchEvent(new Event('pagehide'));
    return scene;
  }

  it('keeps an id and a queue on the device of who agreed to it, and knows them again', async () => {
    const { platform, storage } = await watched('full');
    const again = await watched('full', {}, storage);
    expect(platform.asked[0].visitor).toMatch(/^[0-9a-f]{32}$/);
    expect(again.platform.asked[0].visitor).toBe(platform.asked[0].visitor);
    expect(queues(storage)).toHaveLength(1);
  });

  it.each([['anonymous', {}], ['full', { globalPrivacyControl: true }], ['full', { doNotTrack: '1' }]] as const)(
    'keeps nothing there of who did not (%s, %j), nor what an earlier yes has left', async (consent, signals) => {
      const { storage } = await watched('full');
      const { platform } = await watched(consent, signals, storage);
      expect(platform.asked).toEqual([{}]);
      expect(platform.events().length).toBeGreaterThan(1);
      expect([...storage.held.keys()]).toEqual([]);
    });

  it('sends nothing without consent, and leaves nothing', async () => {
    const { storage } = await watched('full');
    const { platform } = await watched('none', {}, storage);
    expect([platform.asked, platform.requests, [...storage.held.keys()]]).toEqual([[], 0, []]);
  });

  it('drops what waits when consent is withdrawn', async () => {
    const { platform, watch, starts, plays, goesOffline, comesOnline, clock, storage } = stage();
    const report = watch();
    await starts();
    await plays(1000);
    goesOffline();
    await plays(5000);
    const { requests } = platform;
    report.withdraw();
    comesOnline();
    await clock.passes(60_000);
    expect(platform.requests).toBe(requests);
    expect([...storage.held.keys()]).toEqual([]);
  });

  it('tells of other sites their host alone', () => {
    const here = 'https://v.test/watch/p';
    expect(cameFrom('', here)).toBeUndefined();
    expect(cameFrom('https://v.test/channel/c', here)).toEqual({ kind: 'internal' });
    expect(cameFrom('https://v.test/search?q=secret', here)).toEqual({ kind: 'search' });
    expect(cameFrom('https://news.example/a/secret?q=1', here)).toEqual({ host: 'news.example' });
    expect(cameFrom('http://10.0.0.1/a', here)).toBeUndefined();
  });
});
