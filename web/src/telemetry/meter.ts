import type { EventDetails, EventType, Totals } from './contract';
import { WatchedRanges } from './watched-ranges';

/** How the element stands at a moment. */
export interface Sample {
  /** Milliseconds of a clock that only goes forward. */
  elapsed: number;
  /** Seconds. */
  position: number;
  rate: number;
  paused: boolean;
  seeking: boolean;
  ended: boolean;
  hidden: boolean;
  /** The picture is larger than where it is shown. */
  downscaled: boolean;
}

/** A rung of the ladder. */
export interface Rung {
  /** Lines of the picture. */
  height?: number;
  kbps?: number;
  /** As manifests name it. */
  codec?: string;
}

/** The events of a media element that the meter lives by. */
export type MediaEvent = 'play' | 'playing' | 'pause' | 'waiting' | 'seeking' | 'seeked' | 'timeupdate' | 'ended' | 'emptied';

/** Hands on an event as it happens; `ago` is how many milliseconds before now that was. */
export type Emit = <T extends EventType>(type: T, details: EventDetails[T], ago?: number) => void;

type State = 'idle' | 'starting' | 'moving' | 'paused' | 'seeking' | 'stalled' | 'ended';

/** Jumps of less, in seconds, are a player's own over holes in its buffer. */
const smallestSeek = 0.5;

/** How much longer than its pictures moved a stretch may have lasted, in milliseconds: the rest is a machine that slept. */
const slack = 1000;

/** Most errors that are told of a session. */
const mostErrors = 50;

/**
 * What becomes of playing: a state machine over the events of a media element, which knows no element, no clock and no
 * network. Waiting is told apart by what it follows: before the first picture it is start-up, after a seek it belongs to the
 * seek, else it is a stall.
 */
export class Meter {
  private state: State = 'idle';
  private last?: Sample;
  /** Set while play was asked for that the element hasn't heard of yet. */
  private intended?: number;
  private attempted = false;
  private started = false;
  /** Paused since it last moved. */
  private halted = false;
  private startup = 0;
  private stalledSince = 0;
  private seekFrom = 0;
  private seekTo = 0;
  /** The element's source is another, and its position not yet where it was. */
  private reloading = false;
  private rung?: Rung;
  private duration?: number;
  private errors = 0;
  private dropped = 0;
  private readonly ranges = new WatchedRanges();
  private readonly sums = { watchedMs: 0, stalledMs: 0, stalls: 0, seeks: 0, bitrateMs: 0, droppedFrames: 0, rungChanges: 0, downscaledMs: 0, hiddenMs: 0, bytes: 0 };

  constructor(private readonly emit: Emit) {}

  /** Playing was asked for, and was not paused since: heartbeats are due. */
  get active(): boolean {
    return this.started && (this.state === 'moving' || this.state === 'stalled' || this.state === 'seeking');
  }

  /** Anything is to be told of it. */
  get begun(): boolean {
    return this.attempted;
  }

  get position(): number | undefined {
    return this.last?.position;
  }

