import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { reachable, withQuery } from '../api/urls';

/** Somebody's picture; the first letter of what they are called where there is none. */
@customElement('portrait-image')
export class PortraitImage extends LitElement {
  /** Address, which takes `size`; or a data URL. */
  @property() src = '';
  @property() called = '';
  /** CSS pixels a side. */
  @property({ type: Number }) side = 40;
  @state() private missing = false;

  static override styles = css`
    :host {
      display: grid;
      flex: none;
      place-items: center;
      overflow: hidden;
      border-radius: 50%;
      background: var(--sunken);
      color: var(--muted);
      font-weight: 620;
    }
    img {
      width: 100%;
      height: 100%;
      object-fit: cover;
    }
  `;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src')) this.missing = false;
    this.style.width = this.style.height = `${this.side}px`;
    this.style.fontSize = `${this.side * 0.42}px`;
  }

  override render() {
    const { src, side } = this;
    if (!src || this.missing) return html`<span aria-hidden="true">${[...this.called][0]?.toUpperCase() ?? nothing}</span>`;
    const url = src.startsWith('data:') ? src : reachable(withQuery(src, { size: String(Math.ceil(side * Math.min(2, devicePixelRatio))) }));
    return html`<img src=${url} alt="" @error=${() => (this.missing = true)} />`;
  }
}
