import { LitElement, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Client } from '../api/client';
import { postPasswordReset, postPasswordResetFinish, postSignUp, postSignUpFinish, type Finish } from '../api/generated';
import { session } from '../session/access';
import { navigate } from '../ui/navigate';
import { narrow, shared } from '../ui/styles';
import { Submission } from '../ui/submission';

const nobody = new Client().request;

const purposes = {
  'sign-up': {
    title: 'Sign up', ask: 'We send a letter to your address, with a link by which you choose a password.', send: postSignUp,
    choose: 'Choose a password', finish: async (body: Finish) => session.begin(await postSignUpFinish(nobody, { body })),
  },
  'reset-password': {
    title: 'Reset your password', ask: 'We send a letter to your address, with a link by which you choose another password.', send: postPasswordReset,
    choose: 'Choose another password', finish: async (body: Finish) => void (await postPasswordResetFinish(nobody, { body })),
  },
};

/**
 * `/sign-up` and `/reset-password`: asks for an address to send a letter to; behind the letter's link, which carries its
 * token after `#`, asks for a password. Who signed up is signed in then; a reset ended all sessions, and opens none.
 */
@customElement('letter-page')
export class LetterPage extends LitElement {
  @property() purpose: keyof typeof purposes = 'sign-up';
  @state() private sentTo = '';
  @state() private token = '';
  @state() private changed = false;
  private readonly submission = new Submission(this, 'letter', { 'account.email': 'email', 'account.password': 'password' });

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
    if (this.changed) return html`<h1>Your password was changed</h1><p role="status">You were signed out everywhere. <a href="/sign-in">Sign in</a> with the new one.</p>`;
    return this.token ? this.password() : this.address();
  }

  private address() {
    const { submission } = this;
    const { title, ask } = purposes[this.purpose];
    return html`
      <h1>${title}</h1>
      <form class="card stack" @submit=${this.send}>
        <p class="muted small">${ask}</p>
        <label
          >E-mail address<input
            type="email" name="email" required autocomplete="email" maxlength="254"
            aria-describedby=${submission.id} aria-invalid=${submission.invalid('email')}
        /></label>
        ${submission.trouble()}
        <div role="status">
          ${this.sentTo ? html`<p class="notice">A letter is on its way to ${this.sentTo}. If none comes, look among the unwanted ones, or send another.</p>` : ''}
        </div>
        <div class="row"><button class="primary" ?disabled=${submission.busy}>${this.sentTo ? 'Send another' : 'Send the letter'}</button></div>
      </form>
      <p class="muted">Have an account? <a href="/sign-in">Sign in</a></p>
    `;
  }

  private password() {
    const { submission } = this;
    return html`
      <h1>${purposes[this.purpose].choose}</h1>
      <form class="card stack" @submit=${this.finish}>
        <label
          >Password<input
            type="password" name="password" required autocomplete="new-password" minlength="8" maxlength="128"
            aria-describedby="${submission.id} rules" aria-invalid=${submission.invalid('password')}
        /></label>
        <p class="muted small" id="rules">At least 8 characters, and not easily guessed. Best let your browser choose one.</p>
        ${submission.trouble()}
        ${submission.problem?.code === 'auth.link_invalid' ? html`<p><a href="/${this.purpose}" @click=${() => (this.token = '')}>Ask for another letter</a></p>` : ''}
        <div><button class="primary" ?disabled=${submission.busy}>Continue</button></div>
      </form>
    `;
  }

  private async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.sentTo = '';
    const email = String(new FormData(event.target as HTMLFormElement).get('email')).trim();
    const sent = await this.submission.run(async () => {
      await purposes[this.purpose].send(nobody, { body: { email } });
      return true;
    });
    if (sent) this.sentTo = email;
  }

  private async finish(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const password = String(new FormData(event.target as HTMLFormElement).get('password'));
    const done = await this.submission.run(async () => {
      await purposes[this.purpose].finish({ token: this.token, password });
      return true;
    });
    if (!done) return;
    if (this.purpose === 'sign-up') navigate('/account', { replace: true });
    else this.changed = true;
  }

  /** The token leaves the address at once: it stays out of the history and of what is shared. */
  private take = (): void => {
    const token = location.hash.slice(1);
    if (token === '') return;
    this.token = token;
    history.replaceState(null, '', location.pathname);
  };
}
