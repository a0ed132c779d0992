import { LitElement, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shared } from '../ui/styles';
import { chooseFile, droppedFile, type Choice } from './file-choice';

/** Takes a file by dropping it anywhere on the page or by the dialog. Fires `file`. */
@customElement('drop-zone')
export class DropZone extends LitElement {
  @state() private over = false;
  private listening?: AbortController;

  static override styles = [
    shared,
    css`
      .zone {
        display: grid;
        justify-items: center;
        gap: 14px;
        padding: clamp(36px, 9vw, 76px) 20px;
        border: 1.5px dashed var(--line);
        border-radius: 16px;
        background: var(--surface);
        text-align: center;
        transition: border-color 0.15s, background-color 0.15s;
      }
      .zone.over {
        border-color: var(--accent);
        background: color-mix(in srgb, var(--accent) 7%, var(--surface));
      }
      svg {
        width: 44px;
        height: 44px;
        color: var(--accent);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.listening = new AbortController();
    const { signal } = this.listening;
    window.addEventListener('dragover', (event) => (event.preventDefault(), (this.over = true)), { signal });
    window.addEventListener('dragleave', (event) => event.relatedTarget === null && (this.over = false), { signal });
    window.addEventListener('drop', (event) => void this.dropped(event), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening?.abort();
  }

  override render() {
    return html`
      <div class="zone ${this.over ? 'over' : ''}">
        <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
          <path d="M12 16V5m0 0L7.5 9.5M12 5l4.5 4.5" /><path d="M4 15v3a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-3" />
        </svg>
        <h2>Drop a video here</h2>
        <p class="muted small">MP4, MOV, MKV, WebM, AVI and most others. It can be paused, and goes on after a reload.</p>
        <button class="primary" @click=${this.choose}>Choose a file</button>
      </div>
    `;
  }

  private async choose(): Promise<void> {
    this.give(await chooseFile());
  }

  private async dropped(event: DragEvent): Promise<void> {
    event.preventDefault();
    this.over = false;
    this.give(await droppedFile(event.dataTransfer));
  }

  private give(choice: Choice | undefined): void {
    if (choice) this.dispatchEvent(new CustomEvent('file', { detail: choice }));
  }
}
