import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { getOrganisations, type Organisation } from './api/generated';
import { acting, asSignedIn, session } from './session/access';
import { shared } from './ui/styles';

/** For whom one acts: oneself, or an organisation that one belongs to. Nothing of who belongs to none. */
@customElement('account-choice')
export class AccountChoice extends LitElement {
  /** The menu that it stands in was opened: then is the moment to look. */
  @property({ type: Boolean }) shown = false;
  @state() private organisations: Organisation[] = [];

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      fieldset {
        padding: 0;
        border: 0;
        max-width: 280px;
      }
      legend {
        padding: 4px 12px;
        color: var(--muted);
        font-size: 0.82rem;
      }
      label {
        display: flex;
        gap: 10px;
        min-height: 40px;
        align-items: center;
        padding: 0 12px;
        border-radius: 8px;
        overflow-wrap: anywhere;
      }
      label:hover {
        background: var(--sunken);
      }
      input {
        flex: none;
        width: auto;
        min-height: 0;
      }
    `,
  ];

  override updated(): void {
    if (this.shown) void this.look();
  }

  override render() {
    if (this.organisations.length === 0) return nothing;
    const now = acting.of(session.userId)?.accountId ?? '';
    return html`<fieldset @change=${this.choose}>
      <legend>Act for</legend>
      <label><input type="radio" name="account" value="" .checked=${now === ''} />Myself</label>
      ${this.organisations.map(({ id, name }) => html`<label><input type="radio" name="account" value=${id} .checked=${now === id} />${name}</label>`)}
    </fieldset>`;
  }

  private async look(): Promise<void> {
    this.shown = false;
    // Nobody belongs to more than fit on a page; that they can't be had now is no trouble of the menu's.
    const page = await getOrganisations(asSignedIn.request, { limit: 50 }).catch(() => undefined);
    this.organisations = page?.items.filter(({ disabled }) => !disabled) ?? this.organisations;
  }

  private choose = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    const organisation = this.organisations.find(({ id }) => id === value);
    acting.choose(organisation && { userId: session.userId!, accountId: organisation.id, name: organisation.name });
  };
}
