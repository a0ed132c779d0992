import type { Heading, Waiting } from './outbox';

const prefix = 'stream.telemetry.queue.';
const version = 1;

/** What is written: headings once, events by the number of theirs. */
interface Kept {
  version: number;
  headings: Heading[];
  events: [heading: number, seq: number, at: number, heartbeat: boolean, json: string][];
}

/**
 * What waits, kept on the device past a reload or a closed tab. In localStorage, because only what is written at once is
 * written when a page goes away. Each page writes a key of its own; a page that starts takes over what others have left.
 * One that is still open sends the same once more, which does no harm.
 */
export class KeptQueue {
  private written = false;

  constructor(
    private readonly name: string,
    private readonly storage: Storage | undefined = deviceStorage(),
  ) {}

  save(waiting: readonly Waiting[]): void {
    if (waiting.length === 0 && !this.written) return;
    try {
      if (waiting.length === 0) this.storage?.removeItem(prefix + this.name);
      else this.storage?.setItem(prefix + this.name, JSON.stringify(pack(waiting)));
      this.written = waiting.length > 0;
    } catch {
      // A device that is full, or keeps nothing: what waits lasts as long as the page.
    }
  }

  /** What pages before this one have left. */
  takeOver(): Waiting[] {
    const found: Waiting[] = [];
    for (const key of this.keys()) {
      if (key === prefix + this.name) continue;
      try {
        found.push(...unpack(this.storage?.getItem(key) ?? ''));
        this.storage?.removeItem(key);
      } catch {
        this.discard(key);
      }
    }
    return found;
  }

  /** Leaves nothing on the device. */
  forget(): void {
    for (const key of this.keys()) this.discard(key);
    this.written = false;
  }

  private discard(key: string): void {
    try {
      this.storage?.removeItem(key);
    } catch {
      // Storage that can't be written can't be cleared.
    }
  }

  private keys(): string[] {
    const { storage } = this;
    try {
      return storage ? Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '').filter((key) => key.startsWith(prefix)) : [];
    } catch {
      return [];
    }
  }
}

/** Reading `localStorage` itself throws where storage is blocked. */
export function deviceStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

function pack(waiting: readonly Waiting[]): Kept {
  const headings = [...new Set(waiting.map(({ heading }) => heading))];
  return { version, headings, events: waiting.map(({ heading, seq, at, heartbeat, json }) => [headings.indexOf(heading), seq, at, heartbeat, json]) };
}

/** Throws at what isn't of this form; what another version has written is nothing. */
function unpack(text: string): Waiting[] {
  const kept = JSON.parse(text) as Kept;
  if (kept.version !== version) return [];
  return kept.events.map(([number, seq, at, heartbeat, json]) => {
    const heading = kept.headings[number];
    if (!heading || typeof heading.url !== 'string' || typeof heading.session !== 'string' || typeof at !== 'number' || typeof json !== 'string') throw new TypeError('no event');
    return { heading, seq, at, heartbeat, json };
  });
}
