import { LitElement, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { postSignOutEverywhere } from '../api/generated';
import { asSignedIn, session } from '../session/access';
import { navigate } from '../ui/navigate';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { signInPath } from '../routes';
import './account-email';
import './account-leaving';
import './account-passkeys';
import './account-password';
import './account-second-factor';
import './account-sessions';
import './account-signing-keys';
import './account-tokens';

/** `/account`: where one is signed in, what one signs in with, tokens for apps, and signing keys. */
@customElement('account-page')
export class AccountPage extends LitElement {
  @state() private userId = session.userId;
  private readonly leaving = new Submission(this, 'leaving');

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 22px;
        max-width: 760px;
        margin: 28px auto 0;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    session.addEventListener('change', this.look);
    this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    session.removeEventListener('change', this.look);
  }

  override render() {
    if (!this.userId) return html`<h1>Your account</h1>`;
    return html`
      <div class="row spread">
        <h1>Your account</h1>
        <div class="row">
          <button @click=${() => session.end()}>Sign out</button>
          <button class="danger" ?disabled=${this.leaving.busy} @click=${this.everywhere}>Sign out everywhere</button>
        </div>
      </div>
      ${this.leaving.trouble()}
      <account-sessions class="card"></account-sessions>
      <account-email class="card"></account-email>
      <account-password class="card"></account-password>
      <account-passkeys class="card"></account-passkeys>
      <account-second-factor class="card"></account-second-factor>
      <account-tokens class="card"></account-tokens>
      <account-signing-keys class="card"></account-signing-keys>
      <account-leaving class="card"></account-leaving>
    `;
  }

  private async everywhere(): Promise<void> {
    const done = await this.leaving.run(async () => {
      await postSignOutEverywhere(asSignedIn.request);
      return true;
    });
    if (done) await session.end();
  }

  /** Nobody has an account page. */
  private look = (): void => {
    this.userId = session.userId;
    if (this.userId === '') navigate(signInPath(), { replace: true });
  };
}
