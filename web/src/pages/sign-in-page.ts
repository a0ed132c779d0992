import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Client } from '../api/client';
import { postSignIn, type SignedIn } from '../api/generated';
import { session } from '../session/access';
import { leaving } from '../session/leaving';
import { authenticators, signInByPasskey } from '../session/passkeys';
import { when } from '../ui/format';
import { narrow, shared } from '../ui/styles';
import { navigate } from '../ui/navigate';
import { Submission } from '../ui/submission';

/** `/sign-in`: an address and its password, or a passkey; then back to where one came from. */
@customElement('sign-in-page')
export class SignInPage extends LitElement {
  /** Path to go to afterwards. */
  @property() next = '/';
  private readonly submission = new Submission(this, 'sign-in', { 'auth.sign_in_failed': 'password', 'account.email_invalid': 'email', 'auth.second_factor': 'code' });
  private readonly byPasskey = new Submission(this, 'passkey');
  /** The account has a second factor, which the platform tells once the password is right. */
  private asksCode = false;

  static override styles = [shared, narrow];

  override render() {
    const { submission } = this;
    this.asksCode ||= submission.problem?.code.startsWith('auth.second_factor') ?? false;
    const due = leaving.get();
    return html`
      <h1>Sign in</h1>
      ${due ? html`<p class="notice" role="status">Your account will be deleted <time datetime=${due}>${when(due)}</time>. Sign in before then to keep it.</p>` : nothing}
      <form class="card stack" @submit=${this.submit}>
        <label
          >E-mail address<input
            type="email" name="email" required autocomplete="username" maxlength="254"
            aria-describedby=${submission.id} aria-invalid=${submission.invalid('email')}
        /></label>
        <label
          >Password<input
            type="password" name="password" required autocomplete="current-password" maxlength="128"
            aria-describedby=${submission.id} aria-invalid=${submission.invalid('password')}
        /></label>
        ${this.asksCode
          ? html`<label
              >Code of your authenticator app, or a recovery code<input
                type="text" name="code" required autocomplete="one-time-code" spellcheck="false" maxlength="64"
                aria-describedby=${submission.id} aria-invalid=${submission.invalid('code')}
            /></label>`
          : nothing}
        ${submission.trouble()}
        <div class="row"><button class="primary" ?disabled=${submission.busy}>Sign in</button><a href="/reset-password">Forgot your password?</a></div>
      </form>
      ${authenticators()
        ? html`<div class="stack">
            ${this.byPasskey.trouble()}
            <button ?disabled=${this.byPasskey.busy} @click=${() => this.enter(this.byPasskey, () => signInByPasskey(new Client().request, authenticators()!))}>Use a passkey instead</button>
          </div>`
        : nothing}
      <p class="muted">No account yet? <a href="/sign-up">Sign up</a></p>
    `;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const body = { email: String(form.get('email')).trim(), password: String(form.get('password')), ...(form.has('code') ? { code: String(form.get('code')).trim() } : {}) };
    await this.enter(this.submission, () => postSignIn(new Client().request, { body }));
  }

  private async enter(submission: Submission, prove: () => Promise<SignedIn>): Promise<void> {
    const done = await submission.run(async () => {
      await session.begin(await prove());
      return true;
    });
    if (!done) return;
    leaving.forget();
    navigate(this.next, { replace: true });
  }
}
