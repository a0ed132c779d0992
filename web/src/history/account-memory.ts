import { Client } from '../api/client';
import { getVideoHistory, putVideoHistory } from '../api/generated';
import { keyStore } from '../pages/key-store';
import { hasSomebody, session } from '../session/access';
import { known } from './known-progress';
import type { Watched, WatchMemory } from './watch-memory';

/** What the platform's clock is ahead of ours, in milliseconds, by the first answer that said it. */
let ahead: number | undefined;

/** A request that is under way when the page goes is sent all the same. */
const lasting: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, keepalive: true });
  const date = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(date)) ahead ??= date - Date.now();
  return response;
};

/** The history of whoever is there, kept by the platform unless they paused it. Of nobody nothing is kept. */
class AccountMemory implements WatchMemory {
  /** Videos of which nothing is to be told: the history is paused, or theirs knows none of them. */
  private readonly silent = new Set<string>();
  private sent: Promise<unknown> = Promise.resolve();

  async resumeAt(playbackId: string): Promise<number | undefined> {
    try {
      if (session.userId === undefined) await session.start();
      if (!hasSomebody()) return undefined;
      const { paused, video } = await getVideoHistory(this.client().request, { playbackId });
      this.silent[paused ? 'add' : 'delete'](playbackId);
      return video?.resumeSeconds;
    } catch {
      this.silent.add(playbackId);
      return undefined;
    }
  }

  note(playbackId: string, { position, watched }: Watched): void {
    if (!hasSomebody() || this.silent.has(playbackId)) return;
    const at = ahead === undefined ? undefined : new Date(Date.now() + ahead).toISOString();
    this.sent = putVideoHistory(this.client().request, { playbackId, body: { positionSeconds: position, watched, at } }).then(
      ({ paused, video }) => (paused ? this.silent.add(playbackId) : video && known.learn(video)),
      () => undefined,
    );
  }

  /** Once what was told last is there, or lost: whoever lists the history waits for it. */
  settled(): Promise<unknown> {
    return this.sent;
  }

  private client(): Client {
    const apiKey = session.userId ? undefined : keyStore.get();
    return new Client(apiKey ? { apiKey, fetch: lasting } : { access: session, fetch: lasting });
  }
}

export const accountMemory = new AccountMemory();
