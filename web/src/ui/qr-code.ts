import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { qrPath } from './qr';

/** A text as a QR code: drawn here, so that what is secret goes nowhere. Dark on white in every colour scheme, as readers expect. */
@customElement('qr-code')
export class QrCode extends LitElement {
  @property() text = '';
  /** What it is of. */
  @property() label = 'QR code';

  static override styles = css`
    :host {
      display: block;
      width: 200px;
      max-width: 100%;
    }
    svg {
      display: block;
      width: 100%;
      border-radius: 8px;
      background: #fff;
      fill: #000;
    }
  `;

  override render() {
    const { side, path } = qrPath(this.text);
    return html`<svg role="img" aria-label=${this.label} viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path d=${path} /></svg>`;
  }
}
