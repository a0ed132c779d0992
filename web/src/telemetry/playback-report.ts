import { hlsCmcd, type CmcdPolicy, type HlsCmcd } from './cmcd';
import type { EventDetails, EventType, PlayerName, TelemetryEvent } from './contract';
import { ObservedElement } from './element';
import { followHls, followShaka, nameHls, nameShaka, type Heard, type HlsLike, type ShakaLike } from './engines';
import { Meter, type Rung } from './meter';
import type { Consent } from './privacy';
import type { Sender } from './sender';
import { SessionLine } from './session-line';
import type { SessionSource } from './sessions';
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

/** Events that are sent at once; others wait a little for company. */
const urgent: ReadonlySet<EventType> = new Set(['playing', 'heartbeat', 'error', 'ended', 'exit']);

/** Seconds between heartbeats until the platform names them. */
const heartbeatSeconds = 10;

/** One playback: what its element and its engine do, as events of a session. */
export class PlaybackReport {
  private readonly meter = new Meter((type, details, ago) => this.emit(type, details, ago));
  private readonly abort = new AbortController();
  private readonly element: ObservedElement;
  private readonly player: PlayerName;
  private readonly line: SessionLine;
  private seq = 0;
  private cdn?: string;
  private stopBeating?: () => void;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly options: ReportOptions,
    sender: Sender,
    private readonly around: Surroundings,
    private readonly closed: (report: PlaybackReport) => void,
  ) {
    const { session, consent = 'anonymous' } = options;
    const { name = 'stream-telemetry', version = '0.1.0', engine = 'native' } = options.player ?? {};
    this.player = { name: name.slice(0, 32), version: version.slice(0, 32), engine };
    this.element = new ObservedElement(video, around.clock.elapsed);
    this.line = new SessionLine(session, consent, this.player, sender, around);
    if (consent === 'none') this.withdraw();
    else this.safely(() => this.observe());
  }

  /** The session's id, once there is one. */
  get sessionId(): string | undefined {
    return this.line.granted?.sessionId;
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
    const { cmcd = 'off', contentId = '', consent } = this.options;
    return consent === 'none' || cmcd === 'off' ? {} : { cmcd: hlsCmcd(contentId, cmcd, this.sessionId) };
  }

  /** Listens to an instance of hls.js; one that follows another on the same element is followed too. */
  followHls(hls: HlsLike): void {
    this.safely(() => {
      this.player.engine = 'hls.js';
      followHls(hls, this.heard, !this.options.ownErrors);
      this.line.whenNamed((id) => this.safely(() => nameHls(hls, id)));
    });
  }

  /** Listens to a shaka.Player. */
  followShaka(player: ShakaLike): void {
    this.safely(() => {
      this.player.engine = 'shaka';
      followShaka(player, this.video, this.heard, !this.options.ownErrors);
      const { cmcd = 'off', contentId = '' } = this.options;
      if (cmcd !== 'off') this.line.whenNamed((id) => this.safely(() => nameShaka(player, id, contentId, cmcd)));
    });
  }

  /** Tells of a rung that is shown, of engines that aren't followed. */
  rung(rung: Rung): void {
    this.safely(() => this.meter.shows(rung, this.element.sample()));
  }

  error({ code, fatal, message }: EventDetails['error']): void {
    this.safely(() => this.meter.failed({ code: code.slice(0, 64), fatal, ...(message ? { message: unsigned(message).slice(0, 200) } : {}) }, this.element.sample()));
  }

  /** The page goes away, and may come back. */
  exit(): void {
    this.safely(() => this.meter.exit(this.element.sample()));
  }

  visibility(hidden: boolean): void {
    this.safely(() => this.meter.visibility(hidden, this.element.sample()));
  }

  /** The viewer changed their mind: nothing more is sent, what waits is dropped, and what was kept on the device is removed. */
  withdraw(): void {
    this.safely(() => this.line.withdraw());
    this.end();
  }

  close(): void {
    if (this.abort.signal.aborted) return;
    this.exit();
    this.end();
  }

  private end(): void {
    this.abort.abort();
    this.stopBeating?.();
    this.closed(this);
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
    const { video, meter, element } = this;
    const { signal } = this.abort;
    element.observe((event) => this.safely(() => meter.happened(event, element.sample())), signal);
    const native = (type: string, then: () => void) => video.addEventListener(type, () => this.player.engine === 'native' && this.safely(then), { signal });
    native('resize', () => video.videoHeight > 0 && meter.shows({ height: video.videoHeight }, element.sample()));
    if (!this.options.ownErrors) native('error', () => this.error({ code: `native.${video.error?.code ?? 'unknown'}`, fatal: true, message: video.error?.message }));
    video.addEventListener('playing', () => this.stopBeating || this.beat(), { signal });
    this.line.whenNamed(() => this.stopBeating && this.beat());
    if (!video.paused) meter.happened('play', element.sample());
  }

  private beat(): void {
    this.stopBeating?.();
    const seconds = Math.max(1, this.line.granted?.heartbeatSeconds ?? heartbeatSeconds);
    this.stopBeating = this.around.clock.after(seconds * 1000, () => {
      this.safely(() => this.meter.heartbeat(this.element.sample()));
      this.beat();
    });
  }

  private emit<T extends EventType>(type: T, details: EventDetails[T], ago = 0): void {
    const { meter, element, options } = this;
    meter.lasts(options.duration ? options.duration() : element.duration);
    meter.hasDropped(element.droppedFrames);
    const at = Math.round(this.around.clock.now() - ago);
    const position = Math.round((meter.position ?? 0) * 1000) / 1000;
    const event = { seq: ++this.seq, type, at, position, totals: meter.totals(), ...details } as TelemetryEvent;
    this.line.add(event, urgent.has(type), this.cdn);
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
