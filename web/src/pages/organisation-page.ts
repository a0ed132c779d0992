import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deleteMember, getMembers, getOneOrganisation, getPerson, patchMember, patchOrganisation, type Member, type Organisation, type Person } from '../api/generated';
import { together } from '../api/together';
import { asViewer, session } from '../session/access';
import { ViewerAccess } from '../session/viewer-access';
import { day } from '../ui/format';
import { navigate } from '../ui/navigate';
import { page, shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { organisationRoles, rolesGivenBy } from '../ui/words';
import './organisation-invitations';
import './organisation-leaving';

/** `/organisations/{id}`: an organisation, who belongs to it and as what, and whom it asks in. */
@customElement('organisation-page')
export class OrganisationPage extends LitElement {
  @property({ attribute: 'organisation-id' }) organisationId = '';
  @state() private organisation?: Organisation;
  @state() private members?: (Member & { person?: Person })[];
  /** The member whose removal is asked about. */
  @state() private asking = '';
  @state() private told = '';
  /** Of the organisation: for its name, and for each member's role. */
  private etag?: string;
  private readonly reading = new Submission(this, 'reading');
  private readonly changing = new Submission(this, 'changing', { 'organisation.name': 'name' });
  private readonly access = new ViewerAccess(this, () => void this.load());

  static override styles = [
    shared,
    page,
    css`
      :host {
        max-width: 760px;
        margin-inline: auto;
      }
      select {
        width: auto;
      }
      .who {
        overflow-wrap: anywhere;
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('organisationId') && this.hasUpdated && this.access.somebody) void this.load();
  }

  override render() {
    const { organisation, members, changing } = this;
    if (!organisation || !members) return html`<h1>Organisation</h1>${this.reading.problem ? this.reading.trouble() : this.access.somebody ? html`<p class="muted">Loading…</p>` : nothing}`;
    const given = rolesGivenBy(organisation.role);
    return html`
      <div class="row"><h1 tabindex="-1">${organisation.name}</h1>${organisation.disabled ? html`<span class="badge bad">Turned off by an operator</span>` : nothing}</div>
      ${changing.trouble()}
      <p class="spoken" role="status">${this.told}</p>
      ${given.length > 0
        ? html`<form class="card stack" @submit=${this.rename}>
            <label>Name<input type="text" name="name" required maxlength="100" .value=${organisation.name} aria-describedby=${changing.id} aria-invalid=${changing.invalid('name')} /></label>
            <div><button ?disabled=${changing.busy}>Save the name</button></div>
          </form>`
        : nothing}
      <section class="stack" aria-labelledby="members">
        <h2 id="members">Members</h2>
        <ul>
          ${members.map((member) => this.member(member, given))}
        </ul>
      </section>
      ${given.length > 0 ? html`<organisation-invitations organisation-id=${organisation.id} .roles=${given}></organisation-invitations>` : nothing}
      ${organisation.role === 'owner' ? html`<organisation-leaving class="card" organisation-id=${organisation.id} .due=${organisation.deletionDueAt}></organisation-leaving>` : nothing}
    `;
  }

  private member(member: Member & { person?: Person }, given: [Member['role'], string][]) {
    const { userId, role, since } = member;
    const me = userId === session.userId;
    const governs = given.some(([each]) => each === role);
    const { busy } = this.changing;
    const called = nameOf(member);
    return html`<li class="card row spread">
      <div class="who">
        <div>${called}${me ? html` <span class="badge good">You</span>` : nothing}</div>
        <div class="muted small">Since ${day(since)}</div>
      </div>
      ${this.asking === userId
        ? html`<div class="row">
            <span>${me ? 'Leave it?' : `Take ${called} out?`}</span><button class="danger" ?disabled=${busy} @click=${() => this.takeOut(member)}>${me ? 'Leave' : 'Take out'}</button><button @click=${() => (this.asking = '')}>Stay</button>
          </div>`
        : html`<div class="row">
            ${governs
              ? html`<select aria-label="Role of ${called}" ?disabled=${busy} @change=${(event: Event) => this.promote(member, event.target as HTMLSelectElement)}>
                  ${given.map(([value, text]) => html`<option value=${value} ?selected=${value === role}>${text}</option>`)}
                </select>`
              : html`<span class="badge">${organisationRoles[role]}</span>`}
            ${governs || me ? html`<button class="danger" aria-label=${me ? 'Leave the organisation' : `Take ${called} out`} @click=${() => (this.asking = userId)}>${me ? 'Leave' : 'Take out'}</button>` : nothing}
          </div>`}
    </li>`;
  }

  private async load(): Promise<void> {
    const { organisationId } = this;
    const { request } = asViewer();
    const read = await this.reading.run(async () => {
      const organisation = await getOneOrganisation(request, { organisationId });
      const members = await asViewer().tagged((send) => getMembers(send, { organisationId }));
      // Who says nothing of themselves is called by their address, or by the end of their id.
      const people = await together(members.value.items, 6, ({ userId }) => getPerson(request, { personId: userId }).catch(() => undefined));
      return { organisation, members: members.value.items.map((member, at) => ({ ...member, ...(people[at] ? { person: people[at] } : {}) })), etag: members.etag };
    });
    if (read) ({ organisation: this.organisation, members: this.members, etag: this.etag } = read);
  }

  private async change(work: () => Promise<unknown>, told: string): Promise<boolean> {
    // The next change needs the ETag that this one left.
    const done = await this.changing.run(async () => {
      await work();
      await this.load();
      return true;
    });
    if (done) this.told = told;
    return done === true;
  }

  private rename(event: SubmitEvent): void {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name')).trim();
    void this.change(() => patchOrganisation(asViewer().request, { organisationId: this.organisationId, ifMatch: this.etag, body: { name } }), 'The name is kept.');
  }

  private async promote(member: Member, select: HTMLSelectElement): Promise<void> {
    const role = select.value as Member['role'];
    const { organisationId } = this;
    const done = await this.change(() => patchMember(asViewer().request, { organisationId, userId: member.userId, ifMatch: this.etag, body: { role } }), `${nameOf(member)} is ${organisationRoles[role].toLowerCase()} now.`);
    if (!done) select.value = member.role;
  }

  private async takeOut(member: Member): Promise<void> {
    const { organisationId } = this;
    const me = member.userId === session.userId;
    const done = await this.changing.run(async () => {
      await deleteMember(asViewer().request, { organisationId, userId: member.userId });
      return true;
    });
    this.asking = '';
    if (!done) return;
    if (me) return navigate('/organisations', { replace: true });
    this.told = `${nameOf(member)} is out.`;
    await this.load();
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }
}

const nameOf = ({ person, email, userId }: Member & { person?: Person }): string => person?.name ?? (person?.handle ? `@${person.handle}` : (email ?? `Member ${userId.slice(-6)}`));
