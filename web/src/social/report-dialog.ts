import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { postReport, type NewReport } from '../api/generated';
import { signInPath } from '../routes';
import { asViewer, hasSomebody } from '../session/access';
import { navigate } from '../ui/navigate';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { reportReasons } from './reports';

/** A button that reports a video, or a comment on it, to the moderators. */
@customElement('report-dialog')
export class ReportDialog extends LitElement {
  @property({ attribute: 'playback-id' }) playbackId = '';
  /** The comment; the video itself when empty. */
  @property({ attribute: 'comment-id' }) commentId = '';
  /** What is in the dialog: nothing while it is closed, since there is one for each comment. */
  @state() private step?: 'form' | 'done';
  @query('dialog') private dialog!: HTMLDialogElement;
  private readonly submission = new Submission(this, 'report', { 'report.invalid': 'details' });

  static override styles = [
    shared,
    css`
      :host([comment-id]) .opener {
        min-height: 32px;
        font-size: 0.85rem;
      }
      dialog {
        width: min(460px, calc(100vw - 32px));
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--text);
      }
    `,
  ];

  override render() {
    return html`
      <button class="opener quiet" @click=${this.open}>Report</button>
      <dialog aria-labelledby="title" @close=${() => (this.step = undefined)}>${this.step ? this.content(this.step) : nothing}</dialog>
    `;
  }

  private content(step: 'form' | 'done') {
    const { submission } = this;
    return html`
      <div class="stack">
        <div class="row spread"><h2 id="title">Report this ${this.commentId ? 'comment' : 'video'}</h2><button class="quiet" @click=${() => this.dialog.close()}>Close</button></div>
        ${step === 'done'
          ? html`<p role="status">The moderators will look at it. Thank you.</p>`
          : html`<form class="stack" @submit=${this.submit}>
              <label
                >What is wrong with it?<select name="reason" required>
                  <option value="">Choose…</option>
                  ${Object.entries(reportReasons).map(([reason, text]) => html`<option value=${reason}>${text}</option>`)}
                </select></label
              >
              <label
                >More about it, if you like<textarea
                  name="details" rows="3" maxlength="1000" aria-describedby=${submission.id} aria-invalid=${submission.invalid('details')}
                ></textarea
              ></label>
              ${submission.trouble()}
              <div><button class="primary" ?disabled=${submission.busy}>Send</button></div>
            </form>`}
      </div>
    `;
  }

  private open(): void {
    if (!hasSomebody()) return navigate(signInPath());
    this.step = 'form';
    this.dialog.showModal();
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const details = String(data.get('details')).trim();
    const body: NewReport = { reason: data.get('reason') as NewReport['reason'], ...(details ? { details } : {}), ...(this.commentId ? { commentId: this.commentId } : {}) };
    const reported = await this.submission.run(() => postReport(asViewer().request, { playbackId: this.playbackId, body }));
    if (reported) this.step = 'done';
  }
}
