import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Client } from '../api/client';
import { getComments, putCommenting, type Commenting } from '../api/generated';
import { listed, shared } from '../ui/styles';
import { Submission } from '../ui/submission';

const modes: Record<Commenting['mode'], string> = { on: 'Shown at once', held: 'Wait until you have looked at them', off: 'Turned off' };

/** Whether a video's comments are shown at once. It is kept as soon as it is chosen. */
@customElement('commenting-choice')
export class CommentingChoice extends LitElement {
  @property({ attribute: 'playback-id' }) playbackId = '';
  @property({ attribute: false }) client!: Client;
  @state() private mode?: Commenting['mode'];
  @state() private kept = false;
  private readonly submission = new Submission(this, 'commenting');

  static override styles = [shared, listed];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('playbackId')) void this.load();
  }

  override render() {
    if (!this.mode) return this.submission.trouble();
    return html`
      <label
        >Comments<select ?disabled=${this.submission.busy} @change=${this.choose}>
          ${Object.entries(modes).map(([mode, text]) => html`<option value=${mode} ?selected=${mode === this.mode}>${text}</option>`)}
        </select></label
      >
      ${this.submission.trouble()}
      <p class="row small"><a href="/comments">Comments to look at</a><span role="status">${this.kept ? 'Saved.' : nothing}</span></p>
    `;
  }

  private async load(): Promise<void> {
    this.mode = (await this.submission.run(() => getComments(this.client.request, { playbackId: this.playbackId, limit: 1 })))?.mode;
  }

  private async choose(event: Event): Promise<void> {
    const select = event.target as HTMLSelectElement;
    this.kept = false;
    const kept = await this.submission.run(() => putCommenting(this.client.request, { playbackId: this.playbackId, body: { mode: select.value as Commenting['mode'] } }));
    if (kept) this.mode = kept.mode;
    else select.value = this.mode!;
    this.kept = kept !== undefined;
  }
}
