import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { deleteToken, getTokens, postToken, type Token } from '../api/generated';
import { acting, asSignedIn, session } from '../session/access';
import { when } from '../ui/format';
import { listed, shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** What a token can be made for, and what it says to people. */
const areas = {
  account: 'Account and its settings', analytics: 'Figures of videos and channels', assets: 'Videos', channels: 'Channels', live: 'Live streams', search: 'Search', 'signing-keys': 'Signing keys', social: 'Comments, likes and playlists', uploads: 'Uploads', webhooks: 'Webhooks',
};

/** Tokens by which apps act for the account. Each is shown once, when it is made. */
@customElement('account-tokens')
export class AccountTokens extends LitElement {
  @state() private tokens?: Token[];
  @state() private cursor?: string;
  @state() private made?: Token;
  private readonly listing = new Submission(this, 'listing');
  private readonly making = new Submission(this, 'making', { 'token.name': 'name', 'token.days': 'days' });

  static override styles = [
    shared,
    listed,
    css`
      table {
        border-collapse: collapse;
        font-size: 0.9rem;
      }
      th {
        padding: 4px 16px 4px 0;
        font-weight: 450;
        text-align: start;
      }
      th[scope='col'],
      td {
        padding: 4px 16px;
        text-align: center;
      }
      code {
        overflow-wrap: anywhere;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    const of = acting.of(session.userId)?.name;
    return html`
      <h2 id="title" tabindex="-1">Tokens for apps${of ? ` of ${of}` : ''}</h2>
      <div role="status">
        ${this.made
          ? html`<div class="notice stack">
              <p>This is the token of ${this.made.name}. It is shown this once: keep it now.</p>
              <code>${this.made.token}</code>
              <div class="row">
                <button @click=${() => navigator.clipboard?.writeText(this.made?.token ?? '').catch(() => undefined)}>Copy</button>
                <button @click=${() => (this.made = undefined)}>I have kept it</button>
              </div>
            </div>`
          : nothing}
      </div>
      ${this.listing.trouble()}
      <ul aria-labelledby="title">
        ${this.tokens?.map(
          (token) => html`<li class="row spread">
            <div>
              <div>${token.name}</div>
              <div class="muted small">${token.scopes.join(', ')}</div>
              <div class="muted small">${token.usedAt ? `Last used ${when(token.usedAt)}` : 'Never used'}; counts until ${when(token.expiresAt)}</div>
            </div>
            <button class="danger" ?disabled=${this.listing.busy} @click=${() => this.revoke(token)} aria-label="Revoke ${token.name}">Revoke</button>
          </li>`,
        )}
      </ul>
      ${this.tokens?.length === 0 ? html`<p>No app has a token of yours.</p>` : nothing}
      ${this.cursor ? html`<button @click=${() => this.load(this.cursor)}>Show more</button>` : nothing}
      ${this.form()}
    `;
  }

  private form() {
    const { making } = this;
    return html`<form class="stack" @submit=${this.make}>
      <label>Name<input type="text" name="name" required maxlength="100" aria-describedby=${making.id} aria-invalid=${making.invalid('name')} /></label>
      <label
        >Days that it counts<input
          type="number" name="days" required min="1" max="366" value="90" aria-describedby=${making.id} aria-invalid=${making.invalid('days')}
      /></label>
      <fieldset>
        <legend>What it may do</legend>
        <table>
          <thead><tr><td></td><th scope="col">Read</th><th scope="col">Change</th></tr></thead>
          <tbody>
            ${Object.entries(areas).map(
              ([area, text]) => html`<tr>
                <th scope="row">${text}</th>
                <td><input type="checkbox" name="scope" value="${area}:read" aria-label="${text}: read" /></td>
                <td><input type="checkbox" name="scope" value="${area}:write" aria-label="${text}: change" /></td>
              </tr>`,
            )}
          </tbody>
        </table>
        <label class="check"><input type="checkbox" name="scope" value="playback:sign" /> Make playback tokens for viewers</label>
      </fieldset>
      ${making.trouble()}
      <div><button ?disabled=${making.busy}>Make a token</button></div>
    </form>`;
  }

  private async load(cursor?: string): Promise<void> {
    const page = await this.listing.run(() => getTokens(asSignedIn.request, { cursor }));
    if (!page) return;
    this.tokens = [...(cursor ? (this.tokens ?? []) : []), ...page.items];
    this.cursor = page.cursor;
  }

  private async make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const body = { name: String(data.get('name')).trim(), scopes: data.getAll('scope').map(String), expiresInDays: Number(data.get('days')) };
    const made = await this.making.run(() => postToken(asSignedIn.request, { body }));
    if (!made) return;
    this.made = made;
    this.tokens = [made, ...(this.tokens ?? [])];
    form.reset();
  }

  private async revoke(token: Token): Promise<void> {
    const done = await this.listing.run(async () => {
      await deleteToken(asSignedIn.request, { tokenId: token.id });
      return true;
    });
    if (!done) return;
    this.tokens = this.tokens?.filter((each) => each.id !== token.id);
    if (this.made?.id === token.id) this.made = undefined;
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }
}
