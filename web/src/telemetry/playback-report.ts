import { Backoff } from './backoff';
import { hlsCmcd, type CmcdPolicy, type HlsCmcd } from './cmcd';
import type { EventDetails, EventType, PlayerName, SessionGrant, TelemetryEvent } from './contract';
import { followHls, followShaka, nameHls, nameShaka, type Heard, type HlsLike, type ShakaLike } from './engines';
import { Meter, type MediaEvent, type Rung, type Sample } from './meter';
import type { Heading } from './outbox';
import { forgetVisitor, lowered, visitorId, type Consent } from './privacy';
import type { Sender } from './sender';
import { cameFrom, SessionRefused, type SessionSource } from './sessions';
import type { Surroundings } from './telemetry';

export interface ReportOptions {
  /** Asked for a session when play is asked for, not before. */
  session: SessionSource;
  /** What the viewer agreed to: `anonymous` when left out. A function is asked when play is. Without consent leave `cmcd` off too. */
  consent?: Consent | (() => Consent | Promise<Consent>);
  player?: Partial<PlayerName>;
  /** The title's seconds; undefined while they aren't known or still grow. The element's own when left out. */
  duration?: () => number | undefined;
  /** How media requests name the session: not at all when left out. */
  cmcd?: CmcdPolicy;
  /** What CMCD calls the title. */
  contentId?: string;
  /** The app itself tells of errors, by `error`. */
  ownErrors?: boolean;
}

const mediaEvents: readonly MediaEvent[] = ['play', 'playing', 'pause', 'waiting', 'seeking', 'seeked', 'timeupdate', 'ended', 'emptied'];

/** Events that are sent at once; others wait a little for company. */
const urgent: ReadonlySet<EventType> = new Set(['playing', 'heartbeat', 'error', 'ended', 'exit']);

/** How many events wait for a session, how often one is asked for, and the heartbeat until the platform names one. */
const [mostHeld, mostAsked, heartbeatSeconds] = [200, 12, 10];

/** One playback: what its element and its engine do, as events of a session. */
export class PlaybackReport {
  /** The session's id, once there is one. */
  sessionId?: string;

