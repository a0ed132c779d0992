/** Seconds as 1:02:03 or 2:03. */
export function clock(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return '–';
  const whole = Math.round(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Bytes in decimal units, three significant digits: 1.54 GB. */
export function bytes(count: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = Math.max(0, count);
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 ? Math.round(value) : value.toPrecision(value >= 100 ? 3 : 2 + Number(value >= 10))} ${units[unit]}`;
}

/** A waiting time for people: "a few seconds", "40 s", "3 min", "2 h 5 min". */
export function eta(seconds: number | undefined): string {
  if (seconds === undefined || !Number.isFinite(seconds)) return '';
  if (seconds < 5) return 'a few seconds';
  if (seconds < 90) return `${Math.ceil(seconds / 5) * 5} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A time for people: the day and the minute, in their own words. */
export const when = (iso: string): string => new Date(iso).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** The day alone. */
export const day = (iso: string): string => new Date(iso).toLocaleDateString(undefined, { dateStyle: 'medium' });

export function percent(fraction: number | undefined): string {
  return `${Math.round(Math.min(1, Math.max(0, fraction ?? 0)) * 100)} %`;
}

/** What its owner is asked before a video is made that costs more than its cap. */
export function questionText({ expectedDollars, capDollars }: { expectedDollars: number; capDollars: number }): string {
  return `Making it is expected to cost $${expectedDollars}, more than your cap of $${capDollars}.`;
}

/** How often something was viewed: `1 view`, `1,234 views`. */
export const viewsText = (views: number): string => (views === 1 ? '1 view' : `${views.toLocaleString()} views`);
