import { Backoff } from './backoff';
import type { Clock } from './clock';
import type { KeptQueue } from './kept-queue';
import type { Batch, Heading, Outbox, Waiting } from './outbox';
import type { TelemetryEvent } from './contract';

/** How requests leave the page. */
export interface Line {
  /** Throws when nothing answered. */
  post(url: string, body: string): Promise<{ status: number; retryAfter?: string | null }>;
  /** Sends without waiting for an answer, also while the page goes away; false when the browser takes no more. */
  beacon(url: string, body: string): boolean;
  /** False when there surely is no network. */
  online(): boolean;
}

/** Milliseconds between events that can wait and their request. */
const patience = 5000;

/**
 * Sends what waits, one request at a time. An answer ends it for all that was sent, whatever was thought of single events; 429,
 * 5xx and silence mean the same events again later; any other refusal means that nobody will ever want them.
 */
export class Sender {
  private readonly backoff: Backoff;
  private inFlight = new Set<Waiting>();
  private planned?: { at: number; cancel: () => void };
  /** Not before: the platform has asked for it. */
  private earliest = 0;

  constructor(
    private readonly outbox: Outbox,
    private readonly kept: KeptQueue,
    private readonly line: Line,
    private readonly clock: Clock,
  ) {
    this.backoff = new Backoff(clock);
  }

  add(heading: Heading, event: TelemetryEvent, urgent: boolean): void {
    this.outbox.add(heading, event);
    if (this.backoff.failing) this.kept.save(this.outbox.lasting);
    else this.plan(urgent ? 0 : patience);
  }

  /** Sends what earlier pages have left. */
  resume(): void {
    for (const each of this.kept.takeOver()) this.outbox.put(each);
    if (this.outbox.size === 0) return;
    this.kept.save(this.outbox.lasting);
    if (!this.backoff.failing) this.plan(0);
  }

  /** Nothing of what is kept on the device may stay there. */
  forget(session?: string): void {
    if (session) this.outbox.forget(session);
    this.kept.forget();
    this.kept.save(this.outbox.lasting);
  }

  /** The network is back: soon, but not with everybody else at once. */
  online(): void {
    if (this.outbox.size > 0) this.plan(this.clock.random() * 1000, true);
  }

  /** The page may go away without another word: sends now what waits. */
  hidden(): void {
    this.kept.save(this.outbox.lasting);
    if (!this.backoff.failing) this.plan(0);
  }

  /** The page goes away. What is under way is sent too: who knows whether it arrives. */
  leave(): void {
    this.kept.save(this.outbox.lasting);
    if (!this.line.online()) return;
    const sent = new Set<Waiting>();
    for (let batch = this.outbox.batch(this.clock.now()); batch; batch = this.outbox.batch(this.clock.now(), sent)) {
      if (!this.line.beacon(batch.url, batch.body(this.clock.now()))) return;
      for (const each of batch.events) sent.add(each);
    }
  }

  private plan(milliseconds: number, anew = false): void {
    const now = this.clock.elapsed();
    const at = Math.max(now + milliseconds, this.earliest);
    if (this.planned && !anew && this.planned.at <= at) return;
    this.planned?.cancel();
    this.planned = { at, cancel: this.clock.after(at - now, () => ((this.planned = undefined), void this.send())) };
  }

  private async send(): Promise<void> {
    if (this.inFlight.size > 0) return;
    const batch = this.outbox.batch(this.clock.now());
    if (!batch) return;
    if (!this.line.online()) return this.again();
    this.inFlight = new Set(batch.events);
    const answer = await this.line.post(batch.url, batch.body(this.clock.now())).catch(() => undefined);
    this.inFlight = new Set();
    if (!answer || answer.status === 429 || answer.status >= 500) return this.again(answer?.retryAfter);
    this.settled(batch);
  }

  private settled(batch: Batch): void {
    this.backoff.succeeded();
    this.outbox.drop(batch.events);
    this.kept.save(this.outbox.lasting);
    if (this.outbox.size > 0) this.plan(0);
  }

  private again(retryAfter?: string | null): void {
    this.kept.save(this.outbox.lasting);
    const pause = this.backoff.failed(retryAfter);
    if (retryAfter) this.earliest = this.clock.elapsed() + pause;
    this.plan(pause, true);
  }
}
