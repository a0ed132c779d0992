import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { getSuggestions } from '../api/generated';
import { Client } from '../api/client';
import { navigate } from '../ui/navigate';
import { shared } from '../ui/styles';
import { longest, pathOf } from './criteria';

/** How long somebody pauses before they are helped; milliseconds. */
const pause = 150;

/**
 * Where one types what to look for: an editable combobox whose list box helps and never decides (ARIA APG, "list
 * autocomplete with manual selection"). Enter, or a chosen suggestion, goes to the results.
 */
@customElement('search-box')
export class SearchBox extends LitElement {
  @property() value = '';
  @state() private suggestions: string[] = [];
  /** Which suggestion the keyboard is at; -1 for none. */
  @state() private at = -1;
  @state() private open = false;
  @query('input') private input!: HTMLInputElement;
  private readonly client = new Client();
  private asked?: AbortController;

  static override styles = [
    shared,
    css`
      :host {
        position: relative;
        flex: 1;
        max-width: 460px;
        min-width: 0;
      }
      [role='listbox'] {
        position: absolute;
        z-index: 10;
        inset: calc(100% + 4px) 0 auto;
        margin: 0;
        padding: 6px;
        border: 1px solid var(--line);
        border-radius: 10px;
        background: var(--surface);
        box-shadow: var(--shadow);
        list-style: none;
      }
      [role='option'] {
        padding: 8px 10px;
        border-radius: 7px;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        cursor: pointer;
      }
      [role='option']:hover,
      [aria-selected='true'] {
        background: var(--sunken);
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asked?.abort();
  }

  override render() {
    const shown = this.open && this.suggestions.length > 0;
    return html`
      <form role="search" @submit=${this.submit}>
        <input
          type="search" name="q" aria-label="Search videos" placeholder="Search" maxlength=${longest} autocomplete="off" enterkeyhint="search"
          role="combobox" aria-autocomplete="list" aria-expanded=${shown} aria-controls="suggestions"
          aria-activedescendant=${shown && this.at >= 0 ? `suggestion-${this.at}` : nothing}
          .value=${this.value}
          @input=${this.typed} @keydown=${this.key} @blur=${() => (this.open = false)}
        />
      </form>
      <ul id="suggestions" role="listbox" aria-label="Suggestions" ?hidden=${!shown}>
        ${this.suggestions.map(
          (text, i) => html`<li
            role="option" id="suggestion-${i}" aria-selected=${i === this.at}
            @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.go(text)}
          >${text}</li>`,
        )}
      </ul>
      <span class="spoken" role="status">${shown ? `${this.suggestions.length} suggestions` : ''}</span>
    `;
  }

  private submit(event: Event): void {
    event.preventDefault();
    this.go(this.at >= 0 && this.open ? this.suggestions[this.at]! : this.input.value);
  }

  private go(text: string): void {
    this.close();
    this.value = this.input.value = text.trim();
    if (this.value) navigate(pathOf({ q: this.value }));
  }

  private async typed(): Promise<void> {
    this.asked?.abort();
    this.at = -1;
    const { signal } = (this.asked = new AbortController());
    const q = this.input.value.trim();
    if (q === '') return this.close();
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (signal.aborted) return;
    try {
      this.suggestions = (await getSuggestions(this.client.request, { q }, signal)).suggestions;
      this.open = this.suggestions.length > 0;
    } catch {
      // Nobody needs suggestions.
      if (!signal.aborted) this.close();
    }
  }

  private key(event: KeyboardEvent): void {
    const { length } = this.suggestions;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && length > 0) {
      event.preventDefault();
      // From the input down to the first or up to the last, and from either end back to the input.
      this.at = this.open ? ((this.at + 1 + step + length + 1) % (length + 1)) - 1 : step > 0 ? 0 : length - 1;
      this.open = true;
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (!this.open) this.input.value = '';
      this.close();
    }
  }

  private close(): void {
    this.asked?.abort();
    this.open = false;
    this.at = -1;
  }
}
