import { html, nothing } from 'lit';
import type { Page } from '../api/types';
import { Submission } from './submission';

type Host = ConstructorParameters<typeof Submission>[0];

/** Pages that may come with nothing in them, though there are more, before somebody is asked whether to go on. */
const most = 20;

/**
 * What the platform lists, page by page. `items` is undefined until a first page has come, so that nothing looks empty
 * before it is known to be.
 */
export class Listing<T> extends Submission {
  items?: T[];
  cursor?: string;
  private turn = 0;
  private empty = 0;

  /** @param keyOf Tells items apart: one that moved between two pages is listed once. */
  constructor(
    private readonly lists: Host,
    name: string,
    private readonly ask: (cursor?: string) => Promise<Page<T>>,
    private readonly keyOf: (item: T) => string,
  ) {
    super(lists, name);
  }

  /** From the beginning. */
  async load(): Promise<void> {
    this.turn++;
    [this.items, this.cursor, this.empty] = [undefined, undefined, 0];
    this.lists.requestUpdate();
    // Whatever is under way sees that it is too late, and begins again.
    if (!this.busy) await this.read();
  }

  more = (): Promise<void> => this.read(this.cursor);

  /** Puts another item into the place of one. */
  put(item: T): void {
    this.items = this.items?.map((each) => (this.keyOf(each) === this.keyOf(item) ? item : each));
    this.lists.requestUpdate();
  }

  drop(item: T): void {
    this.items = this.items?.filter((each) => this.keyOf(each) !== this.keyOf(item));
    this.lists.requestUpdate();
  }

  moreButton(text = 'Show more') {
    return this.cursor ? html`<div><button ?disabled=${this.busy} @click=${this.more}>${text}</button></div>` : nothing;
  }

  private async read(cursor?: string): Promise<void> {
    const { turn } = this;
    const page = await this.run(() => this.ask(cursor));
    if (turn !== this.turn) return this.read();
    if (!page) return;
    const known = new Set(this.items?.map(this.keyOf));
    const items = [...(this.items ?? []), ...page.items.filter((each) => !known.has(this.keyOf(each)))];
    this.cursor = page.cursor;
    this.empty = page.items.length === 0 ? this.empty + 1 : 0;
    if (page.cursor && items.length === 0 && this.empty < most) return this.read(page.cursor);
    this.items = items;
    this.lists.requestUpdate();
  }
}
