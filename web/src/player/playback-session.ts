import { Problem, asProblem } from '../api/problem';
import { statusOf, statusText, type PlaybackInfo } from '../api/types';

/** What is known about a playback id at a moment. */
export type Playback =
  | { phase: 'loading' }
  /** Not playable yet; it will be looked at again. */
  | { phase: 'waiting'; reason: string; info?: PlaybackInfo }
  | { phase: 'playable'; info: PlaybackInfo }
  /** Looking failed for now (`retrying`), or there is nothing to wait for. */
  | { phase: 'failed'; problem: Problem; retrying: boolean; info?: PlaybackInfo };

export interface SessionOptions {
  load: (signal: AbortSignal) => Promise<PlaybackInfo>;
  onChange: (playback: Playback) => void;
  /** Calls back after so many milliseconds; returns how to stop it. */
  schedule?: (then: () => void, milliseconds: number) => () => void;
}

/** Milliseconds between looks. Short while somebody waits to see the first picture. */
export const pace = { waiting: 1000, growing: 2000, retryLongest: 15_000 } as const;

const byTimer = (then: () => void, milliseconds: number) => {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * Looks at a playback id until it is settled: waits for what is not ready, follows what grows until its final
 * revision is there, retries what the network broke, and stops at what no waiting will change.
 */
export class PlaybackSession {
  current: Playback = { phase: 'loading' };
  private readonly abort = new AbortController();
  private cancel = () => {};
  private failures = 0;
  private info?: PlaybackInfo;

  constructor(private readonly options: SessionOptions) {}

  start(): void {
    void this.look();
  }

  /** Looks now, whatever was planned. */
  refresh(): void {
    this.failures = 0;
    this.cancel();
    void this.look();
  }

  stop(): void {
    this.cancel();
    this.abort.abort();
  }

  private async look(): Promise<void> {
    try {
      const info = await this.options.load(this.abort.signal);
      if (this.abort.signal.aborted) return;
      this.failures = 0;
      this.info = info;
      this.settle(judge(info));
    } catch (error) {
      if (this.abort.signal.aborted) return;
      this.trouble(asProblem(error));
    }
  }

  private trouble(problem: Problem): void {
    if (problem.status === 409 && problem.code.endsWith('not_ready')) {
      this.failures = 0;
      return this.settle({ phase: 'waiting', reason: problem.message });
    }
    if (!problem.transient) return this.settle({ phase: 'failed', problem, retrying: false, info: this.info });
    this.failures++;
    this.settle({ phase: 'failed', problem, retrying: true, info: this.info });
  }

  private settle(playback: Playback): void {
    this.current = playback;
    this.options.onChange(playback);
    const pause = this.pauseAfter(playback);
    if (pause !== undefined && !this.abort.signal.aborted) {
      this.cancel = (this.options.schedule ?? byTimer)(() => void this.look(), pause);
    }
  }

  private pauseAfter(playback: Playback): number | undefined {
    switch (playback.phase) {
      case 'waiting':
        return pace.waiting;
      case 'playable':
        return playback.info.growing ? pace.growing : undefined;
      case 'failed':
        return playback.retrying ? Math.min(pace.retryLongest, 1000 * 2 ** (this.failures - 1)) : undefined;
      default:
        return undefined;
    }
  }
}

/** What an answer means for somebody who wants to watch. */
export function judge(info: PlaybackInfo): Playback {
  const status = statusOf(info.status);
  if (status === 'failed' || status === 'cancelled' || status === 'deleting' || status === 'deleted') {
    const message = info.failure?.message ?? `This video is not available: ${statusText(info.status).toLowerCase()}.`;
    return { phase: 'failed', problem: new Problem(409, info.failure?.code ?? `asset.${status}`, message), retrying: false, info };
  }
  if (info.hlsUrl && (status === 'ready' || info.growing || info.revision > 0)) return { phase: 'playable', info };
  return { phase: 'waiting', reason: `${statusText(info.status) || 'Being prepared'}…`, info };
}

/** Whether a player that holds one revision should move on to what is known now. */
export function shouldMove(held: { revision: number; growing: boolean }, info: PlaybackInfo): boolean {
  return !info.growing && (info.revision !== held.revision || held.growing);
}
