import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { deletePasskey, getPasskeys, patchPasskey, type Passkey } from '../api/generated';
import { asSignedIn } from '../session/access';
import { addPasskey, authenticators } from '../session/passkeys';
import { day, when } from '../ui/format';
import { listed, shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { deviceText } from './devices';

/** Passkeys of the account: which there are, what they are called, and one more. */
@customElement('account-passkeys')
export class AccountPasskeys extends LitElement {
  @state() private passkeys?: Passkey[];
  /** The one that is being renamed, or whose removal is asked about. */
  @state() private open?: { id: string; for: 'name' | 'removal' };
  @state() private told = '';
  private readonly listing = new Submission(this, 'passkeys');
  private readonly adding = new Submission(this, 'adding', { 'account.password_wrong': 'password' });

  static override styles = [shared, listed];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    const { passkeys } = this;
    return html`
      <h2 id="title" tabindex="-1">Passkeys</h2>
      <p class="muted small">A passkey signs you in with your fingerprint, face or screen lock: no password, no code.</p>
      ${this.listing.trouble()}
      <ul aria-labelledby="title">
        ${passkeys?.map((each) => html`<li class="row spread">${this.open?.id !== each.id ? this.shown(each) : this.open.for === 'name' ? this.naming(each) : this.question(each)}</li>`)}
      </ul>
      ${passkeys?.length === 0 ? html`<p>You have no passkey yet.</p>` : nothing}
      <div role="status">${this.told ? html`<p class="notice">${this.told}</p>` : nothing}</div>
      ${authenticators() ? this.form() : html`<p class="muted small">This browser can’t make one here. Passkeys need https, and a browser that is not years old.</p>`}
    `;
  }

  private shown(passkey: Passkey) {
    const { id, name, createdAt, usedAt } = passkey;
    const { busy } = this.listing;
    return html`
      <div>
        <div>${name}</div>
        <div class="muted small">Added on ${day(createdAt)}; ${usedAt ? `last used ${when(usedAt)}` : 'never used'}</div>
      </div>
      <div class="row">
        <button ?disabled=${busy} aria-label="Rename ${name}" @click=${() => this.turn({ id, for: 'name' })}>Rename</button>
        <button class="danger" ?disabled=${busy} aria-label="Remove ${name}" @click=${() => this.turn({ id, for: 'removal' })}>Remove</button>
      </div>
    `;
  }

  private naming({ id, name }: Passkey) {
    return html`<form class="row" @submit=${(event: SubmitEvent) => this.rename(event, id)}>
      <label><span class="spoken">Name of the passkey</span><input type="text" name="name" required maxlength="100" .value=${name} /></label>
      <button class="primary" ?disabled=${this.listing.busy}>Save</button>
      <button type="button" @click=${() => this.turn()}>Cancel</button>
    </form>`;
  }

  private question({ id, name }: Passkey) {
    return html`
      <p>Remove ${name}? It signs nobody in any more.</p>
      <div class="row">
        <button class="danger" ?disabled=${this.listing.busy} @click=${() => this.takeAway(id)}>Remove it</button>
        <button @click=${() => this.turn()}>Keep it</button>
      </div>
    `;
  }

  private form() {
    const { adding } = this;
    return html`<form class="stack" @submit=${this.add}>
      <label>What to call it<input type="text" name="name" required maxlength="100" value=${deviceText(navigator.userAgent)} /></label>
      <label
        >Your password<input
          type="password" name="password" required autocomplete="current-password" maxlength="128"
          aria-describedby=${adding.id} aria-invalid=${adding.invalid('password')}
      /></label>
      ${adding.trouble()}
      <div><button ?disabled=${adding.busy}>Add a passkey</button></div>
    </form>`;
  }

  /** They are few, and all are shown. */
  private async load(): Promise<void> {
    const page = await this.listing.run(() => getPasskeys(asSignedIn.request, { limit: 50 }));
    if (page) this.passkeys = page.items;
  }

  /** The focus goes to what was opened, and back to the section when it is closed. */
  private turn(open?: { id: string; for: 'name' | 'removal' }): void {
    this.open = open;
    this.told = '';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(open ? 'li input, li button.danger:not([aria-label])' : '#title')?.focus());
  }

  private async rename(event: SubmitEvent, passkeyId: string): Promise<void> {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name')).trim();
    const renamed = await this.listing.run(() => patchPasskey(asSignedIn.request, { passkeyId, body: { name } }));
    if (!renamed) return;
    this.passkeys = this.passkeys?.map((each) => (each.id === passkeyId ? renamed : each));
    this.turn();
  }

  private async takeAway(passkeyId: string): Promise<void> {
    const done = await this.listing.run(async () => {
      await deletePasskey(asSignedIn.request, { passkeyId });
      return true;
    });
    if (!done) return;
    this.passkeys = this.passkeys?.filter((each) => each.id !== passkeyId);
    this.turn();
  }

  private async add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.told = '';
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const made = await this.adding.run(() => addPasskey(asSignedIn.request, authenticators()!, String(data.get('password')), String(data.get('name')).trim()));
    if (!made) return;
    this.passkeys = [made, ...(this.passkeys ?? [])];
    this.told = `${made.name} signs you in from now on.`;
    form.reset();
  }
}
