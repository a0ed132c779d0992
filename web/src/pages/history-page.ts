import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { deleteHistory, deleteVideoHistory, getHistory, getMe, patchMe, type WatchedVideo } from '../api/generated';
import { accountMemory } from '../history/account-memory';
import { known } from '../history/known-progress';
import '../history/watched-card';
import { asViewer } from '../session/access';
import { ViewerAccess } from '../session/viewer-access';
import { Listing } from '../ui/listing';
import { page, shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** `/history`: what one watched, to go on with, to take out, or to keep no more. */
@customElement('history-page')
export class HistoryPage extends LitElement {
  @state() private paused?: boolean;
  @state() private asking = false;
  /** Said to those who can't see what went. */
  @state() private told = '';
  private readonly videos = new Listing<WatchedVideo>(
    this, 'history', async (cursor) => (await accountMemory.settled(), getHistory(asViewer().request, { cursor, limit: 50 })), ({ playbackId }) => playbackId,
  );
  private readonly changing = new Submission(this, 'changing');
  private readonly access = new ViewerAccess(this, () => void this.load());

  static override styles = [
    shared,
    page,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 12px;
        padding: 10px 0;
        border-bottom: 1px solid var(--line);
      }
      watched-card {
        --columns: min(200px, 40%) minmax(0, 1fr);
      }
    `,
  ];

  override render() {
    const { items } = this.videos;
    return html`
      <div class="row spread">
        <h1>History</h1>
        ${this.access.somebody && this.paused !== undefined ? this.controls(items) : nothing}
      </div>
      <p class="muted">
        ${this.paused ? 'Your history is paused: nothing that you watch is added to it.' : 'What you watched while you were signed in. Only you see it, and it goes after a year.'}
      </p>
      ${this.changing.trouble()} ${this.videos.trouble()}
      <p class="spoken" role="status">${this.told}</p>
      ${!items ? (this.videos.problem || !this.access.somebody ? nothing : html`<p class="muted">Loading…</p>`) : items.length === 0 ? this.empty() : this.list(items)} ${this.videos.moreButton()}
    `;
  }

  private controls(items: WatchedVideo[] | undefined) {
    const { busy } = this.changing;
    if (this.asking) {
      return html`<div class="row">
        <span>Clear the whole history?</span>
        <button class="danger" ?disabled=${busy} @click=${this.clear}>Clear it</button><button ?disabled=${busy} @click=${() => (this.asking = false)}>Keep it</button>
      </div>`;
    }
    return html`<div class="row">
      <button ?disabled=${busy} @click=${this.pause}>${this.paused ? 'Go on with it' : 'Pause'}</button>
      ${items?.length ? html`<button class="danger" id="clear" @click=${this.ask}>Clear all</button>` : nothing}
    </div>`;
  }

  private empty() {
    return html`<div class="stack empty">
      <h2>Nothing here</h2>
      <p class="muted">${this.paused ? 'Press “Go on with it” to have what you watch from now on listed here.' : 'What you watch is listed here, so that you can go on where you stopped.'}</p>
    </div>`;
  }

  private list(items: WatchedVideo[]) {
    return html`<ul>
      ${items.map(
        (video) => html`<li>
          <watched-card .video=${video}></watched-card>
          <button class="quiet" aria-label="Remove ${video.title || 'Untitled'}" ?disabled=${this.changing.busy} @click=${() => this.takeOut(video)}>Remove</button>
        </li>`,
      )}
    </ul>`;
  }

  private async load(): Promise<void> {
    this.paused = undefined;
    void this.videos.load();
    this.paused = (await this.changing.run(() => getMe(asViewer().request)))?.privacy.historyPaused ?? false;
  }

  private pause = async (): Promise<void> => {
    const historyPaused = !this.paused;
    const me = await this.changing.run(() => patchMe(asViewer().request, { body: { privacy: { historyPaused } } }));
    if (!me) return;
    this.paused = me.privacy.historyPaused;
    this.told = this.paused ? 'History paused' : 'History goes on';
  };

  private ask = (): void => {
    this.asking = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.danger')?.focus());
  };

  private clear = async (): Promise<void> => {
    const cleared = await this.changing.run(async () => (await deleteHistory(asViewer().request), true));
    if (!cleared) return;
    this.asking = false;
    this.told = 'History cleared';
    known.forget();
    await this.videos.load();
  };

  private async takeOut(video: WatchedVideo): Promise<void> {
    const removed = await this.changing.run(async () => (await deleteVideoHistory(asViewer().request, { playbackId: video.playbackId }), true));
    if (!removed) return;
    const at = this.videos.items!.indexOf(video);
    this.videos.drop(video);
    known.forget(video.playbackId);
    this.told = `${video.title || 'Untitled'} removed`;
    await this.updateComplete;
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>('li button');
    (buttons[Math.min(at, buttons.length - 1)] ?? this.renderRoot.querySelector<HTMLElement>('h1'))?.focus();
  }
}
