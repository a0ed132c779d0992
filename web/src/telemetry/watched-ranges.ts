/** How many stretches are kept apart; beyond it the shortest is forgotten. */
const most = 200;

/** Which stretches of a title were watched, in seconds; told as hundredths once its length is known. */
export class WatchedRanges {
  private ranges: [from: number, to: number][] = [];

  /** Adds what was watched; it usually continues the last one. */
  add(from: number, to: number): void {
    if (!(to > from)) return;
    const apart = this.ranges.filter(([start, end]) => end < from || start > to);
    const touching = this.ranges.filter(([start, end]) => end >= from && start <= to);
    const joined: [number, number] = [Math.min(from, ...touching.map(([start]) => start)), Math.max(to, ...touching.map(([, end]) => end))];
    this.ranges = [...apart, joined];
    if (this.ranges.length > most) this.ranges.splice(this.ranges.indexOf(this.ranges.reduce((a, b) => (length(a) <= length(b) ? a : b))), 1);
  }

  /** 25 hexadecimal digits, part 0 in the most significant bit; none while the length isn't known. A part counts that was watched in any place. */
  parts(duration: number | undefined): string {
    const bits = new Uint8Array(100);
    if (duration && Number.isFinite(duration) && duration > 0) {
      for (const [from, to] of this.ranges) {
        // Less than a millionth is arithmetic.
        const last = Math.min(99, Math.ceil((to * 100) / duration - 1e-6) - 1);
        for (let part = Math.max(0, Math.floor((from * 100) / duration + 1e-6)); part <= last; part++) bits[part] = 1;
      }
    }
    let digits = '';
    for (let i = 0; i < 100; i += 4) digits += ((bits[i]! << 3) | (bits[i + 1]! << 2) | (bits[i + 2]! << 1) | bits[i + 3]!).toString(16);
    return digits;
  }
}

const length = ([from, to]: [number, number]) => to - from;
