/** How long a count is believed, milliseconds. */
const fresh = 60_000;

/** How many notifications are new, as the header tells. Fires `change`. */
export class News extends EventTarget {
  count = 0;
  private who?: string;
  private since = -Infinity;

  constructor(
    private readonly ask: () => Promise<number>,
    private readonly now: () => number = Date.now,
  ) {
    super();
  }

  /** Asks again when it is another person's, or old. That it can't be had is nobody's trouble. */
  async look(who: string): Promise<void> {
    if (who === this.who && this.now() < this.since + fresh) return;
    const known = who === this.who ? this.count : 0;
    [this.who, this.since] = [who, this.now()];
    this.set(known);
    const count = who === '' ? 0 : await this.ask().catch(() => known);
    if (who === this.who) this.set(count);
  }

  /** All were seen. */
  clear(): void {
    this.since = this.now();
    this.set(0);
  }

  private set(count: number): void {
    if (count === this.count) return;
    this.count = count;
    this.dispatchEvent(new Event('change'));
  }
}
