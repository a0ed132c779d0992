import { getLive, type LiveWatch } from '../api/generated';
import { asProblem, type Problem } from '../api/problem';
import type { Client } from '../api/client';

/** How often one looks whether a stream is on air, milliseconds. */
export const lookEvery = 3000;

/** Problems that no waiting mends. */
const lasting = new Set([401, 403, 404]);

/** Looks at a live stream, again and again, until it is stopped. */
export class LiveSession {
  private readonly stopped = new AbortController();
  private timer?: ReturnType<typeof setTimeout>;

  /** @param changed Called with what is known of the stream, or with why it can't be watched. */
  constructor(
    private readonly client: Client,
    private readonly livePlaybackId: string,
    private readonly token: string | undefined,
    private readonly changed: (stream: LiveWatch | undefined, problem: Problem | undefined) => void,
  ) {}

  async look(): Promise<void> {
    clearTimeout(this.timer);
    let problem: Problem | undefined;
    try {
      const stream = await getLive(this.client.request, { livePlaybackId: this.livePlaybackId, token: this.token }, this.stopped.signal);
      if (!this.stopped.signal.aborted) this.changed(stream, undefined);
    } catch (error) {
      if (this.stopped.signal.aborted) return;
      problem = asProblem(error);
      if (lasting.has(problem.status)) this.changed(undefined, problem);
    }
    if (!this.stopped.signal.aborted && !lasting.has(problem?.status ?? 0)) this.timer = setTimeout(() => void this.look(), lookEvery);
  }

  stop(): void {
    this.stopped.abort();
    clearTimeout(this.timer);
  }
}
