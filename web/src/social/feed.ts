import type { PublicVideo } from '../api/generated';
import { together } from '../api/together';
import type { Page } from '../api/types';

/** Requests under way at once. */
const atOnce = 6;

export interface FollowedChannel {
  id: string;
  name: string;
}

export type FeedVideo = PublicVideo & { channel: FollowedChannel };

/** One channel's videos, newest first, as far as they were read. */
interface Source {
  channel: FollowedChannel;
  waiting: PublicVideo[];
  cursor?: string;
  over: boolean;
}

/** New videos of several channels in one order, newest first. Of each as much is read as it takes to know what comes next. */
export class Feed {
  /** Channels of which nothing could be read. */
  failed = 0;
  private readonly sources: Source[];

  constructor(
    channels: readonly FollowedChannel[],
    private readonly read: (channelId: string, cursor?: string) => Promise<Page<PublicVideo>>,
  ) {
    this.sources = channels.map((channel) => ({ channel, waiting: [], over: false }));
  }

  get whole(): boolean {
    return this.sources.every(({ waiting, over }) => over && waiting.length === 0);
  }

  /** The next ones; fewer at the end. */
  async next(count: number): Promise<FeedVideo[]> {
    const videos: FeedVideo[] = [];
    while (videos.length < count) {
      await together(this.sources.filter(({ waiting, over }) => !over && waiting.length === 0), atOnce, (source) => this.fill(source));
      const newest = this.sources.filter(({ waiting }) => waiting.length > 0).sort((a, b) => Date.parse(b.waiting[0]!.publishedAt) - Date.parse(a.waiting[0]!.publishedAt))[0];
      if (!newest) break;
      videos.push({ ...newest.waiting.shift()!, channel: newest.channel });
    }
    return videos;
  }

  /** A page may be empty though there is another. One channel that can't be read doesn't take the others away. */
  private async fill(source: Source): Promise<void> {
    try {
      while (!source.over && source.waiting.length === 0) {
        const { items, cursor } = await this.read(source.channel.id, source.cursor);
        Object.assign(source, { waiting: [...items], cursor, over: !cursor });
      }
    } catch {
      source.over = true;
      this.failed++;
    }
  }
}
