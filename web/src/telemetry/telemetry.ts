import { browserLine } from './browser-line';
import { systemClock, type Clock } from './clock';
import { deviceStorage, KeptQueue } from './kept-queue';
import { Outbox } from './outbox';
import { PlaybackReport, type ReportOptions } from './playback-report';
import { Sender, type Line } from './sender';

/** What a page is made of; each can be another's in tests. */
export interface Surroundings {
  clock: Clock;
  line: Line;
  /** Where what waits is kept, of viewers who agreed to it. */
  storage: Storage | undefined;
}

/**
 * Tells the platform how videos play on this page. One a page: all its players share a queue and its requests. Nothing that
 * goes wrong here reaches the player.
 */
export class Telemetry {
  private readonly surroundings: Surroundings;
  private readonly sender: Sender;
  private readonly reports = new Set<PlaybackReport>();
  private listening = false;
  /** The page goes away: that it is hidden then is no news. */
  private leaving = false;

  constructor(surroundings: Partial<Surroundings> = {}) {
    const all = (this.surroundings = { clock: systemClock, line: browserLine, storage: deviceStorage(), ...surroundings });
    const name = Math.floor(all.clock.random() * 2 ** 40).toString(36);
    this.sender = new Sender(new Outbox(), new KeptQueue(name, all.storage), all.line, all.clock);
  }

  /** Tells of what plays in this element from now on, as one session, until the report is closed. */
  watch(video: HTMLVideoElement, options: ReportOptions): PlaybackReport {
    this.listen();
    const report = new PlaybackReport(video, options, this.sender, this.surroundings, (closed) => this.reports.delete(closed));
    if (options.consent !== 'none') this.reports.add(report);
    return report;
  }

  private listen(): void {
    if (this.listening) return;
    this.listening = true;
    window.addEventListener('online', () => this.sender.online());
    window.addEventListener('pageshow', () => (this.leaving = false));
    window.addEventListener('pagehide', () => {
      this.leaving = true;
      for (const report of this.reports) report.exit();
      this.sender.leave();
    });
    document.addEventListener('visibilitychange', () => {
      if (this.leaving) return;
      for (const report of this.reports) report.visibility(document.hidden);
      if (document.hidden) this.sender.hidden();
    });
  }
}
