import { setMaxListeners } from 'node:events';
import { vi } from 'vitest';
import type { Clock, Line, ReportOptions } from '../../src/telemetry';
import { Telemetry } from '../../src/telemetry';
// @ts-expect-error The mock platform of the browser tests is plain JavaScript.
import { mockTelemetry } from '../browser/mock-telemetry.mjs';

// A report listens to a dozen events until one signal; Node would warn of it, browsers don't.
setMaxListeners(50);

/** Time that only tests move. */
export class FakeClock implements Clock {
  private time = 0;
  private timers: { at: number; then: () => void }[] = [];

  constructor(private readonly epoch = 1_900_000_000_000) {}

  now = () => this.epoch + this.time;
  elapsed = () => this.time;
  random = () => 0.5;

  after(milliseconds: number, then: () => void): () => void {
    const timer = { at: this.time + milliseconds, then };
    this.timers.push(timer);
    return () => (this.timers = this.timers.filter((each) => each !== timer));
  }

  /** Lets time go by, and whatever is due in it happen. */
  async passes(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (;;) {
      await settle();
      const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.time = Math.max(this.time, next.at);
      this.timers = this.timers.filter((each) => each !== next);
      next.then();
    }
    this.time = end;
    await settle();
  }
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A device's storage. */
export class FakeStorage implements Storage {
  readonly held = new Map<string, string>();
  full = false;
  get length() {
    return this.held.size;
  }
  key = (i: number) => [...this.held.keys()][i] ?? null;
  getItem = (key: string) => this.held.get(key) ?? null;
  removeItem = (key: string) => void this.held.delete(key);
  clear = () => this.held.clear();
  setItem(key: string, value: string) {
    if (this.full) throw new Error('QuotaExceededError');
    this.held.set(key, value);
  }
}

/** A media element as scripts see it. */
export class FakeVideo extends EventTarget {
  currentTime = 0;
  duration = 100;
  playbackRate = 1;
  paused = true;
  seeking = false;
  ended = false;
  videoWidth = 1280;
  videoHeight = 720;
  error = null;

  happens(type: string, change: Partial<FakeVideo> = {}): void {
    Object.assign(this, change);
    this.dispatchEvent(new Event(type));
  }
}

/** A page with a player, and a platform that holds what it sends to the contract. */
export function stage({ storage = new FakeStorage(), clock = new FakeClock(), platform = mockTelemetry({ now: clock.now }) } = {}) {
  const page = new EventTarget();
  const view = Object.assign(new EventTarget(), { hidden: false, referrer: '' });
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', view);
  vi.stubGlobal('location', new URL('https://v.test/watch/p'));
  const net = { online: true, cut: false, beacons: 0 };
  const line: Line = {
    online: () => net.online,
    async post(url, body) {
      if (url !== 'https://v.test/api/telemetry') throw new Error(url);
      if (net.cut) throw new TypeError('Failed to fetch');
      const [status, , headers] = platform.report(body);
      return { status, retryAfter: headers['retry-after'] };
    },
    beacon(_, body) {
      net.beacons++;
      platform.report(body);
      return true;
    },
  };
  const video = new FakeVideo();
  const watch = (options: Partial<ReportOptions> = {}) =>
    new Telemetry({ clock, line, storage }).watch(video as unknown as HTMLVideoElement, {
      session: async (request) => platform.begin('p', request),
      player: { name: 'test', version: '1', engine: 'native' },
      consent: 'full',
      ...options,
    });
  return {
    page, view, net, line, video, watch, clock, storage, platform,
    /** Pictures move for so long. */
    async plays(milliseconds: number) {
      for (let left = milliseconds; left > 0; left -= 250) {
        await clock.passes(250);
        video.happens('timeupdate', { currentTime: video.currentTime + 0.25 });
      }
    },
    async starts() {
      video.happens('play', { paused: false });
      await clock.passes(500);
      video.happens('playing');
    },
    goesOffline: () => Object.assign(net, { online: false, cut: true }),
    comesOnline: () => (Object.assign(net, { online: true, cut: false }), page.dispatchEvent(new Event('online'))),
  };
}
