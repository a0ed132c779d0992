import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { deleteSession, getSessions, type Session } from '../api/generated';
import { asSignedIn, session } from '../session/access';
import { when } from '../ui/format';
import { listed, shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { deviceText } from './devices';

/** Where one is signed in; each can be ended. */
@customElement('account-sessions')
export class AccountSessions extends LitElement {
  @state() private sessions?: Session[];
  @state() private cursor?: string;
  private readonly submission = new Submission(this, 'sessions');

  static override styles = [shared, listed];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    return html`
      <h2 id="title" tabindex="-1">Where you are signed in</h2>
      ${this.submission.trouble()}
      <ul aria-labelledby="title">
        ${this.sessions?.map(
          (each) => html`<li class="row spread">
            <div>
              <div>${deviceText(each.device)}${each.current ? html` <span class="badge good">This one</span>` : nothing}</div>
              <div class="muted small">Since ${when(each.createdAt)}; last used ${when(each.usedAt)}</div>
            </div>
            <button ?disabled=${this.submission.busy} @click=${() => this.end(each)} aria-label="Sign out ${deviceText(each.device)}">Sign out</button>
          </li>`,
        )}
      </ul>
      ${this.cursor ? html`<button @click=${() => this.load(this.cursor)}>Show more</button>` : nothing}
    `;
  }

  private async load(cursor?: string): Promise<void> {
    const page = await this.submission.run(() => getSessions(asSignedIn.request, { cursor }));
    if (!page) return;
    this.sessions = [...(cursor ? (this.sessions ?? []) : []), ...page.items];
    this.cursor = page.cursor;
  }

  private async end(ended: Session): Promise<void> {
    if (ended.current) return session.end();
    const done = await this.submission.run(async () => {
      await deleteSession(asSignedIn.request, { sessionId: ended.id });
      return true;
    });
    if (!done) return;
    this.sessions = this.sessions?.filter((each) => each !== ended);
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }
}
