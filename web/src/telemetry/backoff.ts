import type { Clock } from './clock';

/** Milliseconds: the first pause, and the longest that is not asked for. */
const [first, longest] = [1000, 60_000];

/** The longest pause that a server can ask for, in milliseconds. */
const mostAsked = 3_600_000;

/** How long to wait after each failure: twice as long each time, a random part of it, and never less than the server asks for. */
export class Backoff {
  private failures = 0;

  constructor(private readonly clock: Clock) {}

  get failing(): boolean {
    return this.failures > 0;
  }

  succeeded(): void {
    this.failures = 0;
  }

  /** @param retryAfter The header of the answer, seconds or a date, where there was one. */
  failed(retryAfter?: string | null): number {
    const most = Math.min(longest, first * 2 ** Math.min(this.failures++, 16));
    return Math.max(most * (0.5 + this.clock.random() / 2), this.asked(retryAfter));
  }

  private asked(retryAfter?: string | null): number {
    if (!retryAfter) return 0;
    const milliseconds = /^\d+$/.test(retryAfter.trim()) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - this.clock.now();
    return Number.isFinite(milliseconds) ? Math.min(mostAsked, Math.max(0, milliseconds)) : 0;
  }
}
