import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { getOrganisations, postOrganisation, type Organisation } from '../api/generated';
import { asViewer } from '../session/access';
import { ViewerAccess } from '../session/viewer-access';
import { Listing } from '../ui/listing';
import { navigate } from '../ui/navigate';
import { newKey } from '../ui/once';
import { page, shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { organisationRoles } from '../ui/words';

/** `/organisations`: those that one belongs to, and a new one. */
@customElement('organisations-page')
export class OrganisationsPage extends LitElement {
  @state() private making = false;
  private readonly organisations = new Listing<Organisation>(this, 'organisations', (cursor) => getOrganisations(asViewer().request, { cursor }), ({ id }) => id);
  private readonly submission = new Submission(this, 'making', { 'organisation.name': 'name' });
  private readonly access = new ViewerAccess(this, () => void this.organisations.load());

  static override styles = [
    shared,
    page,
    css`
      :host {
        max-width: 760px;
        margin-inline: auto;
      }
      .name {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
    `,
  ];

  override render() {
    const { organisations } = this;
    return html`
      <div class="row spread">
        <h1>Organisations</h1>
        <div class="row">
          <a class="button" href="/invitation">Invitations</a>
          ${this.access.somebody && !this.making ? html`<button class="primary" @click=${this.begin}>New organisation</button>` : nothing}
        </div>
      </div>
      ${this.making ? this.form() : nothing} ${organisations.trouble()} ${this.list(organisations.items)} ${organisations.moreButton()}
    `;
  }

  private form() {
    const { submission } = this;
    return html`<form class="card stack" @submit=${this.make}>
      <label>Name<input type="text" name="name" required maxlength="100" aria-describedby=${submission.id} aria-invalid=${submission.invalid('name')} /></label>
      ${submission.trouble()}
      <div class="row"><button class="primary" ?disabled=${submission.busy}>Make it</button><button type="button" @click=${() => (this.making = false)}>Cancel</button></div>
    </form>`;
  }

  private list(items: Organisation[] | undefined) {
    if (!items) return this.organisations.problem || !this.access.somebody ? nothing : html`<p class="muted">Loading…</p>`;
    if (items.length === 0) return html`<div class="stack empty"><h2>You belong to none</h2><p class="muted">In an organisation several people act for one account.</p></div>`;
    return html`<ul>
      ${items.map(
        ({ id, name, role, members, disabled }) => html`<li class="card row spread">
          <div class="name"><a href="/organisations/${id}">${name}</a></div>
          <div class="row small muted">
            ${disabled ? html`<span class="badge bad">Turned off</span>` : nothing}${role ? html`<span class="badge">${organisationRoles[role]}</span>` : nothing}${members === 1 ? '1 member' : `${members} members`}
          </div>
        </li>`,
      )}
    </ul>`;
  }

  private async begin(): Promise<void> {
    this.making = true;
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  }

  private async make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name')).trim();
    const made = await this.submission.run(() => postOrganisation(asViewer().request, { idempotencyKey: newKey(), body: { name } }));
    if (made) navigate(`/organisations/${made.id}`);
  }
}
