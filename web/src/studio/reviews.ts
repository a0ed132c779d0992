import type { Client } from '../api/client';
import { getCommentReview, type Comment } from '../api/generated';
import { together } from '../api/together';

/** Requests under way at once, and comments of one video at a time. */
const atOnce = 6;
const batch = 50;

/** Comments on one video that wait for its owner, or that the owner decided against. */
export interface Review {
  playbackId: string;
  title: string;
  comments: Comment[];
  /** There are more than these. */
  cursor?: string;
}

/** Goes through an owner's videos, newest first, for comments to look at: the platform lists them by video. */
export class Reviews {
  /** Videos of which there is something to look at. */
  found: Review[] = [];
  /** How many videos were gone through. */
  videos = 0;
  private cursor?: string;
  private begun = false;

  constructor(
    private readonly client: Pick<Client, 'assets' | 'request'>,
    private readonly decided: boolean,
  ) {}

  /** All videos were gone through. */
  get whole(): boolean {
    return this.begun && !this.cursor;
  }

  /** Goes through the next page of videos. */
  async more(): Promise<void> {
    const page = await this.client.assets(this.cursor);
    const watchable = page.items.flatMap(({ title, playbackIds }) => (playbackIds?.[0] ? [{ playbackId: playbackIds[0].id, title: title || 'Untitled' }] : []));
    const read = await together(watchable, atOnce, async (video) => ({ ...video, ...(await this.read(video.playbackId)) }));
    this.begun = true;
    this.cursor = page.cursor;
    this.videos += page.items.length;
    this.found = [...this.found, ...read.filter(({ comments, cursor }) => comments.length > 0 || cursor)];
  }

  /** More comments on one video. */
  async moreOf(review: Review): Promise<void> {
    const next = await this.read(review.playbackId, review.cursor);
    const known = new Set(review.comments.map(({ id }) => id));
    Object.assign(review, { comments: [...review.comments, ...next.comments.filter(({ id }) => !known.has(id))], cursor: next.cursor });
  }

  /** One that was decided on is no more to be looked at. */
  drop(review: Review, comment: Comment): void {
    review.comments = review.comments.filter(({ id }) => id !== comment.id);
    this.found = this.found.filter(({ comments, cursor }) => comments.length > 0 || cursor);
  }

  private async read(playbackId: string, cursor?: string): Promise<{ comments: Comment[]; cursor?: string }> {
    const page = await getCommentReview(this.client.request, { playbackId, cursor, limit: batch, decided: this.decided || undefined });
    return { comments: page.items, cursor: page.cursor };
  }
}
