import type { PlaylistItem, PlaylistItemPage } from '../api/generated';

/** What is played one after the other. Of the playlist as much is read as it takes to know what comes next. */
export class Queue {
  items: PlaylistItem[] = [];
  private cursor?: string;
  private begun = false;

  constructor(private readonly read: (cursor?: string) => Promise<PlaylistItemPage>) {}

  /** All of it was read. */
  get whole(): boolean {
    return this.begun && !this.cursor;
  }

  /** Reads until the video is there with what follows it, or there is no more. */
  async reach(playbackId: string): Promise<void> {
    while (!this.whole && !this.after(playbackId)) await this.more();
  }

  async more(): Promise<void> {
    const page = await this.read(this.cursor);
    this.begun = true;
    this.cursor = page.cursor;
    this.items = [...this.items, ...page.items.filter((each) => !this.items.some((known) => known.id === each.id))];
  }

  /** Counted from 0; -1 of a video that is not in it, or was not read yet. */
  placeOf(playbackId: string): number {
    return this.items.findIndex((each) => each.playbackId === playbackId);
  }

  after(playbackId: string): PlaylistItem | undefined {
    const place = this.placeOf(playbackId);
    return place < 0 ? undefined : this.items[place + 1];
  }

  before(playbackId: string): PlaylistItem | undefined {
    return this.items[this.placeOf(playbackId) - 1];
  }
}
