import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { deletePlaylistItem, getPlaylistItems, putPlaylistItemPlace, type PlaylistItem } from '../api/generated';
import { asViewer } from '../session/access';
import { clock } from '../ui/format';
import { Listing } from '../ui/listing';
import { page, shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { moved, placeOf, rowAt } from './order';
import { playlistItemStyles } from './playlist-item-styles';

/** What is in a playlist; its owner puts it in order by dragging or by buttons, and takes out. Fires `first` with what plays first. */
@customElement('playlist-items')
export class PlaylistItems extends LitElement {
  @property({ attribute: 'playlist-id' }) playlistId = '';
  @property({ type: Boolean }) owner = false;
  /** Said to those who can't see where something went. */
  @state() private told = '';
  /** The one that is dragged. */
  @state() private held = '';
  private dragging?: AbortController;
  private readonly items = new Listing<PlaylistItem>(this, 'items', (cursor) => getPlaylistItems(asViewer().request, { playlistId: this.playlistId, cursor, limit: 100 }), ({ id }) => id);
  private readonly changing = new Submission(this, 'changing');
  /** Changes are sent one after the other: a move names the item that it follows. */
  private sent: Promise<unknown> = Promise.resolve();

  static override styles = [shared, page, playlistItemStyles, css`:host { margin-top: 0; }`];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dragging?.abort();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('playlistId')) void this.items.load();
  }

  override updated(): void {
    this.dispatchEvent(new CustomEvent('first', { detail: this.items.items?.[0]?.playbackId }));
  }

  override render() {
    const { items } = this.items;
    return html`
      ${this.items.trouble()} ${this.changing.trouble()}
      <p class="spoken" role="status">${this.told}</p>
      ${!items ? (this.items.problem ? nothing : html`<p class="muted">Loading…</p>`) : items.length === 0 ? this.empty() : this.list(items)} ${this.items.moreButton()}
    `;
  }

  private empty() {
    return html`<div class="stack empty">
      <h2>Nothing in it${this.owner ? ' yet' : ''}</h2>
      ${this.owner ? html`<p class="muted">Press Save below a video that you watch.</p>` : html`<p class="muted">Or nothing that you may see.</p>`}
    </div>`;
  }

  private list(items: PlaylistItem[]) {
    return html`<ol aria-label="Videos">
      ${repeat(items, ({ id }) => id, (item, index) => html`<li class=${item.id === this.held ? 'held' : ''} id=${item.id}>
        ${this.owner
          ? html`<span
              class="handle" aria-hidden="true" title="Drag" @pointerdown=${(event: PointerEvent) => this.hold(event, item)}
              ><svg viewBox="0 0 16 16"><path d="M3 5h10M3 8h10M3 11h10" /></svg
            ></span>`
          : html`<span class="muted num small">${index + 1}</span>`}
        <div class="picture">
          <img src="/api/playback/${encodeURIComponent(item.playbackId)}/poster" alt="" loading="lazy" @error=${(event: Event) => (event.target as HTMLElement).remove()} />
          ${item.durationSeconds ? html`<span class="num">${clock(item.durationSeconds)}</span>` : nothing}
        </div>
        <a href="/watch/${item.playbackId}?list=${this.playlistId}">${item.title || 'Untitled'}</a>
        ${this.owner ? this.actions(item, index, items.length) : nothing}
      </li>`)}
    </ol>`;
  }

  private actions(item: PlaylistItem, index: number, count: number) {
    const title = item.title || 'Untitled';
    const step = (by: -1 | 1, text: string, d: string) => html`<button
      class="quiet step" aria-label="Move ${title} ${text}" data-by=${by} ?disabled=${by < 0 ? index === 0 : index === count - 1} @click=${() => this.step(index, by)}
    ><svg viewBox="0 0 16 16" aria-hidden="true"><path d=${d} /></svg></button>`;
    return html`<div class="actions">
      ${step(-1, 'up', 'M4 10l4-4 4 4')}${step(1, 'down', 'M4 6l4 4 4-4')}
      <button class="quiet danger" aria-label="Take ${title} out" @click=${() => this.takeOut(item)}>Take out</button>
    </div>`;
  }

  /** The focus goes along; at an end to the button that leads back. */
  private async step(index: number, by: -1 | 1): Promise<void> {
    const item = this.items.items![index]!;
    this.move(index, index + by);
    this.settle(item);
    await this.updateComplete;
    const button = (way: number) => this.renderRoot.querySelector<HTMLButtonElement>(`#${item.id} [data-by='${way}']`);
    (button(by)?.disabled ? button(-by) : button(by))?.focus();
  }

  /** The window is listened to, since the row moves about under the pointer. */
  private hold(event: PointerEvent, { id }: PlaylistItem): void {
    if (event.button !== 0) return;
    event.preventDefault();
    this.held = id;
    this.dragging = new AbortController();
    const { signal } = this.dragging;
    window.addEventListener('pointermove', this.drag, { signal });
    for (const type of ['pointerup', 'pointercancel']) window.addEventListener(type, this.release, { signal });
  }

  private drag = (event: PointerEvent): void => {
    const { items } = this.items;
    if (!this.held || !items) return;
    const edges = items.map(({ id }) => this.renderRoot.querySelector(`#${id}`)!.getBoundingClientRect().bottom);
    const from = items.findIndex(({ id }) => id === this.held);
    const to = rowAt(event.clientY, edges);
    if (to !== from) this.move(from, to);
  };

  private release = (): void => {
    this.dragging?.abort();
    const item = this.items.items?.find(({ id }) => id === this.held);
    this.held = '';
    if (item) this.settle(item);
  };

  private move(from: number, to: number): void {
    this.items.items = moved(this.items.items!, from, to);
    this.requestUpdate();
  }

  /** Tells the platform where it is now. When that fails, what is shown is what the platform has. */
  private settle(item: PlaylistItem): void {
    const { items = [] } = this.items;
    const index = items.indexOf(item);
    const after = placeOf(items, index);
    this.told = `${item.title || 'Untitled'} is number ${index + 1} of ${items.length} now.`;
    void this.change(() => putPlaylistItemPlace(asViewer().request, { playlistId: this.playlistId, itemId: item.id, body: { after } })).then((done) => (done ? undefined : this.items.load()));
  }

  private change(work: () => Promise<unknown>): Promise<boolean> {
    const done = this.sent.then(() => this.changing.run(async () => (await work(), true))).then(Boolean);
    this.sent = done;
    return done;
  }

  private async takeOut(item: PlaylistItem): Promise<void> {
    if (!(await this.change(() => deletePlaylistItem(asViewer().request, { playlistId: this.playlistId, itemId: item.id })))) return;
    const index = this.items.items!.indexOf(item);
    this.items.drop(item);
    this.told = `${item.title || 'Untitled'} is not in it any more.`;
    await this.updateComplete;
    const links = this.renderRoot.querySelectorAll<HTMLElement>('li > a');
    links[Math.min(index, links.length - 1)]?.focus();
  }
}