  totals(): Totals {
    const { sums } = this;
    const whole = Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, Math.round(value)])) as typeof sums;
    return { ...whole, watched: this.ranges.parts(this.duration) };
  }

  /** Play was asked for, by whom the element doesn't know: start-up is counted from now on. */
  asked(now: number): void {
    if (!this.attempted) this.intended ??= now;
  }

  /** The browser doesn't let it play by itself: nobody has asked yet. */
  refused(): void {
    this.intended = undefined;
  }

  /** Seconds; undefined while it isn't known or still grows. */
  lasts(duration: number | undefined): void {
    this.duration = duration;
  }

  loaded(bytes: number): void {
    this.sums.bytes += bytes;
  }

  /** What the element has dropped by now; it counts anew with each source. */
  hasDropped(frames: number): void {
    this.sums.droppedFrames += frames < this.dropped ? frames : frames - this.dropped;
    this.dropped = frames;
  }

  shows(rung: Rung, sample: Sample): void {
    this.settle(sample);
    const former = this.rung;
    if (former && former.height === rung.height && former.kbps === rung.kbps && former.codec === rung.codec) return;
    if (former) this.sums.rungChanges++;
    this.rung = rung;
    if (this.attempted) this.emit('rung', rung);
  }

  failed(error: EventDetails['error'], sample: Sample): void {
    this.settle(sample);
    if (error.fatal) this.attempt(sample.elapsed);
    if (!this.attempted || ++this.errors > mostErrors) return;
    if (error.fatal && this.state === 'starting') this.state = 'idle';
    this.emit('error', error);
  }

  visibility(hidden: boolean, sample: Sample): void {
    this.settle(sample);
    if (this.attempted) this.emit('visibility', { hidden });
  }

  heartbeat(sample: Sample): void {
    this.settle(sample);
    if (this.active) this.emit('heartbeat', {});
  }

  exit(sample: Sample): void {
    this.settle(sample);
    if (this.intended !== undefined) this.attempt(sample.elapsed);
    if (this.attempted) this.emit('exit', {});
  }

  happened(event: MediaEvent, sample: Sample): void {
    this.settle(sample);
    switch (event) {
      case 'play':
        return this.played(sample);
      case 'playing':
        return this.moves(sample);
      case 'waiting':
        return this.waits(sample);
      case 'pause':
        return this.pauses(sample);
      case 'seeked':
        if (this.state === 'seeking' && sample.paused) this.rests(sample);
        return;
      case 'ended':
        this.endStall(sample);
        this.state = 'ended';
        this.halted = true;
        if (this.started) this.emit('ended', {});
        return;
      case 'emptied':
        this.reloading = this.started;
        if (this.state === 'moving') this.stall(sample);
    }
  }

  /** Adds what passed since the last sample to what the state says it was. */
  private settle(sample: Sample): void {
    const { last } = this;
    this.last = sample;
    if (!last) return;
    const passed = Math.max(0, sample.elapsed - last.elapsed);
    const jumped = sample.seeking && !this.reloading && this.state !== 'seeking' && Math.abs(sample.position - last.position) >= smallestSeek;
    if (this.state === 'starting') this.startup += passed;
    if (this.state === 'stalled') this.sums.stalledMs += passed;
    if (this.state === 'moving') this.watched(last, sample, passed, jumped);
    if (jumped) this.seeks(last, sample, passed);
    else if (this.state === 'seeking') this.sought(sample);
  }

  private watched(last: Sample, sample: Sample, passed: number, jumped: boolean): void {
    const rate = Math.max(0.01, last.rate);
    const most = (passed / 1000) * rate;
    // Where it was before it jumped is known by the clock alone.
    const advanced = jumped ? most : sample.position - last.position;
    const credible = Math.min(passed, Math.max(0, advanced / rate) * 1000 + slack);
    this.sums.watchedMs += credible;
    this.sums.bitrateMs += credible * (this.rung?.kbps ?? 0);
    if (last.hidden) this.sums.hiddenMs += credible;
    if (last.downscaled) this.sums.downscaledMs += credible;
    if (advanced > 0 && advanced <= most + slack / 1000) this.ranges.add(last.position, Math.min(last.position + advanced, this.duration ?? Infinity));
  }

  private seeks(last: Sample, sample: Sample, passed: number): void {
    if (!this.started) return;
    const moved = this.state === 'moving' ? (passed / 1000) * last.rate : 0;
    this.endStall(sample);
    this.sums.seeks++;
    this.seekFrom = last.position + moved;
    this.seekTo = sample.position;
    this.state = 'seeking';
  }

  /** While a seek goes on: it may go elsewhere, or be over without the element saying that it plays. */
  private sought(sample: Sample): void {
    if (sample.seeking) this.seekTo = sample.position;
    else if (!sample.paused && !sample.ended && sample.position > this.seekTo + 0.05 && sample.position < this.seekTo + 1) this.moves(sample);
  }

  private played(sample: Sample): void {
    this.attempt(sample.elapsed);
    if (!this.started && this.state === 'idle') this.state = 'starting';
  }

  private attempt(elapsed: number): void {
    if (this.attempted) return;
    this.attempted = true;
    const ago = Math.max(0, elapsed - (this.intended ?? elapsed));
    this.intended = undefined;
    this.startup += ago;
    this.emit('attempt', {}, ago);
    if (this.rung) this.emit('rung', this.rung);
  }

  private moves(sample: Sample): void {
    if (sample.paused || sample.ended) return;
    this.reloading = false;
    if (this.state === 'moving') return;
    // A source of its own accord (the attribute autoplay): the element never said play.
    this.attempt(sample.elapsed);
    const { state } = this;
    this.endStall(sample);
    if (state === 'seeking') this.endSeek();
    this.state = 'moving';
    if (!this.started) {
      this.started = true;
      this.emit('playing', { startupMs: Math.round(this.startup) });
    } else if (this.halted) this.emit('resume', {});
    this.halted = false;
  }

  private waits(sample: Sample): void {
    if (!this.started || sample.paused || sample.ended) return;
    if (this.state === 'moving' || this.state === 'paused') this.stall(sample);
  }

  private pauses(sample: Sample): void {
    // Browsers pause an element that ends.
    if (sample.ended) return;
    if (!this.started) {
      if (this.state === 'starting') this.state = 'idle';
      return;
    }
    if (this.halted || this.state === 'ended') return;
    this.halted = true;
    this.endStall(sample);
    if (this.state !== 'seeking') this.state = 'paused';
    this.emit('pause', {});
  }

  /** A seek of a paused element is over. */
  private rests(sample: Sample): void {
    this.seekTo = sample.position;
    this.endSeek();
    this.state = 'paused';
    this.halted = true;
  }

  private stall(sample: Sample): void {
    this.state = 'stalled';
    this.sums.stalls++;
    this.stalledSince = sample.elapsed;
  }

  private endStall(sample: Sample): void {
    if (this.state !== 'stalled') return;
    this.state = 'paused';
    this.emit('stall', { durationMs: Math.round(sample.elapsed - this.stalledSince) });
  }

  private endSeek(): void {
    this.emit('seek', { from: tenths(this.seekFrom), to: tenths(this.seekTo) });
  }
}

const tenths = (seconds: number) => Math.round(seconds * 10) / 10;
