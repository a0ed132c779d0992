import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Client } from '../api/client';
import { postBulk, type Bulk } from '../api/generated';
import { newKey } from '../ui/once';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { visibilities } from '../ui/words';

/** Most assets of one request. */
const most = 100;

/** Does one thing to all videos that are marked, and tells of those to which it could not be done. Fires `marked` and `changed`. */
@customElement('bulk-bar')
export class BulkBar extends LitElement {
  @property({ attribute: false }) ids: string[] = [];
  /** Those that are shown. */
  @property({ attribute: false }) all: string[] = [];
  @property({ attribute: false }) client!: Client;
  @property({ type: Boolean }) trashed = false;
  @state() private outcome = '';
  private readonly submission = new Submission(this, 'bulk');

  static override styles = [
    shared,
    css`
      :host {
        margin-bottom: 18px;
      }
      select {
        width: auto;
      }
    `,
  ];

  override render() {
    const { ids, all } = this;
    return html`
      <div class="row" role="group" aria-label="Selected videos">
        <label class="check"
          ><input
            type="checkbox" .checked=${ids.length > 0 && ids.length === all.length} .indeterminate=${ids.length > 0 && ids.length < all.length}
            @change=${() => this.mark(ids.length === all.length ? [] : all.slice(0, most))}
          />Select all</label
        >
        ${ids.length === 0 ? nothing : this.choices()}
      </div>
      ${this.submission.trouble()}
      <p role="status" class="small">${this.outcome}</p>
    `;
  }

  private choices() {
    const { busy } = this.submission;
    if (this.trashed) return html`<button ?disabled=${busy} @click=${() => this.run({ operation: 'restore' })}>Restore ${this.ids.length}</button>`;
    const { scheduled, ...rest } = visibilities;
    return html`
      <label class="check"
        >Visibility<select ?disabled=${busy} @change=${this.show}>
          <option value="">${this.ids.length} selected</option>
          ${Object.entries(rest).map(([value, text]) => html`<option value=${value}>${text}</option>`)}
        </select></label
      >
      <button class="danger" ?disabled=${busy} @click=${() => this.run({ operation: 'trash' })}>Move ${this.ids.length} to the trash</button>
    `;
  }

  private show(event: Event): void {
    const select = event.target as HTMLSelectElement;
    const visibility = select.value as keyof typeof visibilities | '';
    select.value = '';
    if (visibility) void this.run({ operation: 'change', change: { visibility } });
  }

  private mark(ids: string[]): void {
    this.dispatchEvent(new CustomEvent('marked', { detail: ids }));
  }

  private async run(what: Omit<Bulk, 'ids'>): Promise<void> {
    this.outcome = '';
    const ids = this.ids.slice(0, most);
    const result = await this.submission.run(() => postBulk(this.client.request, { idempotencyKey: newKey(), body: { ids, ...what } }));
    if (!result) return;
    const failed = result.items.filter((item) => item.status >= 400);
    this.outcome = failed.length === 0 ? `Done: ${ids.length}.` : `Done: ${ids.length - failed.length}. Not done: ${failed.length}. ${failed[0]!.message ?? ''}`;
    // What failed stays marked, to be tried again.
    this.mark(failed.map((item) => item.id));
    this.dispatchEvent(new CustomEvent('changed'));
  }
}
