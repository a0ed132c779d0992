import { LitElement, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { postPassword } from '../api/generated';
import { asSignedIn, session } from '../session/access';
import { listed, shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** Another password for whoever knows the current one. It signs everybody else out. */
@customElement('account-password')
export class AccountPassword extends LitElement {
  @state() private changed = false;
  private readonly submission = new Submission(this, 'password', { 'account.password_wrong': 'current', 'account.password': 'new' });

  static override styles = [shared, listed];

  override render() {
    const { submission } = this;
    return html`
      <form class="stack" @submit=${this.submit}>
        <h2>Password</h2>
        <label
          >Current password<input
            type="password" name="current" required autocomplete="current-password" maxlength="128"
            aria-describedby=${submission.id} aria-invalid=${submission.invalid('current')}
        /></label>
        <label
          >New password<input
            type="password" name="new" required autocomplete="new-password" minlength="8" maxlength="128"
            aria-describedby=${submission.id} aria-invalid=${submission.invalid('new')}
        /></label>
        ${submission.trouble()}
        <div role="status">${this.changed ? html`<p class="notice">Your password was changed, and you were signed out everywhere else.</p>` : ''}</div>
        <div><button ?disabled=${submission.busy}>Change password</button></div>
      </form>
    `;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.changed = false;
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const body = { currentPassword: String(data.get('current')), newPassword: String(data.get('new')) };
    const done = await this.submission.run(async () => {
      await session.begin(await postPassword(asSignedIn.request, { body }));
      return true;
    });
    if (!done) return;
    this.changed = true;
    form.reset();
  }
}
