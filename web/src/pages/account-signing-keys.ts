import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { deleteSigningKey, getSigningKeys, postSigningKey, type SigningKey } from '../api/generated';
import { acting, asSignedIn, session } from '../session/access';
import { when } from '../ui/format';
import { listed, shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** Keys that the account makes playback tokens with by itself. The private half is shown once, when a key is made. */
@customElement('account-signing-keys')
export class AccountSigningKeys extends LitElement {
  @state() private keys?: SigningKey[];
  @state() private made?: SigningKey;
  private readonly listing = new Submission(this, 'listing');
  private readonly making = new Submission(this, 'making', { 'signing.key_name': 'name' });

  static override styles = [
    shared,
    listed,
    css`
      pre {
        margin: 0;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
        font-size: 0.8rem;
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
      <h2 id="title" tabindex="-1">Signing keys${of ? ` of ${of}` : ''}</h2>
      <p>With a signing key your own server makes playback tokens for your signed videos, without asking here.</p>
      <div role="status">
        ${this.made
          ? html`<div class="notice stack">
              <p>This is the private key of <code>${this.made.id}</code>. It is shown this once, and is kept nowhere here: keep it now.</p>
              <pre>${this.made.privateKey}</pre>
              <div class="row">
                <button @click=${() => navigator.clipboard?.writeText(this.made?.privateKey ?? '').catch(() => undefined)}>Copy</button>
                <button @click=${() => (this.made = undefined)}>I have kept it</button>
              </div>
            </div>`
          : nothing}
      </div>
      ${this.listing.trouble()}
      <ul aria-labelledby="title">
        ${this.keys?.map(
          (key) => html`<li class="row spread">
            <div>
              <div>${key.name || 'Without a name'}</div>
              <div class="muted small"><code>${key.id}</code></div>
              <div class="muted small">Made ${when(key.createdAt)}</div>
            </div>
            <button class="danger" ?disabled=${this.listing.busy} @click=${() => this.revoke(key)} aria-label="Revoke the key ${key.name || key.id}">Revoke</button>
          </li>`,
        )}
      </ul>
      ${this.keys?.length === 0 ? html`<p>You have no signing keys.</p>` : nothing}
      <form class="stack" @submit=${this.make}>
        <label>Name of the key<input type="text" name="name" maxlength="100" aria-describedby=${this.making.id} aria-invalid=${this.making.invalid('name')} /></label>
        ${this.making.trouble()}
        <div><button ?disabled=${this.making.busy}>Make a signing key</button></div>
      </form>
    `;
  }

  /** There are so few that they are one page. */
  private async load(): Promise<void> {
    this.keys = (await this.listing.run(() => getSigningKeys(asSignedIn.request)))?.items ?? this.keys;
  }

  private async make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const made = await this.making.run(() => postSigningKey(asSignedIn.request, { body: { name: String(new FormData(form).get('name')).trim() } }));
    if (!made) return;
    this.made = made;
    this.keys = [{ ...made, privateKey: undefined }, ...(this.keys ?? [])];
    form.reset();
  }

  private async revoke(key: SigningKey): Promise<void> {
    const done = await this.listing.run(async () => {
      await deleteSigningKey(asSignedIn.request, { keyId: key.id });
      return true;
    });
    if (!done) return;
    this.keys = this.keys?.filter((each) => each.id !== key.id);
    if (this.made?.id === key.id) this.made = undefined;
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }
}
