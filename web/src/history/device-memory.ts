import { deviceStorage } from '../telemetry/kept-queue';
import { resumeFrom, type Watched, type WatchMemory } from './watch-memory';

const key = 'stream.watched';
const most = 100;
const longest = 90 * 864e5;

type Kept = Record<string, { position: number; duration?: number; at: number }>;

/** Where one stopped, on the device alone: of viewers who agreed to that, for pages without accounts. The latest 100, for 90 days. */
export class DeviceMemory implements WatchMemory {
  constructor(
    private readonly storage: Storage | undefined = deviceStorage(),
    private readonly now: () => number = Date.now,
  ) {}

  resumeAt(playbackId: string): Promise<number | undefined> {
    const kept = this.read()[playbackId];
    return Promise.resolve(kept && kept.at > this.now() - longest ? resumeFrom(kept) : undefined);
  }

  note(playbackId: string, { position, duration }: Watched): void {
    const all = { ...this.read(), [playbackId]: { position, duration, at: this.now() } };
    const latest = Object.entries(all).filter(([, { at }]) => at > this.now() - longest).sort(([, a], [, b]) => b.at - a.at).slice(0, most);
    try {
      this.storage?.setItem(key, JSON.stringify(Object.fromEntries(latest)));
    } catch {
      // A device that is full, or keeps nothing.
    }
  }

  /** Of who doesn't agree any more. */
  forget(): void {
    try {
      this.storage?.removeItem(key);
    } catch {
      // What can't be written was never written.
    }
  }

  private read(): Kept {
    try {
      const kept: unknown = JSON.parse(this.storage?.getItem(key) ?? '{}');
      return typeof kept === 'object' && kept !== null ? (kept as Kept) : {};
    } catch {
      return {};
    }
  }
}
