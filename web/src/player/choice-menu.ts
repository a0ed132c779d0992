import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

/** A line of a menu. */
export interface Choice {
  /** Unique in its menu. */
  name: string;
  text: string;
  detail: string;
}

/** A button in the control bar that opens a menu of which one line is chosen. Fires `choice` with its name; not there without choices. */
@customElement('stream-choice-menu')
export class ChoiceMenu extends LitElement {
  /** What is chosen. */
  @property() label = '';
  /** What stands on the button. */
  @property() text = '';
  @property({ attribute: false }) choices: readonly Choice[] = [];
  @property() choice?: string;
  @state() private open = false;

  static override styles = css`
    :host {
      position: relative;
      display: inline-flex;
    }
    button {
      all: unset;
      box-sizing: border-box;
      display: inline-flex;
      align-items: center;
      height: 44px;
      padding: 0 10px;
      color: #fff;
      font: 600 13px/1 var(--stream-font, system-ui, sans-serif);
      font-variant-numeric: tabular-nums;
      cursor: pointer;
      border-radius: 8px;
      white-space: nowrap;
    }
    button:hover {
      background: rgb(255 255 255 / 14%);
    }
    button:focus-visible,
    [role='menuitemradio']:focus-visible {
      outline: 2px solid #fff;
      outline-offset: -3px;
    }
    .menu {
      position: absolute;
      right: 0;
      bottom: calc(100% + 10px);
      min-width: 168px;
      max-height: min(320px, 60vh);
      overflow: auto;
      padding: 6px;
      border-radius: 12px;
      background: rgb(20 21 26 / 94%);
      box-shadow: 0 8px 30px rgb(0 0 0 / 45%);
      color: #fff;
      font: 14px/1.2 var(--stream-font, system-ui, sans-serif);
    }
    [role='menuitemradio'] {
      display: flex;
      justify-content: space-between;
      gap: 20px;
      padding: 10px 12px 10px 30px;
      border-radius: 8px;
      cursor: pointer;
      position: relative;
    }
    [role='menuitemradio']:hover {
      background: rgb(255 255 255 / 12%);
    }
    [aria-checked='true']::before {
      content: '';
      position: absolute;
      left: 12px;
      top: 11px;
      width: 5px;
      height: 10px;
      border: solid #fff;
      border-width: 0 2px 2px 0;
      transform: rotate(42deg);
    }
    .detail {
      color: #b9bdc9;
      font-size: 12px;
      font-variant-numeric: tabular-nums;
    }
  `;

  override render() {
    if (this.choices.length === 0) return nothing;
    return html`
      <button
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-label="${this.label}: ${this.text}"
        @click=${this.toggle}
        @keydown=${(event: KeyboardEvent) => (event.key === 'ArrowUp' || event.key === 'ArrowDown') && this.show(event)}
      >
        ${this.text}
      </button>
      ${this.open ? this.menu() : nothing}
    `;
  }

  private menu() {
    const item = ({ name, text, detail }: Choice) => html`
      <div
        role="menuitemradio"
        tabindex="-1"
        aria-checked=${this.choice === name}
        data-name=${name}
        @click=${() => this.choose(name)}
      >
        ${text}<span class="detail">${detail}</span>
      </div>
    `;
    return html`
      <div class="menu" role="menu" aria-label=${this.label} @keydown=${this.keyed} @focusout=${this.left}>
        ${this.choices.map(item)}
      </div>
    `;
  }

  private toggle(event: Event): void {
    if (this.open) this.close();
    else this.show(event);
  }

  private async show(event: Event): Promise<void> {
    event.preventDefault();
    this.open = true;
    await this.updateComplete;
    const { items } = this;
    (items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0])?.focus();
  }

  private close(): void {
    this.open = false;
    this.renderRoot.querySelector('button')?.focus();
  }

  private choose(name: string | undefined): void {
    this.close();
    if (name !== undefined) this.dispatchEvent(new CustomEvent('choice', { detail: name }));
  }

  private get items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=menuitemradio]')];
  }

  private keyed(event: KeyboardEvent): void {
    const { items } = this;
    const at = items.indexOf(event.target as HTMLElement);
    const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    if (event.key in to) items[(to[event.key]! + items.length) % items.length]?.focus();
    else if (event.key === 'Enter' || event.key === ' ') this.choose(items[at]?.dataset.name);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private left(event: FocusEvent): void {
    const to = event.relatedTarget as Node | null;
    if (!to || !this.renderRoot.contains(to)) this.open = false;
  }
}
