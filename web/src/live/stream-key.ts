import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../ui/styles';

/** Where an encoder sends to, and the key while it is known: it is told once. */
@customElement('stream-key')
export class StreamKey extends LitElement {
  @property({ attribute: false }) servers: string[] = [];
  @property({ attribute: false }) key?: string;
  @state() private copied = '';

  static override styles = [
    shared,
    css`
      code {
        overflow-wrap: anywhere;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 10px 16px;
        align-items: center;
        margin: 0;
      }
      dd {
        display: contents;
      }
    `,
  ];

  override render() {
    return html`<dl>${this.line('Server', this.servers[0] ?? '')} ${this.key ? this.line('Stream key', this.key) : nothing}</dl>
      <p role="status" class="muted small">${this.copied ? `${this.copied} copied.` : this.key ? 'The key is shown this once: keep it now.' : nothing}</p>`;
  }

  private line(name: string, text: string) {
    return html`<dt>${name}</dt>
      <dd><code>${text}</code><button @click=${() => this.copy(name, text)} aria-label="Copy ${name.toLowerCase()}">Copy</button></dd>`;
  }

  private copy(name: string, text: string): void {
    void navigator.clipboard?.writeText(text).then(
      () => (this.copied = name),
      () => undefined,
    );
  }
}
