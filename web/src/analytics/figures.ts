import { bytes } from '../ui/format';

const number = (value: number, digits: number): string => new Intl.NumberFormat(undefined, { maximumFractionDigits: digits }).format(value);

/** A figure for people, by the unit that the platform gives it; a dash where none is known. */
export function figureText(value: number | undefined, unit: string): string {
  if (value === undefined) return '–';
  switch (unit) {
    case 'ms':
      return durationText(value);
    case 'share':
      return shareText(value);
    case 'kbit/s':
      return value >= 1000 ? `${number(value / 1000, 1)} Mbit/s` : `${number(value, 0)} kbit/s`;
    case 'bytes':
      return bytes(value);
    default:
      return number(value, 1);
  }
}

/** Milliseconds: 850 ms, 1.24 s, 2 min 5 s, 3 h 12 min, 1,234 h. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 999.5) return `${number(milliseconds, 0)} ms`;
  if (milliseconds < 59_995) return `${number(milliseconds / 1000, 2)} s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 3600) return pair(Math.floor(seconds / 60), 'min', seconds % 60, 's');
  const minutes = Math.round(seconds / 60);
  return minutes < 48 * 60 ? pair(Math.floor(minutes / 60), 'h', minutes % 60, 'min') : `${number(minutes / 60, 0)} h`;
}

/** Shares that matter are often small, or nearly all: 0.34 %, 41.5 %, 99.95 %. */
export const shareText = (share: number): string => `${number(share * 100, Math.abs(share) < 0.1 || share > 0.99 ? 2 : 1)} %`;

export interface Change {
  text: string;
  /** Left out where nothing changed. */
  better?: boolean;
}

/** How a figure is to what it was before; nothing where either isn't known. */
export function changeOf(now: number | undefined, before: number | undefined, lessIsBetter = false): Change | undefined {
  if (now === undefined || before === undefined) return undefined;
  if (now === before) return { text: 'as before' };
  const better = now > before !== lessIsBetter;
  if (before === 0) return { text: 'none before', better };
  const share = (now - before) / before;
  // What rounds to nothing is none.
  if (Math.abs(share) < 0.0005) return { text: 'as before' };
  return { text: `${share > 0 ? '+' : '−'}${number(Math.abs(share) * 100, Math.abs(share) < 0.1 ? 1 : 0)} %`, better };
}

/** Which share of plays watched each part of a title. Parts that were watched before a play counted never make more than all. */
export function retentionShares(parts: readonly number[], plays: number | undefined): number[] {
  const all = Math.max(plays ?? 0, ...parts);
  return all > 0 ? parts.map((part) => part / all) : [];
}

const pair = (large: number, unit: string, small: number, smaller: string): string => `${large} ${unit}${small > 0 ? ` ${small} ${smaller}` : ''}`;
