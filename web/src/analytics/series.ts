import type { Analytics, ViewersPresent } from '../api/generated';
import { clock } from '../ui/format';
import type { ChartPoint } from './geometry';

const windows: Record<Analytics['grain'], Intl.DateTimeFormatOptions> = {
  // Days are the platform's, which are those of UTC.
  day: { day: 'numeric', month: 'short', timeZone: 'UTC' },
  hour: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  minute: { hour: '2-digit', minute: '2-digit' },
};

/** A metric's course. */
export function pointsOf({ series, grain }: Pick<Analytics, 'series' | 'grain'>, metric: string): ChartPoint[] {
  const format = new Intl.DateTimeFormat(undefined, windows[grain]);
  return series.map(({ start, values }) => ({ label: format.format(new Date(start)), value: values[metric] }));
}

/** Viewers of each minute. */
export const minutePoints = ({ from, minutes }: ViewersPresent): ChartPoint[] => {
  const format = new Intl.DateTimeFormat(undefined, windows.minute);
  return minutes.map((value, i) => ({ label: format.format(Date.parse(from) + i * 60_000), value }));
};

/** Parts of a title by where they begin: by the clock where its length is known. */
export const retentionPoints = (shares: readonly number[], seconds: number | undefined): ChartPoint[] =>
  shares.map((value, i) => ({ label: seconds ? clock((i / shares.length) * seconds) : `${i} %`, value }));
