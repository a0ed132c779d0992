import { getAssetAnalytics, getBusiness, getChannelAnalytics, getPlatformAnalytics, type Analytics, type Send } from '../api/generated';

/** What figures are of. */
export type Subject = { kind: 'video' | 'channel'; id: string } | { kind: 'platform' | 'business' };

export type Breakdown = NonNullable<Analytics['by']>;

export interface Times {
  from: string;
  to: string;
}

export interface Question extends Times {
  metrics: readonly string[];
  grain?: Analytics['grain'];
  by?: Breakdown;
  /** The totals of as long a time just before too. */
  compare?: boolean;
}

/** Periods to choose from, by their days. */
export const periods: Record<number, string> = { 1: '24 hours', 7: '7 days', 28: '28 days', 90: '90 days', 365: '365 days' };

/** The last days, or of one day the last hours, as many windows of the platform: those of which the last is now. */
export function lastDays(days: number, now = Date.now()): Times {
  const [length, count] = days === 1 ? [3_600_000, 24] : [86_400_000, days];
  return { from: iso((Math.floor(now / length) - count + 1) * length), to: iso(now) };
}

/** @param format `csv`: the answer is a file, to be asked for with `Client.file`. */
export function ask(send: Send, subject: Subject, question: Question, signal?: AbortSignal, format?: 'csv'): Promise<Analytics> {
  const { metrics, compare, ...rest } = question;
  const input = { ...rest, metrics: metrics.join(','), compare: compare ? 'previous' : undefined, format };
  switch (subject.kind) {
    case 'video':
      return getAssetAnalytics(send, { assetId: subject.id, ...input }, signal);
    case 'channel':
      return getChannelAnalytics(send, { channelId: subject.id, ...input }, signal);
    case 'platform':
      return getPlatformAnalytics(send, input, signal);
    case 'business':
      return getBusiness(send, { from: input.from, to: input.to, compare: input.compare, format }, signal);
  }
}

const iso = (time: number): string => new Date(time).toISOString();
