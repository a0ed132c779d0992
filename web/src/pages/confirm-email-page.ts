import { LitElement, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Client } from '../api/client';
import { postEmailFinish } from '../api/generated';
import { narrow, shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** `/confirm-email#{token}`, behind a letter's link: the new address counts once its owner says so. It ends all sessions. */
@customElement('confirm-email-page')
export class ConfirmEmailPage extends LitElement {
  @state() private token = '';
  @state() private changed = false;
  private readonly submission = new Submission(this, 'confirm');

  static override styles = [shared, narrow];

  override connectedCallback(): void {
    super.connectedCallback();
    this.take();
    window.addEventListener('hashchange', this.take);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.take);
  }

  override render() {
    if (this.changed) return html`<h1>Your address was changed</h1><p role="status">You were signed out everywhere. <a href="/sign-in">Sign in</a> with the new one.</p>`;
    if (!this.token) return html`<h1>Confirm your address</h1><p>Open the link of the letter again. A new letter is sent from <a href="/account">your account</a>.</p>`;
    return html`
      <h1>Confirm your address</h1>
      <div class="card stack">
        <p>This address becomes the one that you sign in with, and you are signed out everywhere.</p>
        ${this.submission.trouble()}
        <div><button class="primary" ?disabled=${this.submission.busy} @click=${this.confirm}>Confirm</button></div>
      </div>
    `;
  }

  private async confirm(): Promise<void> {
    const done = await this.submission.run(async () => {
      await postEmailFinish(new Client().request, { body: { token: this.token } });
      return true;
    });
    this.changed = done === true;
  }

  /** The token leaves the address at once: it stays out of the history and of what is shared. */
  private take = (): void => {
    const token = location.hash.slice(1);
    if (token === '') return;
    [this.token, this.changed] = [token, false];
    history.replaceState(null, '', location.pathname);
  };
}
