import { version } from '../../package.json';
import { Telemetry, platformSession, type PlaybackReport } from '../telemetry';
import type { StreamPlayer } from './stream-player';
import type { Viewer } from './viewer';

/** One for all players of the page. */
const telemetry = new Telemetry();

/** Tells the platform how this player's video plays. */
export function reportOf(player: StreamPlayer, viewer: Viewer): PlaybackReport {
  const { playbackId, base, token, access, consent, cmcd } = player;
  const account = () => access?.authorization().catch(() => undefined) ?? Promise.resolve(undefined);
  return telemetry.watch(player.video, {
    session: platformSession({
      playbackId, base, token,
      // A token opens the video by itself, and whoever is named is refused by another's.
      authorization: (given) => (token ? Promise.resolve(undefined) : given === 'full' ? account() : viewer.authorize(`${base}/api/playback/${playbackId}/sessions`).then((headers) => headers?.Authorization)),
    }),
    consent: consent ?? (async () => ((await account()) ? 'full' : 'anonymous')),
    player: { name: 'stream-player', version },
    // What grows has no hundredths yet.
    duration: () => (player.info?.growing ? undefined : player.info?.durationSeconds),
    cmcd, contentId: playbackId,
    // Only engines know what they recovered from.
    ownErrors: true,
  });
}
