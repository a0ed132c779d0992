import { LitElement, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { postEmail } from '../api/generated';
import { asSignedIn } from '../session/access';
import { listed, shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** Another address to sign in with, for whoever knows the password: a letter to it has the link that confirms it. */
@customElement('account-email')
export class AccountEmail extends LitElement {
  @state() private sentTo = '';
  private readonly submission = new Submission(this, 'email', { 'account.password_wrong': 'password', 'account.email': 'email' });

  static override styles = [shared, listed];

  override render() {
    const { submission } = this;
    return html`
      <form class="stack" @submit=${this.submit}>
        <h2>E-mail address</h2>
        <label
          >New address<input
            type="email" name="email" required autocomplete="email" maxlength="254"
            aria-describedby=${submission.id} aria-invalid=${submission.invalid('email')}
        /></label>
        <label
          >Your password<input
            type="password" name="password" required autocomplete="current-password" maxlength="128"
            aria-describedby=${submission.id} aria-invalid=${submission.invalid('password')}
        /></label>
        ${submission.trouble()}
        <div role="status">
          ${this.sentTo ? html`<p class="notice">A letter is on its way to ${this.sentTo}. Its link makes it yours; until then nothing changes.</p>` : ''}
        </div>
        <div><button ?disabled=${submission.busy}>Change address</button></div>
      </form>
    `;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.sentTo = '';
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const body = { email: String(data.get('email')).trim(), password: String(data.get('password')) };
    const sent = await this.submission.run(async () => {
      await postEmail(asSignedIn.request, { body });
      return true;
    });
    if (!sent) return;
    this.sentTo = body.email;
    form.reset();
  }
}
