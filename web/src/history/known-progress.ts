import { getHistory, type WatchedVideo } from '../api/generated';
import { asViewer, hasSomebody, session } from '../session/access';

/** So many of the latest are known to cards, for so long (milliseconds). */
const most = 100;
const fresh = 60_000;

/** How far whoever is there watched what cards show: one request for all of them. Fires `change`. */
class KnownProgress extends EventTarget {
  private videos = new Map<string, WatchedVideo>();
  private who?: string;
  private until = 0;

  find(playbackId: string): WatchedVideo | undefined {
    return this.videos.get(playbackId);
  }

  /** Asks, unless that was done a moment ago. */
  async look(): Promise<void> {
    const who = session.userId || (hasSomebody() ? 'key' : '');
    if (who === this.who && performance.now() < this.until) return;
    if (who !== this.who) this.replace(new Map());
    [this.who, this.until] = [who, performance.now() + fresh];
    if (!who) return;
    const page = await getHistory(asViewer().request, { limit: most }).catch(() => undefined);
    if (page && who === this.who) this.replace(new Map(page.items.map((video) => [video.playbackId, video])));
  }

  learn(video: WatchedVideo): void {
    this.videos.set(video.playbackId, video);
    this.dispatchEvent(new Event('change'));
  }

  /** Of one, or of all. */
  forget(playbackId?: string): void {
    if (playbackId === undefined) return this.replace(new Map());
    this.videos.delete(playbackId);
    this.dispatchEvent(new Event('change'));
  }

  private replace(videos: Map<string, WatchedVideo>): void {
    this.videos = videos;
    this.dispatchEvent(new Event('change'));
  }
}

export const known = new KnownProgress();

/** Share of it that is behind who watched it, 0 to 1; nothing where that can't be said. */
export const shareOf = ({ positionSeconds, durationSeconds, completed, resumeSeconds }: WatchedVideo): number | undefined =>
  completed && resumeSeconds === undefined ? 1 : durationSeconds ? Math.min(1, positionSeconds / durationSeconds) : undefined;
