import { limits, type PlayerName, type TelemetryEvent } from './contract';

/** What all events of a session share; events with the same heading travel in one beacon. */
export interface Heading {
  /** Where they go. */
  url: string;
  /** The session's token. */
  session: string;
  player: PlayerName;
  /** The host that segments come from. */
  cdn?: string;
  /** May be kept on the device. */
  lasting: boolean;
}

/** An event that waits to be sent, as the JSON that it will be sent as. */
export interface Waiting {
  heading: Heading;
  seq: number;
  at: number;
  heartbeat: boolean;
  json: string;
}

/** Bounds of what waits: number, bytes, and milliseconds since it happened (the platform takes nothing that is a day old). */
export const bounds = { events: 2000, bytes: 262_144, age: 86_100_000 } as const;

/** One request's worth of events. */
export interface Batch {
  url: string;
  /** Writes the body as of now. */
  body(now: number): string;
  events: readonly Waiting[];
}

/** Bytes that a beacon takes beside its events, at most. */
const frame = 1024;

/**
 * Events that the platform hasn't answered for yet, oldest first. One leaves only when its answer is here, so that a request of
 * which nothing was heard is sent again, with the same numbers. When there are too many the oldest heartbeats go first: later
 * ones have all that they said but when it was.
 */
export class Outbox {
  private waiting: Waiting[] = [];
  private bytes = 0;

  get size(): number {
    return this.waiting.length;
  }

  add(heading: Heading, event: TelemetryEvent): void {
    this.put({ heading, seq: event.seq, at: event.at, heartbeat: event.type === 'heartbeat', json: JSON.stringify(event) });
  }

  put(waiting: Waiting): void {
    this.waiting.push(waiting);
    this.bytes += waiting.json.length;
    while (this.waiting.length > bounds.events || this.bytes > bounds.bytes) {
      const heartbeat = this.waiting.findIndex((each) => each.heartbeat);
      for (const gone of this.waiting.splice(Math.max(0, heartbeat), 1)) this.bytes -= gone.json.length;
    }
  }

  /** The oldest events that one request can carry, leaving out those given. */
  batch(now: number, but: ReadonlySet<Waiting> = new Set(), bytes: number = limits.bytes): Batch | undefined {
    this.drop(this.waiting.filter((each) => now - each.at > bounds.age));
    const url = this.waiting.find((each) => !but.has(each))?.heading.url;
    if (url === undefined) return undefined;
    const beacons = new Map<string, Waiting[]>();
    const events: Waiting[] = [];
    let room = bytes;
    for (const each of this.waiting) {
      if (but.has(each) || each.heading.url !== url) continue;
      const key = keyOf(each.heading);
      const beacon = beacons.get(key) ?? [];
      const size = sizeOf(each.json) + (beacon.length === 0 ? frame + each.heading.session.length : 1);
      if (size > room) break;
      if (beacon.length >= limits.events || (beacon.length === 0 && beacons.size >= limits.beacons)) continue;
      room -= size;
      beacon.push(each);
      beacons.set(key, beacon);
      events.push(each);
    }
    if (events.length === 0) return undefined;
    return { url, events, body: (sentAt) => `{"beacons":[${[...beacons.values()].map((beacon) => write(beacon, sentAt)).join()}]}` };
  }

  drop(gone: readonly Waiting[]): void {
    if (gone.length === 0) return;
    const set = new Set(gone);
    this.waiting = this.waiting.filter((each) => !set.has(each));
    this.bytes = this.waiting.reduce((sum, each) => sum + each.json.length, 0);
  }

  /** Drops what is of this session. */
  forget(session: string): void {
    this.drop(this.waiting.filter((each) => each.heading.session === session));
  }

  /** What may be kept on the device. */
  get lasting(): readonly Waiting[] {
    return this.waiting.filter((each) => each.heading.lasting);
  }
}

const encoder = new TextEncoder();
const sizeOf = (text: string) => encoder.encode(text).length;

const keyOf = ({ session, player, cdn }: Heading) => `${session} ${player.engine} ${cdn ?? ''}`;

function write(beacon: readonly Waiting[], sentAt: number): string {
  const { session, player, cdn } = beacon[0]!.heading;
  return `${JSON.stringify({ session, sentAt: Math.round(sentAt), player, cdn }).slice(0, -1)},"events":[${beacon.map(({ json }) => json).join()}]}`;
}