  private readonly meter: Meter;
  private readonly abort = new AbortController();
  private readonly backoff: Backoff;
  private readonly named: ((sessionId: string) => void)[] = [];
  private readonly player: PlayerName;
  private heading?: Heading;
  private held: { event: TelemetryEvent; urgent: boolean }[] = [];
  private beat = heartbeatSeconds * 1000;
  private seq = 0;
  private asking = 0;
  private silent = false;
  private beating = false;
  private cdn?: string;
  private size?: { width: number; height: number };
  private stop = () => {};

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly options: ReportOptions,
    private readonly sender: Sender,
    private readonly around: Surroundings,
    private readonly closed: () => void,
  ) {
    const { name = 'stream-telemetry', version = '0.1.0', engine = 'native' } = options.player ?? {};
    this.player = { name: name.slice(0, 32), version: version.slice(0, 32), engine };
    this.backoff = new Backoff(around.clock);
    this.meter = new Meter((type, details, ago) => this.emit(type, details, ago));
    this.silent = options.consent === 'none';
    if (this.silent) this.forget();
    else this.safely(() => this.observe());
  }

  /** Play was asked for that the element hears of only later: by `autoplay`, before its source is there. */
  asked(): void {
    this.safely(() => this.meter.asked(this.around.clock.elapsed()));
  }

  /** The browser refused to play by itself. */
  refused(): void {
    this.meter.refused();
  }

  /** What an instance of hls.js is to be made with. */
  hlsConfig(): { cmcd?: HlsCmcd } {
    const { cmcd = 'off', contentId = '' } = this.options;
    return this.silent || cmcd === 'off' ? {} : { cmcd: hlsCmcd(contentId, cmcd, this.sessionId) };
  }

  /** Listens to an instance of hls.js; one that follows another on the same element is followed too. */
  followHls(hls: HlsLike): void {
    this.safely(() => {
      this.player.engine = 'hls.js';
      followHls(hls, this.heard, !this.options.ownErrors);
      this.whenNamed((id) => nameHls(hls, id));
    });
  }

  /** Listens to a shaka.Player. */
  followShaka(player: ShakaLike): void {
    this.safely(() => {
      this.player.engine = 'shaka';
      followShaka(player, this.video, this.heard, !this.options.ownErrors);
      const { cmcd = 'off', contentId = '' } = this.options;
      if (cmcd !== 'off') this.whenNamed((id) => nameShaka(player, id, contentId, cmcd));
    });
  }

  /** Tells of a rung that is shown, of engines that aren't followed. */
  rung(rung: Rung): void {
    this.safely(() => this.meter.shows(rung, this.sample()));
  }

  error({ code, fatal, message }: EventDetails['error']): void {
    this.safely(() => this.meter.failed({ code: code.slice(0, 64), fatal, ...(message ? { message: unsigned(message).slice(0, 200) } : {}) }, this.sample()));
  }

  /** The page goes away, and may come back. */
  exit(): void {
    this.safely(() => this.meter.exit(this.sample()));
  }

  visibility(hidden: boolean): void {
    this.safely(() => this.meter.visibility(hidden, this.sample()));
  }

  /** The viewer changed their mind: without consent nothing more is sent, and what waits is dropped. */
  withdraw(): void {
    this.hush();
    this.forget(this.heading?.session);
  }

  close(): void {
    if (this.abort.signal.aborted) return;
    this.exit();
    this.end();
  }

  /** Nothing will be told of this playback. */
  private hush(): void {
    this.silent = true;
    this.held = [];
    this.end();
  }

  private end(): void {
    this.abort.abort();
    this.stop();
    this.closed();
  }

  private readonly heard: Heard = {
    rung: (rung) => this.rung(rung),
    error: (error) => this.error(error),
    loaded: (bytes, url) => this.safely(() => {
      this.meter.loaded(bytes);
      this.cdn = new URL(url, location.href).host.slice(0, 255);
    }),
  };

  private observe(): void {
    const { video, meter } = this;
    const { signal } = this.abort;
    const on = (type: string, then: () => void) => video.addEventListener(type, () => this.safely(then), { signal });
    for (const type of mediaEvents) on(type, () => meter.happened(type, this.sample()));
    on('playing', () => this.beating || this.beats());
    on('resize', () => this.player.engine === 'native' && video.videoHeight > 0 && meter.shows({ height: video.videoHeight }, this.sample()));
    if (!this.options.ownErrors) on('error', () => this.player.engine === 'native' && this.error({ code: `native.${video.error?.code ?? 'unknown'}`, fatal: true, message: video.error?.message }));
    if (typeof ResizeObserver !== 'undefined') {
      const sizes = new ResizeObserver(([entry]) => (this.size = entry?.contentRect));
      sizes.observe(video);
      signal.addEventListener('abort', () => sizes.disconnect());
    }
    if (!video.paused) meter.happened('play', this.sample());
  }

  private sample(): Sample {
    const { video, size } = this;
    const scale = size && video.videoWidth > 0 ? (Math.min(size.width / video.videoWidth, size.height / video.videoHeight)) * (globalThis.devicePixelRatio || 1) : 1;
    return {
      elapsed: this.around.clock.elapsed(), position: video.currentTime, rate: video.playbackRate, paused: video.paused, seeking: video.seeking, ended: video.ended,
      // A tenth less is nothing that anybody would have encoded for.
      hidden: document.hidden, downscaled: scale > 0 && scale < 0.9,
    };
  }

  private beats(): void {
    this.beating = true;
    this.stop();
    this.stop = this.around.clock.after(this.beat, () => {
      this.safely(() => this.meter.heartbeat(this.sample()));
      this.beats();
    });
  }

  private emit<T extends EventType>(type: T, details: EventDetails[T], ago = 0): void {
    if (this.silent) return;
    const { video, meter, options } = this;
    meter.lasts(options.duration ? options.duration() : Number.isFinite(video.duration) ? video.duration : undefined);
    meter.hasDropped(video.getVideoPlaybackQuality?.().droppedVideoFrames ?? 0);
    const at = Math.round(this.around.clock.now() - ago);
    const position = Math.round((meter.position ?? 0) * 1000) / 1000;
    const event = { seq: ++this.seq, type, at, position, totals: meter.totals(), ...details } as TelemetryEvent;
    if (this.heading) this.send(event, urgent.has(type));
    else this.hold(event, urgent.has(type));
  }

  private send(event: TelemetryEvent, now: boolean): void {
    const { cdn, player } = this;
    let heading = this.heading!;
    // What was queued keeps the heading that it was queued with.
    if (heading.cdn !== cdn || heading.player.engine !== player.engine) heading = this.heading = { ...heading, cdn, player: { ...player } };
    this.sender.add(heading, event, now);
  }

  private hold(event: TelemetryEvent, now: boolean): void {
    this.held.push({ event, urgent: now });
    if (this.held.length > mostHeld) this.held.splice(Math.max(0, this.held.findIndex((each) => each.event.type === 'heartbeat')), 1);
    if (this.asking === 0) void this.open();
  }

  /** Asks for a session until there is one, or there will be none. */
  private async open(): Promise<void> {
    this.asking++;
    try {
      const { consent = 'anonymous', session } = this.options;
      const given = lowered(typeof consent === 'function' ? await consent() : consent);
      if (given === 'none') return this.withdraw();
      if (given === 'full') this.sender.resume();
      else this.forget();
      const source = cameFrom();
      const visitor = given === 'full' ? visitorId(this.around.storage) : undefined;
      this.opened(await session({ ...(visitor ? { visitor } : {}), ...(source ? { source } : {}) }, given), given === 'full');
    } catch (error) {
      const refused = error instanceof SessionRefused ? error : undefined;
      if ((refused && !refused.passing) || this.asking >= mostAsked) return this.hush();
      this.around.clock.after(this.backoff.failed(refused?.retryAfter), () => !this.silent && void this.open());
    }
  }

  private opened(grant: SessionGrant, lasting: boolean): void {
    if (this.silent) return;
    this.sessionId = grant.sessionId;
    if (grant.heartbeatSeconds > 0) this.beat = Math.max(1, grant.heartbeatSeconds) * 1000;
    if (this.beating) this.beats();
    this.heading = { url: new URL(grant.reportUrl, location.href).href, session: grant.sessionToken, player: { ...this.player }, cdn: this.cdn, lasting };
    for (const { event, urgent } of this.held.splice(0)) this.send(event, urgent);
    for (const tell of this.named.splice(0)) this.safely(() => tell(grant.sessionId));
  }

  private whenNamed(tell: (sessionId: string) => void): void {
    if (this.sessionId) tell(this.sessionId);
    else this.named.push(tell);
  }

  private forget(session?: string): void {
    this.safely(() => {
      this.sender.forget(session);
      forgetVisitor(this.around.storage);
    });
  }

  /** Telemetry that breaks is no reason to break playing. */
  private safely(work: () => unknown): void {
    try {
      work();
    } catch {
      // Nobody who watches can do anything about it.
    }
  }
}

/** Messages of players name addresses; what follows their question mark may be a signature. */
const unsigned = (message: string) => message.replace(/\?\S+/g, '?…');
