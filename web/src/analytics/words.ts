import type { PoorMoment, PoorSession } from '../api/generated';
import { durationText, figureText } from './figures';
import type { Breakdown } from './question';

/** What the API's metrics are called for people. Those of which less is better are in `fewerIsBetter`. */
export const metricWords: Record<string, string> = {
  views: 'Views', uniqueViewers: 'Viewers', watchTime: 'Watch time', averageViewDuration: 'Average view', completionRate: 'Watched to the end', plays: 'Plays',
  attempts: 'Attempts', startupTime: 'Start-up time', startupTimeP95: 'Start-up, 95 of 100', rebufferRatio: 'Rebuffering', startFailures: 'Failed starts',
  playbackFailures: 'Failed playbacks', averageBitrate: 'Bitrate', experienceScore: 'Experience score', viewersPresent: 'Viewers present',
  dailyActiveUsers: 'Daily viewers', monthlyActiveUsers: 'Monthly viewers', watchTimePerViewer: 'Watch time a viewer and day', sessionLength: 'Session length', uploads: 'Uploads',
  uploadedTime: 'Uploaded video', failedAssets: 'Failed videos', availability: 'Availability',
};

export const fewerIsBetter: ReadonlySet<string> = new Set(['startupTime', 'startupTimeP95', 'rebufferRatio', 'startFailures', 'playbackFailures', 'failedAssets']);

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

/** What cost a poor session most. */
export const reasonWords: Record<PoorSession['reason'], string> = {
  startFailure: 'Failed to start', playbackFailure: 'Failed while playing', slowStart: 'Started slowly', stalls: 'Waited for data', droppedFrames: 'Dropped frames',
};

export const momentWords: Record<PoorMoment['type'], string> = {
  attempt: 'Play', playing: 'First picture', heartbeat: 'Heartbeat', pause: 'Pause', resume: 'Goes on', stall: 'Wait', seek: 'Seek', rung: 'Rung', visibility: 'Page', error: 'Error', ended: 'End', exit: 'Closed',
};

/** What a moment tells beside when and where it was. */
export function momentText({ type, durationMs, from, to, height, kbps, codec, hidden, code, fatal, message }: PoorMoment): string {
  const told = [
    durationMs === undefined ? undefined : `${type === 'playing' ? 'after' : 'for'} ${durationText(durationMs)}`,
    from === undefined || to === undefined ? undefined : `${durationText(from * 1000)} → ${durationText(to * 1000)}`,
    height === undefined ? undefined : `${height}p`,
    kbps === undefined ? undefined : figureText(kbps, 'kbit/s'),
    codec,
    hidden === undefined ? undefined : hidden ? 'hidden' : 'shown',
    code,
    fatal ? 'ended it' : undefined,
    message,
  ];
  return told.filter((each) => each !== undefined && each !== '').join(', ');
}
