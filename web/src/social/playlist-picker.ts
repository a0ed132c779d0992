import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { getPlaylists, postPlaylist, postPlaylistItem, type Playlist } from '../api/generated';
import { signInPath } from '../routes';
import { asViewer, hasSomebody } from '../session/access';
import { navigate } from '../ui/navigate';
import { newKey } from '../ui/once';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** Puts a video into one of the caller's playlists, or into a new one. */
@customElement('playlist-picker')
export class PlaylistPicker extends LitElement {
  @property({ attribute: 'playback-id' }) playbackId = '';
  @state() private playlists: Playlist[] = [];
  @state() private cursor?: string;
  @state() private done?: Playlist;
  @query('dialog') private dialog!: HTMLDialogElement;
  private readonly submission = new Submission(this, 'playlists', { 'playlist.invalid': 'title' });

  static override styles = [
    shared,
    css`
      dialog {
        width: min(420px, calc(100vw - 32px));
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--text);
      }
      ul {
        display: grid;
        gap: 6px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
    `,
  ];

  override render() {
    const { submission } = this;
    return html`
      <button @click=${this.open}>Save</button>
      <dialog aria-labelledby="title">
        <div class="stack">
          <div class="row spread"><h2 id="title">Save to a playlist</h2><button class="quiet" @click=${() => this.dialog.close()}>Close</button></div>
          <ul>
            ${this.playlists.map((playlist) => html`<li><button ?disabled=${submission.busy} @click=${() => this.add(playlist)}>${playlist.title}</button></li>`)}
          </ul>
          ${this.cursor ? html`<div><button class="quiet" @click=${() => this.load(this.cursor)}>More playlists</button></div>` : nothing}
          <form class="stack" @submit=${this.make}>
            <label
              >New playlist<input
                type="text" name="title" required maxlength="150" aria-describedby=${submission.id} aria-invalid=${submission.invalid('title')}
            /></label>
            <div><button class="primary" ?disabled=${submission.busy}>Make it and save</button></div>
          </form>
          ${submission.trouble()}
          <p role="status">${this.done ? html`Saved to <a href="/playlist/${this.done.id}">${this.done.title}</a>.` : nothing}</p>
        </div>
      </dialog>
    `;
  }

  private open(): void {
    if (!hasSomebody()) return navigate(signInPath());
    this.done = undefined;
    this.dialog.showModal();
    void this.load();
  }

  private async load(cursor?: string): Promise<void> {
    const page = await this.submission.run(() => getPlaylists(asViewer().request, { cursor }));
    if (!page) return;
    this.playlists = [...(cursor ? this.playlists : []), ...page.items];
    this.cursor = page.cursor;
  }

  private async add(playlist: Playlist): Promise<void> {
    const placed = await this.submission.run(() => postPlaylistItem(asViewer().request, { playlistId: playlist.id, body: { playbackId: this.playbackId } }));
    if (placed) this.done = playlist;
  }

  private async make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const title = String(new FormData(form).get('title')).trim();
    const playlist = await this.submission.run(() => postPlaylist(asViewer().request, { idempotencyKey: newKey(), body: { title } }));
    if (!playlist) return;
    this.playlists = [playlist, ...this.playlists];
    form.reset();
    await this.add(playlist);
  }
}
