import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Client } from '../api/client';
import { asProblem } from '../api/problem';
import { shared } from '../ui/styles';
import { signInPath } from '../routes';
import { keyStore } from './key-store';

/** Asks for the API key once, tries it, keeps it. Fires `key` with it. */
@customElement('key-gate')
export class KeyGate extends LitElement {
  @property() sentence = '';
  @state() private trouble = '';
  @state() private busy = false;

  static override styles = [
    shared,
    css`
      form {
        max-width: 460px;
      }
      .check {
        color: var(--muted);
      }
    `,
  ];

  override render() {
    return html`
      <form class="card stack" @submit=${this.submit}>
        <h2>Your API key</h2>
        <p class="muted small">${this.sentence} The platform printed the key at its first start; <code>stream status</code> shows it again.</p>
        <label>API key<input type="password" name="key" required autocomplete="current-password" spellcheck="false" /></label>
        <label class="check"><input type="checkbox" name="remember" /> Keep it on this device</label>
        ${this.trouble ? html`<p class="notice bad" role="alert">${this.trouble}</p>` : nothing}
        <div class="row"><button class="primary" ?disabled=${this.busy}>Continue</button><a href=${signInPath()}>Sign in instead</a></div>
      </form>
    `;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const key = String(form.get('key')).trim();
    this.busy = true;
    try {
      await new Client({ apiKey: key }).assets(undefined, false, 1);
      keyStore.set(key, form.has('remember'));
      this.dispatchEvent(new CustomEvent('key', { detail: key }));
    } catch (error) {
      const problem = asProblem(error);
      this.trouble = problem.status === 401 || problem.status === 403 ? 'The platform does not know this key.' : problem.message;
    } finally {
      this.busy = false;
    }
  }
}
