import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { getPlaylists, postPlaylist, type Playlist, type PlaylistChange } from '../api/generated';
import { asViewer } from '../session/access';
import { ViewerAccess } from '../session/viewer-access';
import '../social/playlist-form';
import { day } from '../ui/format';
import { Listing } from '../ui/listing';
import { navigate } from '../ui/navigate';
import { newKey } from '../ui/once';
import { page, shared } from '../ui/styles';
import { playlistVisibilities } from '../ui/words';

/** `/playlists`: the caller's own. */
@customElement('playlists-page')
export class PlaylistsPage extends LitElement {
  @state() private making = false;
  private readonly playlists = new Listing<Playlist>(this, 'playlists', (cursor) => getPlaylists(asViewer().request, { cursor }), ({ id }) => id);
  private readonly access = new ViewerAccess(this, () => void this.playlists.load());

  static override styles = [
    shared,
    page,
    css`
      li {
        position: relative;
        display: grid;
        gap: 4px;
        padding: 16px 20px;
      }
      li a {
        color: var(--text);
        font-weight: 600;
        text-decoration: none;
        overflow-wrap: anywhere;
      }
      li a::after {
        content: '';
        position: absolute;
        inset: 0;
        border-radius: var(--radius);
      }
      .about {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
      }
    `,
  ];

  override render() {
    const { playlists } = this;
    return html`
      <div class="row spread">
        <h1>Playlists</h1>
        ${this.access.somebody && !this.making ? html`<button class="primary" @click=${this.begin}>New playlist</button>` : nothing}
      </div>
      ${this.making ? html`<playlist-form .save=${this.make} @saved=${this.made} @leave=${() => (this.making = false)}></playlist-form>` : nothing}
      ${playlists.trouble()} ${this.list(playlists.items)} ${playlists.moreButton()}
    `;
  }

  private list(items: Playlist[] | undefined) {
    if (!items) return this.playlists.problem ? nothing : html`<p class="muted">Loading…</p>`;
    if (items.length === 0) {
      return html`<div class="stack empty">
        <h2>No playlists yet</h2>
        <p class="muted">Make one here, or save a video to one while you watch it.</p>
      </div>`;
    }
    return html`<ul>
      ${items.map(
        ({ id, title, description, visibility, updatedAt }) => html`<li class="card">
          <div><a href="/playlist/${id}">${title}</a></div>
          ${description ? html`<p class="small muted about">${description}</p>` : nothing}
          <div class="row small muted"><span class="badge">${playlistVisibilities[visibility]}</span>Changed on ${day(updatedAt)}</div>
        </li>`,
      )}
    </ul>`;
  }

  private begin(): void {
    this.making = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('playlist-form')?.focus());
  }

  private make = (body: PlaylistChange): Promise<Playlist> => postPlaylist(asViewer().request, { idempotencyKey: newKey(), body });

  private made(event: CustomEvent<Playlist>): void {
    navigate(`/playlist/${event.detail.id}`);
  }
}
