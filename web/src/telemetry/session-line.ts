import { Backoff } from './backoff';
import type { PlayerName, SessionGrant, TelemetryEvent } from './contract';
import type { Heading } from './outbox';
import { forgetVisitor, lowered, visitorId, type Consent } from './privacy';
import type { Sender } from './sender';
import { cameFrom, SessionRefused, type SessionSource } from './sessions';
import type { Surroundings } from './telemetry';

/** How many events wait for a session, and how often one is asked for. */
const [mostHeld, mostAsked] = [200, 12];

/**
 * The way of one playback's events: they wait until there is a session, which is asked for with the first of them, and then go
 * to the page's queue. After a no, or without consent, they go nowhere.
 */
export class SessionLine {
  /** The session, once there is one. */
  granted?: SessionGrant;
  private readonly backoff: Backoff;
  private readonly named: ((sessionId: string) => void)[] = [];
  private heading?: Heading;
  private held: { event: TelemetryEvent; urgent: boolean }[] = [];
  private asked = 0;
  private closed = false;

  /** @param player Looked at with each event: which engine plays shows late. */
  constructor(
    private readonly source: SessionSource,
    private readonly consent: Consent | (() => Consent | Promise<Consent>),
    private readonly player: Readonly<PlayerName>,
    private readonly sender: Sender,
    private readonly around: Surroundings,
  ) {
    this.backoff = new Backoff(around.clock);
  }

  /** @param cdn The host that segments come from, where that is known. */
  add(event: TelemetryEvent, urgent: boolean, cdn?: string): void {
    if (this.closed) return;
    if (this.heading) return this.send(event, urgent, cdn);
    this.held.push({ event, urgent });
    if (this.held.length > mostHeld) this.held.splice(Math.max(0, this.held.findIndex((each) => each.event.type === 'heartbeat')), 1);
    if (this.asked === 0) void this.open();
  }

  /** Tells the session's id, now or when there is one. */
  whenNamed(tell: (sessionId: string) => void): void {
    if (this.granted) tell(this.granted.sessionId);
    else this.named.push(tell);
  }

  /** Nothing is told from now on. */
  close(): void {
    this.closed = true;
    this.held = [];
  }

  /** Nothing is told from now on, what waits is dropped, and nothing of the viewer stays on the device. */
  withdraw(): void {
    this.close();
    this.forget();
  }

  private send(event: TelemetryEvent, urgent: boolean, cdn?: string): void {
    const { player } = this;
    let heading = this.heading!;
    // What is queued keeps the heading that it was queued with.
    if (heading.cdn !== cdn || heading.player.engine !== player.engine) heading = this.heading = { ...heading, cdn, player: { ...player } };
    this.sender.add(heading, event, urgent);
  }

  /** Asks for a session until there is one, or there will be none. */
  private async open(): Promise<void> {
    this.asked++;
    try {
      const given = lowered(typeof this.consent === 'function' ? await this.consent() : this.consent);
      if (given === 'none') return this.withdraw();
      if (given === 'full') this.sender.resume();
      else this.forget();
      const visitor = given === 'full' ? visitorId(this.around.storage) : undefined;
      const source = cameFrom();
      this.opened(await this.source({ ...(visitor ? { visitor } : {}), ...(source ? { source } : {}) }, given), given === 'full');
    } catch (error) {
      const refused = error instanceof SessionRefused ? error : undefined;
      if ((refused && !refused.passing) || this.asked >= mostAsked) return this.close();
      this.around.clock.after(this.backoff.failed(refused?.retryAfter), () => !this.closed && void this.open());
    }
  }

  private opened(grant: SessionGrant, lasting: boolean): void {
    if (this.closed) return;
    this.granted = grant;
    this.heading = { url: new URL(grant.reportUrl, location.href).href, session: grant.sessionToken, player: { ...this.player }, lasting };
    for (const tell of this.named.splice(0)) tell(grant.sessionId);
    for (const { event, urgent } of this.held.splice(0)) this.send(event, urgent);
  }

  private forget(): void {
    this.sender.forget(this.granted?.sessionToken);
    forgetVisitor(this.around.storage);
  }
}
