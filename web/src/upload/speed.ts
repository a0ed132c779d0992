/** Speed and remaining time from what has been sent over the last seconds. */
export class SpeedMeter {
  private samples: { at: number; bytes: number }[] = [];

  /** @param windowMs how far back a speed looks, milliseconds */
  constructor(private readonly windowMs = 8000) {}

  add(bytes: number, at: number): void {
    const last = this.samples.at(-1);
    // A block that failed counts back: speeds never look across that.
    if (last && bytes < last.bytes) this.samples = [];
    this.samples.push({ at, bytes });
    while (this.samples.length > 2 && this.samples[0]!.at < at - this.windowMs) this.samples.shift();
  }

  reset(): void {
    this.samples = [];
  }

  /** Bytes a second; undefined until half a second has been seen. */
  get speed(): number | undefined {
    const [first, last] = [this.samples[0], this.samples.at(-1)];
    if (!first || !last || last.at - first.at < 500) return undefined;
    return ((last.bytes - first.bytes) * 1000) / (last.at - first.at);
  }

  /** Seconds until `total` is reached at the present speed. */
  remaining(total: number): number | undefined {
    const { speed } = this;
    const sent = this.samples.at(-1)?.bytes;
    return speed && sent !== undefined ? Math.max(0, total - sent) / speed : undefined;
  }
}
