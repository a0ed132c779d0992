import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Client } from '../api/client';
import { postAsset, type Upload } from '../api/generated';
import { newKey } from '../ui/once';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** Takes the address of a file on the web, which the platform fetches by itself. Fires `imported` with the upload that it is. */
@customElement('import-form')
export class ImportForm extends LitElement {
  @property({ attribute: false }) client!: Client;
  private readonly submission = new Submission(this, 'import', { 'import.': 'url', 'asset.title': 'title' });

  static override styles = [shared];

  override render() {
    const { submission } = this;
    return html`<form class="card stack" @submit=${this.submit}>
      <h2>Or have it fetched</h2>
      <label
        >Address of the file itself<input
          type="url" name="url" required pattern="https?://.+" maxlength="2000" placeholder="https://…" autocomplete="off"
          aria-describedby="${submission.id} hint" aria-invalid=${submission.invalid('url')}
      /></label>
      <p class="muted small" id="hint">By https or http, and without signing in. It goes on when this page is closed.</p>
      <label>Title<input type="text" name="title" required maxlength="200" aria-describedby=${submission.id} aria-invalid=${submission.invalid('title')} /></label>
      ${submission.trouble()}
      <div><button ?disabled=${submission.busy}>Fetch it</button></div>
    </form>`;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const body = { url: String(form.get('url')).trim(), title: String(form.get('title')).trim() };
    const upload = await this.submission.run(() => postAsset(this.client.request, { idempotencyKey: newKey(), body }));
    if (upload) this.dispatchEvent(new CustomEvent<{ upload: Upload; title: string }>('imported', { detail: { upload, title: body.title } }));
  }
}
