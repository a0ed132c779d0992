import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Client } from '../api/client';
import { getOrganisations, postAssetMove, postChannelMove } from '../api/generated';
import { acting, asSignedIn, session } from '../session/access';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** Gives a video, or a channel with all of its videos, to another account that one may add to. Fires `moved`. Nothing where there is none. */
@customElement('move-to')
export class MoveTo extends LitElement {
  @property() kind: 'video' | 'channel' = 'video';
  @property({ attribute: 'subject-id' }) subjectId = '';
  @property({ attribute: false }) client!: Client;
  @state() private accounts: [id: string, name: string][] = [];
  @state() private to?: string;
  private readonly submission = new Submission(this, 'move');

  static override styles = [shared];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
  }

  override render() {
    const { submission, to } = this;
    if (this.accounts.length === 0) return nothing;
    const name = this.accounts.find(([id]) => id === to)?.[1];
    return html`<form class="card stack" @submit=${this.submit}>
      <h2>Move it to another account</h2>
      <p class="muted">It plays all the while, by the same address${this.kind === 'channel' ? ', and keeps its subscribers. Its videos go with it' : ''}. What it takes of a quota counts there from then on.</p>
      <label
        >To<select name="to" @change=${(event: Event) => (this.to = (event.target as HTMLSelectElement).value || undefined)}>
          <option value="">Stay here</option>
          ${this.accounts.map(([id, text]) => html`<option value=${id}>${text}</option>`)}
        </select></label
      >
      ${submission.trouble()}
      ${name ? html`<div class="row"><button class="danger" ?disabled=${submission.busy}>Move it to ${name}</button></div>` : nothing}
    </form>`;
  }

  /** Accounts that one may add to, but the one that is acted for. */
  private async look(): Promise<void> {
    // An API key acts for one account alone.
    if (!session.userId || this.client.apiKey) return;
    const now = acting.of(session.userId)?.accountId;
    const page = await getOrganisations(asSignedIn.request, { limit: 50 }).catch(() => undefined);
    const own = page?.items.filter(({ id, role, disabled }) => id !== now && !disabled && role && role !== 'viewer') ?? [];
    this.accounts = [...(now ? [[session.userId, 'Myself'] as [string, string]] : []), ...own.map(({ id, name }): [string, string] => [id, name])];
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { subjectId, client, to } = this;
    const moved = await this.submission.run(() =>
      this.kind === 'video' ? postAssetMove(client.request, { assetId: subjectId, body: { to } }) : postChannelMove(client.request, { channelId: subjectId, body: { to } }),
    );
    if (moved) this.dispatchEvent(new CustomEvent('moved'));
  }
}
