import type { Breakdown } from './question';

/** What the API's metrics are called for people. Those of which less is better are in `fewerIsBetter`. */
export const metricWords: Record<string, string> = {
  views: 'Views', uniqueViewers: 'Viewers', watchTime: 'Watch time', averageViewDuration: 'Average view', completionRate: 'Watched to the end', plays: 'Plays',
  attempts: 'Attempts', startupTime: 'Start-up time', startupTimeP95: 'Start-up, 95 of 100', rebufferRatio: 'Rebuffering', startFailures: 'Failed starts',
  playbackFailures: 'Failed playbacks', averageBitrate: 'Bitrate', experienceScore: 'Experience score', viewersPresent: 'Viewers present',
};

export const fewerIsBetter: ReadonlySet<string> = new Set(['startupTime', 'startupTimeP95', 'rebufferRatio', 'startFailures', 'playbackFailures']);

export const breakdowns: Record<Breakdown, string> = { country: 'Country', device: 'Device', player: 'Player', cdn: 'Delivery host', source: 'Source' };

const labels: Partial<Record<Breakdown, Record<string, string>>> = {
  device: { desktop: 'Computers', mobile: 'Phones', tablet: 'Tablets', tv: 'TV sets', bot: 'Bots', other: 'Others' },
  source: { direct: 'Directly', internal: 'Other pages here', search: 'Search engines', social: 'Social networks', embed: 'Players on other pages', external: 'Other sites' },
};

/** A row's name: countries as the reader's browser has them. */
export function labelText(by: Breakdown, label: string): string {
  if (label === '' || (by === 'country' && label === 'ZZ')) return 'Unknown';
  if (by !== 'country') return labels[by]?.[label] ?? label;
  try {
    return new Intl.DisplayNames(undefined, { type: 'region' }).of(label) ?? label;
  } catch {
    return label;
  }
}
