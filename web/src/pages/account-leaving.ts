import { LitElement, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { deleteDeletion, getMe, postDeletion, type Me } from '../api/generated';
import { asSignedIn, session } from '../session/access';
import { leaving } from '../session/leaving';
import { when } from '../ui/format';
import { listed, shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** Has the account deleted in seven days, for whoever proves that it is theirs; and keeps it, for who asked for it elsewhere. */
@customElement('account-leaving')
export class AccountLeaving extends LitElement {
  @state() private me?: Me;
  @state() private asking = false;
  private readonly submission = new Submission(this, 'leaving', { 'account.password': 'password', 'auth.sign_in_again': 'password' });

  static override styles = [shared, listed];

  override connectedCallback(): void {
    super.connectedCallback();
    void getMe(asSignedIn.request).then((me) => (this.me = me), () => undefined);
  }

  override render() {
    const { submission } = this;
    const due = this.me?.deletionDueAt;
    return html`
      <h2 id="title" tabindex="-1">Delete the account</h2>
      ${due
        ? html`<p class="notice">Your account will be deleted <time datetime=${due}>${when(due)}</time>, with all that is yours.</p>
            ${submission.trouble()}
            <div><button class="primary" ?disabled=${submission.busy} @click=${this.keep}>Keep my account</button></div>`
        : html`<p>
              Your videos, channels, playlists, comments and everything else that is yours go for good, seven days after you ask. You are signed out everywhere;
              signing in again before then keeps it all. If you are the only owner of an <a href="/organisations">organisation</a>, make somebody else one first, or delete it.
            </p>
            ${this.asking ? this.form() : html`<div><button class="danger" @click=${this.ask}>Delete my account…</button></div>`}`}
    `;
  }

  private form() {
    const { submission } = this;
    return html`<form class="stack" @submit=${this.submit}>
      <label
        >Your password (none if you signed in less than ten minutes ago)<input
          type="password" name="password" autocomplete="current-password" maxlength="128" aria-describedby=${submission.id} aria-invalid=${submission.invalid('password')}
      /></label>
      ${submission.trouble()}
      <div class="row"><button class="danger" ?disabled=${submission.busy}>Delete it in seven days</button><button type="button" @click=${() => (this.asking = false)}>Keep it</button></div>
    </form>`;
  }

  private ask = async (): Promise<void> => {
    this.asking = true;
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  };

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const password = String(new FormData(event.target as HTMLFormElement).get('password'));
    const asked = await this.submission.run(() => postDeletion(asSignedIn.request, { body: password === '' ? {} : { password } }));
    if (!asked) return;
    leaving.note(asked.dueAt);
    await session.end();
  }

  private keep = async (): Promise<void> => {
    const kept = await this.submission.run(async () => {
      await deleteDeletion(asSignedIn.request);
      return true;
    });
    if (!kept) return;
    this.me = { ...this.me!, deletionDueAt: undefined };
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  };
}
