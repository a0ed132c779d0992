import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Client } from '../api/client';
import { postAppeal, type Asset } from '../api/generated';
import { takedownReasons } from '../social/reports';
import { when } from '../ui/format';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** That moderators took a video down: why, and where its owner asks for another look. Fires `appealed` after that. */
@customElement('takedown-notice')
export class TakedownNotice extends LitElement {
  @property({ attribute: 'asset-id' }) assetId = '';
  @property({ attribute: false }) takedown!: NonNullable<Asset['takedown']>;
  @property({ attribute: false }) client!: Client;
  private readonly submission = new Submission(this, 'appeal', { 'report.appeal': 'text' });

  static override styles = [shared];

  override render() {
    const { at, reason, note, appealedAt } = this.takedown;
    return html`<div class="stack">
      <h2>Moderators took this video down</h2>
      <p><time datetime=${at}>${when(at)}</time>. The reason: <strong>${takedownReasons[reason] ?? reason}</strong>.</p>
      ${note ? html`<p dir="auto" style="white-space: pre-wrap; overflow-wrap: anywhere">${note}</p>` : nothing}
      <p class="muted">Nobody can play or find it. You can’t change it, but delete it among <a href="/videos">your videos</a>.</p>
      ${appealedAt ? html`<p role="status">You asked for another look <time datetime=${appealedAt}>${when(appealedAt)}</time>. You are told what comes of it.</p>` : this.form()}
    </div>`;
  }

  private form() {
    const { submission } = this;
    return html`<form class="stack" @submit=${this.submit}>
      <label
        >If you think that this is wrong, say why (once)<textarea name="text" rows="4" required maxlength="1000" aria-describedby=${submission.id} aria-invalid=${submission.invalid('text')}></textarea></label
      >
      ${submission.trouble()}
      <div><button ?disabled=${submission.busy}>Ask for another look</button></div>
    </form>`;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get('text'));
    const asked = await this.submission.run(() => postAppeal(this.client.request, { assetId: this.assetId, body: { text } }));
    if (asked) this.dispatchEvent(new CustomEvent('appealed'));
  }
}
