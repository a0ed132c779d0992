import { LitElement, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deleteOrganisationDeletion, postOrganisationDeletion } from '../api/generated';
import { asSignedIn } from '../session/access';
import { when } from '../ui/format';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** Has an organisation deleted in seven days, for an owner who proves that it is they; or keeps it. Fires `changed`. */
@customElement('organisation-leaving')
export class OrganisationLeaving extends LitElement {
  @property({ attribute: 'organisation-id' }) organisationId = '';
  /** When it goes; undefined while nobody asked. */
  @property({ attribute: false }) due?: string;
  @state() private asking = false;
  private readonly submission = new Submission(this, 'ending', { 'account.password': 'password', 'auth.sign_in_again': 'password' });

  static override styles = [shared];

  override render() {
    const { due, submission } = this;
    return html`<div class="stack">
      <h2 id="title" tabindex="-1">Delete the organisation</h2>
      ${due
        ? html`<p class="notice">It will be deleted <time datetime=${due}>${when(due)}</time>, with all that is its. Any owner can keep it.</p>
            ${submission.trouble()}
            <div><button class="primary" ?disabled=${submission.busy} @click=${this.keep}>Keep the organisation</button></div>`
        : html`<p>Its videos, channels, playlists, tokens and members go for good, seven days after you ask. All owners get a letter, and each can keep it. What is to stay is moved to another account before.</p>
            ${this.asking ? this.form() : html`<div><button class="danger" @click=${this.ask}>Delete the organisation…</button></div>`}`}
    </div>`;
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
    const asked = await this.submission.run(() => postOrganisationDeletion(asSignedIn.request, { organisationId: this.organisationId, body: password === '' ? {} : { password } }));
    if (asked) await this.told(asked.dueAt);
  }

  private keep = async (): Promise<void> => {
    const kept = await this.submission.run(async () => {
      await deleteOrganisationDeletion(asSignedIn.request, { organisationId: this.organisationId });
      return true;
    });
    if (kept) await this.told(undefined);
  };

  private async told(due: string | undefined): Promise<void> {
    this.due = due;
    this.asking = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }
}
