import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyStore } from './pages/key-store';
import { acting, session } from './session/access';
import { shared } from './ui/styles';

/** Says on every page that one acts for an organisation, or that one does no longer; nothing of who acts for themselves. */
@customElement('acting-bar')
export class ActingBar extends LitElement {
  @state() private lost?: string;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      .bar {
        justify-content: center;
        padding: 8px 24px;
        background: var(--sunken);
        border-block: 1px solid var(--line);
        font-size: 0.92rem;
        overflow-wrap: anywhere;
      }
      button {
        min-height: 32px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    session.addEventListener('change', this.look);
    this.lost = acting.takeEnded();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    session.removeEventListener('change', this.look);
  }

  override render() {
    const now = keyStore.get() ? undefined : acting.of(session.userId);
    if (now) return html`<section class="row bar" aria-label="For whom you act"><span>You act for <strong>${now.name}</strong></span><button @click=${() => acting.choose(undefined)}>Act for myself</button></section>`;
    return this.lost ? html`<p class="row bar" role="alert">You can’t act for ${this.lost} any more, and act for yourself again.<button @click=${() => (this.lost = undefined)}>All right</button></p>` : nothing;
  }

  private look = (): void => this.requestUpdate();
}
