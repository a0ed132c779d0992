import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Playlist, PlaylistChange } from '../api/generated';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { playlistVisibilities } from '../ui/words';

/** What an owner says of a playlist. Fires `saved` with it once it is kept, and `leave`. */
@customElement('playlist-form')
export class PlaylistForm extends LitElement {
  /** The one that is changed; a new one is made without. */
  @property({ attribute: false }) playlist?: Playlist;
  /** Sends it. */
  @property({ attribute: false }) save!: (change: PlaylistChange) => Promise<Playlist>;
  private readonly submission = new Submission(this, 'playlist', { 'playlist.invalid': 'title' });

  static override styles = [shared];

  override render() {
    const { submission, playlist } = this;
    const described = { by: submission.id, invalid: submission.invalid('title') };
    return html`<form class="card stack" @submit=${this.submit}>
      <label
        >Title<input
          type="text" name="title" required maxlength="150" .value=${playlist?.title ?? ''} aria-describedby=${described.by} aria-invalid=${described.invalid}
      /></label>
      <label>Description<textarea name="description" rows="3" maxlength="5000" .value=${playlist?.description ?? ''}></textarea></label>
      <label
        >Who may see it<select name="visibility">
          ${Object.entries(playlistVisibilities).map(([value, text]) => html`<option value=${value} ?selected=${value === (playlist?.visibility ?? 'private')}>${text}</option>`)}
        </select></label
      >
      ${submission.trouble()}
      <div class="row">
        <button class="primary" ?disabled=${submission.busy}>${playlist ? 'Save' : 'Make it'}</button>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('leave'))}>Cancel</button>
      </div>
    </form>`;
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus());
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const change: PlaylistChange = {
      title: String(data.get('title')).trim(), description: String(data.get('description')).trim(), visibility: String(data.get('visibility')) as Playlist['visibility'],
    };
    const saved = await this.submission.run(() => this.save(change));
    if (saved) this.dispatchEvent(new CustomEvent('saved', { detail: saved }));
  }
}
