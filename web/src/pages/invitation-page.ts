import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { getReceivedInvitations, postInvitationAcceptance, postInvitationRefusal, type InvitationAnswer, type Organisation, type ReceivedInvitation } from '../api/generated';
import { asViewer } from '../session/access';
import { invitationToken } from '../session/invitation-token';
import { ViewerAccess } from '../session/viewer-access';
import { Listing } from '../ui/listing';
import { day } from '../ui/format';
import { page, shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { organisationRoles } from '../ui/words';

/** `/invitation`: organisations that ask one in, by a letter, whose link ends here, or by name. */
@customElement('invitation-page')
export class InvitationPage extends LitElement {
  @state() private token?: string;
  @state() private joined?: Organisation;
  @state() private declined = false;
  private readonly received = new Listing<ReceivedInvitation>(this, 'received', (cursor) => getReceivedInvitations(asViewer().request, { cursor }), ({ id }) => id);
  private readonly answering = new Submission(this, 'answering');
  private readonly access = new ViewerAccess(this, () => void this.received.load());

  static override styles = [shared, page];

  override connectedCallback(): void {
    // Before anybody is sent to sign in.
    this.take();
    window.addEventListener('hashchange', this.take);
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.take);
  }

  override render() {
    if (!this.access.somebody) return html`<h1>Invitations</h1>`;
    const { joined, token, received } = this;
    return html`
      <h1 tabindex="-1">Invitations</h1>
      <div role="status">
        ${joined ? html`<p class="notice">You belong to <a href="/organisations/${joined.id}">${joined.name}</a> now.</p>` : this.declined ? html`<p class="notice">You declined.</p>` : nothing}
      </div>
      ${received.trouble()} ${this.answering.trouble()}
      ${received.items || token
        ? html`<ul>
            ${token ? this.invitation('You were invited by the letter that you came from', '', { token }) : nothing}
            ${received.items?.map((each) =>
              this.invitation(each.organisationName, `As ${organisationRoles[each.role].toLowerCase()}; until ${day(each.expiresAt)}`, { invitationId: each.id }, each))}
          </ul>`
        : nothing}
      ${!token && received.items?.length === 0 && !joined ? html`<div class="stack empty"><h2>No invitations</h2><p class="muted">A letter’s link works once, for a week, and for who is signed in.</p></div>` : nothing}
      ${received.moreButton()}
    `;
  }

  private invitation(from: string, about: string, body: InvitationAnswer, received?: ReceivedInvitation) {
    const { busy } = this.answering;
    return html`<li class="card row spread">
      <div><div>${from}</div><div class="muted small">${about}</div></div>
      <div class="row">
        <button class="primary" ?disabled=${busy} @click=${() => this.answer(async () => (this.joined = await postInvitationAcceptance(asViewer().request, { body })), received)}>Accept</button>
        <button ?disabled=${busy} @click=${() => this.answer(async () => (await postInvitationRefusal(asViewer().request, { body }), (this.declined = true)), received)}>Decline</button>
      </div>
    </li>`;
  }

  private take = (): void => {
    invitationToken.takeFromAddress();
    this.token = invitationToken.get();
  };

  private async answer(send: () => Promise<unknown>, received?: ReceivedInvitation): Promise<void> {
    [this.joined, this.declined] = [undefined, false];
    const done = await this.answering.run(async () => (await send(), true));
    if (!done) return;
    if (received) this.received.drop(received);
    else {
      invitationToken.forget();
      this.token = undefined;
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }
}
