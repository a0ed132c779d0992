import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Client } from '../api/client';
import { asProblem } from '../api/problem';
import { statusOf, statusText, type Asset, type Visibility } from '../api/types';
import { reachable, withQuery } from '../api/urls';
import { clock, day, questionText } from '../ui/format';
import { shared } from '../ui/styles';

const audiences = { public: 'Everyone', unlisted: 'Whoever has the link', private: 'Only me' };
const tones: Record<string, string> = { ready: 'good', failed: 'bad', cancelled: '', deleting: '', awaitingupload: '' };

/** One video of the creator: picture, state, and what can be done with it. Fires `changed` after doing it. */
@customElement('video-card')
export class VideoCard extends LitElement {
  @property({ attribute: false }) asset!: Asset;
  @property({ attribute: false }) client!: Client;
  /** Among those to which one thing is done together. Fires `mark` when that is to change. */
  @property({ type: Boolean }) marked = false;
  @state() private poster?: string;
  @state() private moving = false;
  @state() private asking = false;
  @state() private trouble = '';
  private pictured = '';

  static override styles = [
    shared,
    css`
      article {
        display: grid;
        gap: 10px;
      }
      .picture {
        position: relative;
        display: grid;
        place-items: center;
        aspect-ratio: 16 / 9;
        border-radius: var(--radius);
        overflow: hidden;
        background: var(--sunken);
        color: var(--muted);
        text-decoration: none;
        font-size: 0.875rem;
      }
      .picture img,
      .picture video {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .length {
        position: absolute;
        right: 8px;
        bottom: 8px;
        padding: 1px 7px;
        border-radius: 6px;
        background: rgb(10 11 14 / 78%);
        color: #fff;
        font-size: 0.8rem;
      }
      .title {
        display: flex;
        align-items: baseline;
        gap: 8px;
      }
      select {
        width: auto;
        min-height: 34px;
      }
      h2 {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .actions {
        gap: 2px;
        margin-left: -10px;
      }
      .actions > * {
        min-height: 32px;
        font-size: 0.85rem;
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('asset')) void this.picture();
  }

  override render() {
    const { asset } = this;
    const status = statusOf(asset.status);
    const watch = this.watchPath;
    const length = asset.durationSeconds ? html`<span class="length num">${clock(asset.durationSeconds)}</span>` : nothing;
    const still = this.poster ? html`<img src=${this.poster} alt="" loading="lazy" />` : html`<span>${statusText(asset.status)}</span>`;
    const picture = html`${still}${this.moving ? this.preview() : nothing}${length}`;
    return html`
      <article>
        ${watch && (status === 'ready' || asset.playable)
          ? html`<a
              class="picture"
              href=${watch}
              aria-label="Watch ${asset.title || 'this video'}"
              @pointerenter=${() => (this.moving = true)}
              @pointerleave=${() => (this.moving = false)}
              @focus=${() => (this.moving = true)}
              @blur=${() => (this.moving = false)}
              >${picture}</a
            >`
          : html`<div class="picture">${picture}</div>`}
        <div>
          <div class="title">
            <input type="checkbox" aria-label="Select ${asset.title || 'this video'}" .checked=${this.marked} @change=${() => this.dispatchEvent(new CustomEvent('mark'))} />
            <h2 title=${asset.title ?? ''}>${asset.title || 'Untitled'}</h2>
          </div>
          <div class="row" style="margin-top:6px">
            <span class="badge ${tones[status] ?? 'busy'}">${statusText(asset.status)}</span>
            ${asset.createdAt ? html`<time class="muted small" datetime=${asset.createdAt}>${day(asset.createdAt)}</time>` : nothing}
          </div>
          ${asset.takedown ? html`<p class="small" style="margin-top:6px"><span class="badge bad">Taken down</span> <a href="/videos/${asset.id}">Why</a></p>` : nothing}
          ${asset.eraseAt ? html`<p class="small muted" style="margin-top:6px">Deleted for good on ${day(asset.eraseAt)}</p>` : nothing}
          ${asset.question ? html`<p class="small muted" style="margin-top:6px">${questionText(asset.question)}</p>` : nothing}
          ${asset.failure ? html`<p class="small muted" style="margin-top:6px">${asset.failure.message}</p>` : nothing}
        </div>
        ${this.trouble ? html`<p class="notice bad small" role="alert">${this.trouble}</p>` : nothing}
        ${status === 'deleting' || asset.trashedAt || asset.takedown ? nothing : this.audience()}
        <div class="row actions">${this.asking ? this.question() : this.actions(status)}</div>
      </article>
    `;
  }

  /** What moves over the picture while it is pointed at; nothing for those who want no motion. */
  private preview() {
    const { previewVideo, previewImage } = this.asset.pictures ?? {};
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return nothing;
    if (previewVideo) return html`<video src=${reachable(previewVideo)} .muted=${true} autoplay loop playsinline disablepictureinpicture aria-hidden="true"></video>`;
    return previewImage ? html`<img src=${reachable(previewImage)} alt="" />` : nothing;
  }

  /** Who may see it; what can't be chosen here shows that it is so. */
  private audience() {
    const { asset } = this;
    const known = ['public', 'unlisted', 'private'] as const;
    const chosen = asset.visibility ?? 'unlisted';
    const other = (known as readonly string[]).includes(chosen) ? nothing : html`<option selected disabled>${chosen}</option>`;
    return html`
      <label class="row small muted">
        Visible to
        <select @change=${(event: Event) => this.show((event.target as HTMLSelectElement).value as Visibility)}>
          ${other}${known.map((each) => html`<option value=${each} ?selected=${each === chosen}>${audiences[each]}</option>`)}
        </select>
      </label>
    `;
  }

  private show(visibility: Visibility): void {
    void this.act(() => this.client.changeAsset(this.asset.id, { visibility }));
  }

  private actions(status: string) {
    const { client, asset } = this;
    const button = (text: string, work: () => void, danger = false) =>
      html`<button class="quiet ${danger ? 'danger' : ''}" @click=${work}>${text}</button>`;
    if (asset.trashedAt && status !== 'deleting') {
      return html`${button('Restore', () => this.act(() => client.restoreAsset(asset.id)))}${button('Delete for good', () => (this.asking = true), true)}`;
    }
    const edit = html`<a class="button quiet" href="/videos/${asset.id}">Edit</a><a class="button quiet" href="/videos/${asset.id}/analytics">Analytics</a>`;
    const asks = status === 'awaitingapproval';
    const busy = asks || status === 'probing' || status === 'processing';
    return html`
      ${status === 'deleting' ? nothing : edit}
      ${asks ? button('Approve', () => this.act(() => client.approveAsset(asset.id))) : nothing}
      ${busy ? button('Cancel', () => this.act(() => client.cancelAsset(asset.id))) : nothing}
      ${status === 'ready' || status === 'failed' || status === 'cancelled'
        ? button('Process again', () => this.act(() => client.reprocessAsset(asset.id)))
        : nothing}
      ${status === 'deleting' ? nothing : button('Delete', () => (this.asking = true), true)}
    `;
  }

  private question() {
    return html`
      <span class="small" style="padding-left:10px">${this.asset.trashedAt ? 'Delete for good?' : 'Move to the trash?'}</span>
      <button class="quiet danger" @click=${() => this.act(() => this.client.deleteAsset(this.asset.id, Boolean(this.asset.trashedAt)))}>Delete</button>
      <button class="quiet" @click=${() => (this.asking = false)}>Keep</button>
    `;
  }

  /** The path on this origin, with the owner's token while others may not see it. */
  private get watchPath(): string | undefined {
    const { playbackIds, previewToken } = this.asset;
    const id = playbackIds?.[0]?.id;
    return id ? withQuery(`/watch/${id}`, { token: previewToken ?? undefined }) : undefined;
  }

  private async act(work: () => Promise<void>): Promise<void> {
    this.asking = false;
    try {
      await work();
      this.trouble = '';
      this.dispatchEvent(new CustomEvent('changed', { bubbles: true }));
    } catch (error) {
      this.trouble = asProblem(error).message;
    }
  }

  /** Assets published by older releases tell their pictures only with the playback information. */
  private async picture(): Promise<void> {
    const { asset } = this;
    if (asset.pictures?.poster) {
      this.poster = reachable(asset.pictures.poster);
      return;
    }
    const id = asset.playbackIds?.[0]?.id;
    const wanted = `${id}/${asset.revision}`;
    if (!id || statusOf(asset.status) !== 'ready' || this.pictured === wanted) return;
    this.pictured = wanted;
    try {
      const info = await this.client.playback(id, asset.previewToken ?? undefined);
      const url = info.posterUrl ?? info.thumbnails?.[0];
      if (url) this.poster = reachable(url);
    } catch {
      // A card without a picture still tells everything else.
    }
  }
}
