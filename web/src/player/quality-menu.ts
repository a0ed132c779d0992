import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Quality } from './engines/engine';

/** The gear in the control bar: auto and the rungs. Fires `quality-choice` with a name or `auto`. */
@customElement('stream-quality-menu')
export class QualityMenu extends LitElement {
  @property({ attribute: false }) qualities: Quality[] = [];
  @property() choice = 'auto';
  @property() active?: string;
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
    .rate {
      color: #b9bdc9;
      font-size: 12px;
      font-variant-numeric: tabular-nums;
    }
  `;

  override render() {
    if (this.qualities.length === 0) return nothing;
    const label = this.choice === 'auto' ? (this.active ? `Auto ${this.active}` : 'Auto') : (this.active ?? this.choice);
    return html`
      <button
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-label="Quality: ${label}"
        @click=${this.toggle}
        @keydown=${(event: KeyboardEvent) => (event.key === 'ArrowUp' || event.key === 'ArrowDown') && this.show(event)}
      >
        ${label}
      </button>
      ${this.open ? this.menu() : nothing}
    `;
  }

  private menu() {
    const item = (name: string, text: string, detail: string) => html`
      <div
        role="menuitemradio"
        tabindex="-1"
        aria-checked=${this.choice === name}
        data-name=${name}
        @click=${() => this.choose(name)}
      >
        ${text}<span class="rate">${detail}</span>
      </div>
    `;
    return html`
      <div class="menu" role="menu" aria-label="Quality" @keydown=${this.keyed} @focusout=${this.left}>
        ${item('auto', 'Auto', this.choice === 'auto' ? (this.active ?? '') : '')}
        ${this.qualities.map((quality) => item(quality.name, quality.name, rate(quality.bitrate)))}
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
    this.items.find((item) => item.getAttribute('aria-checked') === 'true')?.focus();
  }

  private close(): void {
    this.open = false;
    this.renderRoot.querySelector('button')?.focus();
  }

  private choose(name: string): void {
    this.close();
    this.dispatchEvent(new CustomEvent('quality-choice', { detail: name, bubbles: true, composed: true }));
  }

  private get items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=menuitemradio]')];
  }

  private keyed(event: KeyboardEvent): void {
    const { items } = this;
    const at = items.indexOf(event.target as HTMLElement);
    const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    if (event.key in to) items[(to[event.key]! + items.length) % items.length]?.focus();
    else if (event.key === 'Enter' || event.key === ' ') this.choose(items[at]?.dataset.name ?? 'auto');
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

const rate = (bits: number) => (bits > 0 ? `${(bits / 1e6).toFixed(bits < 1e7 ? 1 : 0)} Mbit/s` : '');
