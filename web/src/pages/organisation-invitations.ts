import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deleteInvitation, getInvitations, postInvitation, type Invitation } from '../api/generated';
import { asViewer } from '../session/access';
import { day } from '../ui/format';
import { Listing } from '../ui/listing';
import { newKey } from '../ui/once';
import { listed, shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { organisationRoles } from '../ui/words';

const states: Record<Invitation['state'], string> = { open: 'Waits for an answer', accepted: 'Accepted', declined: 'Declined', withdrawn: 'Taken back' };

/** Whom an organisation asked in within a week, and somebody more. */
@customElement('organisation-invitations')
export class OrganisationInvitations extends LitElement {
  @property({ attribute: 'organisation-id' }) organisationId = '';
  /** Those that may be given, and what they are called. */
  @property({ attribute: false }) roles: [Invitation['role'], string][] = [];
  @state() private told = '';
  private readonly invitations = new Listing<Invitation>(this, 'invitations', (cursor) => getInvitations(asViewer().request, { organisationId: this.organisationId, cursor }), ({ id }) => id);
  private readonly submission = new Submission(this, 'inviting', { 'account.email': 'email', 'organisation.invitee': 'email' });

  static override styles = [shared, listed];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.invitations.load();
  }

  override render() {
    const { submission, invitations } = this;
    return html`
      <h2 id="title" tabindex="-1">Invitations</h2>
      <form class="card stack" @submit=${this.invite}>
        <label
          >E-mail address<input type="email" name="email" required maxlength="254" autocomplete="off" aria-describedby=${submission.id} aria-invalid=${submission.invalid('email')}
        /></label>
        <label
          >As<select name="role">
            ${this.roles.map(([role, text]) => html`<option value=${role}>${text}</option>`)}
          </select></label
        >
        ${submission.trouble()}
        <div class="row"><button ?disabled=${submission.busy}>Invite</button><span role="status">${this.told}</span></div>
      </form>
      ${invitations.trouble()}
      <ul aria-labelledby="title">
        ${invitations.items?.map(
          (each) => html`<li class="row spread">
            <div>
              <div>${each.email ?? `User ${each.userId?.slice(-6)}`}</div>
              <div class="muted small">${states[each.state]}; as ${organisationRoles[each.role].toLowerCase()}; until ${day(each.expiresAt)}</div>
            </div>
            ${each.state === 'open' ? html`<button class="danger" ?disabled=${submission.busy} aria-label="Take the invitation of ${each.email ?? each.userId} back" @click=${() => this.withdraw(each)}>Take back</button>` : nothing}
          </li>`,
        )}
      </ul>
      ${invitations.items?.length === 0 ? html`<p class="muted">Nobody was invited within a week.</p>` : nothing} ${invitations.moreButton()}
    `;
  }

  private async invite(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.told = '';
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const body = { email: String(data.get('email')).trim(), role: data.get('role') as Invitation['role'] };
    const made = await this.submission.run(() => postInvitation(asViewer().request, { organisationId: this.organisationId, idempotencyKey: newKey(), body }));
    if (!made) return;
    this.told = `A letter is on its way to ${body.email}.`;
    form.reset();
    await this.invitations.load();
  }

  private async withdraw(invitation: Invitation): Promise<void> {
    const done = await this.submission.run(async () => {
      await deleteInvitation(asViewer().request, { organisationId: this.organisationId, invitationId: invitation.id });
      return true;
    });
    if (!done) return;
    this.invitations.put({ ...invitation, state: 'withdrawn' });
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }
}
