import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { getOnePlaylist, getPlaylistItems, type Playlist } from '../api/generated';
import { asViewer, session } from '../session/access';
import { myself } from '../session/me';
import { clock } from '../ui/format';
import { navigate } from '../ui/navigate';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { Queue } from './queue';

/** The playlist that a video is played from: what came before it, and what comes next. */
@customElement('play-queue')
export class PlayQueue extends LitElement {
  @property({ attribute: 'playlist-id' }) playlistId = '';
  @property({ attribute: 'playback-id' }) playbackId = '';
  @state() private playlist?: Playlist;
  private queue?: Queue;
  private readonly submission = new Submission(this, 'queue');

  static override styles = [
    shared,
    css`
      section {
        display: grid;
        gap: 12px;
        margin-top: 20px;
      }
      ol {
        display: grid;
        max-height: 264px;
        margin: 0;
        padding: 0;
        overflow-y: auto;
        list-style: none;
      }
      ol a {
        display: flex;
        justify-content: space-between;
        gap: 12px;
        padding: 8px 12px;
        border-radius: 8px;
        color: var(--text);
        text-decoration: none;
      }
      ol a:hover {
        background: var(--sunken);
      }
      [aria-current] {
        background: var(--sunken);
        font-weight: 620;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    session.addEventListener('change', this.load);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    session.removeEventListener('change', this.load);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('playlistId')) void this.load();
    else if (changed.has('playbackId')) void this.reach();
  }

  override render() {
    const { queue, playlist, playbackId } = this;
    if (!queue || !playlist) return this.submission.trouble();
    const [before, after] = [queue.before(playbackId), queue.after(playbackId)];
    const step = (text: string, to: { playbackId: string } | undefined) => (to ? html`<a class="button" href=${this.pathOf(to.playbackId)}>${text}</a>` : nothing);
    return html`<section class="card" aria-labelledby="title">
      <div class="row spread">
        <h2 id="title">From <a href="/playlist/${playlist.id}">${playlist.title}</a></h2>
        <div class="row">${step('Previous', before)}${step('Next', after)}</div>
      </div>
      ${this.submission.trouble()}
      <ol aria-label="Videos of the playlist" tabindex="0">
        ${queue.items.map(
          (each) => html`<li>
            <a href=${this.pathOf(each.playbackId)} aria-current=${each.playbackId === playbackId ? 'true' : nothing}
              ><span>${each.title || 'Untitled'}</span>${each.durationSeconds ? html`<span class="muted num">${clock(each.durationSeconds)}</span>` : nothing}</a
            >
          </li>`,
        )}
      </ol>
      ${queue.whole ? nothing : html`<div><button class="quiet" ?disabled=${this.submission.busy} @click=${this.more}>Show more</button></div>`}
    </section>`;
  }

  /** Goes to what follows; stays at the end, and where that is what the viewer wants. */
  next(): void {
    const next = myself.me?.preferences.autoplay === false ? undefined : this.queue?.after(this.playbackId);
    if (next) navigate(this.pathOf(next.playbackId));
  }

  private pathOf(playbackId: string): string {
    return `/watch/${playbackId}?list=${this.playlistId}`;
  }

  private load = async (): Promise<void> => {
    const { playlistId } = this;
    const { request } = asViewer();
    this.queue = this.playlist = undefined;
    const playlist = await this.submission.run(() => getOnePlaylist(request, { playlistId }));
    if (playlistId !== this.playlistId) return this.load();
    if (!playlist) return;
    this.queue = new Queue((cursor) => getPlaylistItems(request, { playlistId, cursor, limit: 100 }));
    this.playlist = playlist;
    await this.reach();
  };

  private async reach(): Promise<void> {
    await this.submission.run(() => this.queue?.reach(this.playbackId) ?? Promise.resolve());
    await this.updateComplete;
    const [list, current] = [this.renderRoot.querySelector('ol'), this.renderRoot.querySelector<HTMLElement>('[aria-current]')];
    // Scrolls the list alone: the page stays where it is.
    if (list && current) list.scrollTop = current.offsetTop - list.offsetTop - 44;
  }

  private more = async (): Promise<void> => void (await this.submission.run(() => this.queue!.more()));
}
