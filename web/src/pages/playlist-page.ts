import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deleteOnePlaylist, getOnePlaylist, patchPlaylist, type Playlist, type PlaylistChange } from '../api/generated';
import { asViewer, session } from '../session/access';
import '../social/playlist-form';
import '../social/playlist-items';
import { navigate } from '../ui/navigate';
import { page, shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { playlistVisibilities } from '../ui/words';

/** `/playlist/{id}`: a playlist and what is in it. Its owner changes both. */
@customElement('playlist-page')
export class PlaylistPage extends LitElement {
  @property({ attribute: 'playlist-id' }) playlistId = '';
  @state() private playlist?: Playlist;
  @state() private mode: 'read' | 'edit' | 'delete' = 'read';
  /** What plays first. */
  @state() private first = '';
  private etag?: string;
  private readonly submission = new Submission(this, 'playlist');

  static override styles = [
    shared,
    page,
    css`
      h1,
      .description {
        overflow-wrap: anywhere;
      }
      .description {
        max-width: 70ch;
        white-space: pre-wrap;
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
  }

  override render() {
    const { playlist } = this;
    if (!playlist) return this.submission.problem ? html`<h1>Playlist</h1>${this.submission.trouble()}` : html`<p class="muted">Loading…</p>`;
    return html`
      ${this.mode === 'edit' ? html`<playlist-form .playlist=${playlist} .save=${this.save} @saved=${this.close} @leave=${this.close}></playlist-form>` : this.about(playlist)}
      ${this.submission.trouble()}
      <playlist-items playlist-id=${playlist.id} ?owner=${this.owner} @first=${(event: CustomEvent<string | undefined>) => (this.first = event.detail ?? '')}></playlist-items>
    `;
  }

  private about({ title, description, visibility, itemCount }: Playlist) {
    return html`
      <div class="stack">
        <h1 tabindex="-1">${title}</h1>
        <div class="row small muted">
          <span class="badge">${playlistVisibilities[visibility]}</span>${itemCount === undefined ? nothing : itemCount === 1 ? '1 video' : `${itemCount} videos`}
        </div>
        ${description ? html`<p class="description">${description}</p>` : nothing}
        <div class="row">
          ${this.first ? html`<a class="button primary" href="/watch/${this.first}?list=${this.playlistId}">Play all</a>` : nothing}
          ${!this.owner ? nothing : this.mode === 'delete' ? this.question() : html`<button @click=${this.edit}>Edit</button><button class="danger" @click=${() => (this.mode = 'delete')}>Delete</button>`}
        </div>
      </div>
    `;
  }

  private question() {
    return html`
      <span>Delete this playlist? The videos stay.</span>
      <button class="danger" ?disabled=${this.submission.busy} @click=${this.erase}>Delete it</button>
      <button @click=${() => (this.mode = 'read')}>Keep it</button>
    `;
  }

  /** Who may know how many there are may change them. */
  private get owner(): boolean {
    return this.playlist?.itemCount !== undefined;
  }

  private load = async (): Promise<void> => {
    const { playlistId } = this;
    const read = await this.submission.run(() => asViewer().tagged((send) => getOnePlaylist(send, { playlistId })));
    if (playlistId !== this.playlistId) return this.load();
    if (!read) return;
    this.learn(read);
  };

  private learn({ value, etag }: { value: Playlist; etag?: string }): void {
    this.playlist = value;
    this.etag = etag;
    document.title = `${value.title} · StreamPlatform`;
  }

  /** What is edited is what is there now; what another tab wrote meanwhile is not written over. */
  private edit = async (): Promise<void> => {
    await this.load();
    if (this.submission.problem) return;
    this.mode = 'edit';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('playlist-form')?.focus();
  };

  private save = async (body: PlaylistChange): Promise<Playlist> => {
    const written = await asViewer().tagged((send) => patchPlaylist(send, { playlistId: this.playlistId, ifMatch: this.etag, body }));
    this.learn(written);
    return written.value;
  };

  private close = async (): Promise<void> => {
    this.mode = 'read';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  };

  private erase = async (): Promise<void> => {
    const done = await this.submission.run(async () => {
      await deleteOnePlaylist(asViewer().request, { playlistId: this.playlistId });
      return true;
    });
    if (done) navigate('/playlists', { replace: true });
  };
}
