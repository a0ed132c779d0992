import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Client } from '../api/client';
import { getOneUpload, type Upload } from '../api/generated';
import { bytes } from '../ui/format';
import { shared } from '../ui/styles';

/** How often is looked how far it is; milliseconds. */
const pace = 2000;

/** How far a file is that the platform fetches from the web; nothing once it is there. */
@customElement('import-progress')
export class ImportProgress extends LitElement {
  @property({ attribute: 'upload-id' }) uploadId = '';
  @property({ attribute: false }) client!: Client;
  @state() private upload?: Upload;
  private timer?: ReturnType<typeof setTimeout>;

  static override styles = [shared];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override render() {
    const { upload } = this;
    if (upload?.failure) return html`<p class="notice bad" role="alert">${upload.failure.message}</p>`;
    if (upload?.state !== 'awaiting' || !upload.import) return nothing;
    const { bytesDone, bytesTotal, url } = upload.import;
    return html`<div class="card stack">
      <p>Fetching <span class="muted">${url}</span></p>
      <progress aria-label="Fetched" max=${bytesTotal ?? nothing} value=${bytesTotal ? bytesDone : nothing}></progress>
      <p class="muted small num">${bytes(bytesDone)}${bytesTotal ? ` of ${bytes(bytesTotal)}` : ''}</p>
    </div>`;
  }

  private async look(): Promise<void> {
    await this.updateComplete;
    // Who can't be asked just now is asked again.
    this.upload = (await getOneUpload(this.client.request, { uploadId: this.uploadId }).catch(() => undefined)) ?? this.upload;
    const over = this.upload !== undefined && (this.upload.state !== 'awaiting' || this.upload.failure !== undefined);
    if (this.isConnected && !over) this.timer = setTimeout(() => void this.look(), pace);
  }
}
