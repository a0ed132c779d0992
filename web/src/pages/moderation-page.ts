import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { getOneComment, getReports, getWatch, deleteTakedown, patchCommentDecision, patchReport, postTakedown, type NewTakedown, type Comment, type Report } from '../api/generated';
import { together } from '../api/together';
import { asViewer } from '../session/access';
import { ViewerAccess } from '../session/viewer-access';
import { reportReasons, reportStates, takedownReasons } from '../social/reports';
import { authorText } from '../social/text';
import { when } from '../ui/format';
import { Listing } from '../ui/listing';
import { page, shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** A report with what it is about, as far as the moderator may see it. */
type Case = Report & { title?: string; comment?: Comment };

/** `/moderation`: what people reported, the oldest first, for moderators to decide. */
@customElement('moderation-page')
export class ModerationPage extends LitElement {
  @state() private which: Report['state'] = 'open';
  @state() private told = '';
  /** The report whose video is about to be taken down. */
  @state() private down = '';
  private readonly cases: Listing<Case> = new Listing<Case>(this, 'reports', (cursor) => this.read(cursor), ({ id }) => id);
  private readonly deciding = new Submission(this, 'deciding');
  private readonly access = new ViewerAccess(this, () => void this.cases.load());

  static override styles = [
    shared,
    page,
    css`
      :host {
        max-width: 760px;
        margin-inline: auto;
      }
      li {
        display: grid;
        gap: 10px;
      }
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      blockquote {
        margin: 0;
        padding: 10px 14px;
        border-left: 3px solid var(--line);
        background: var(--sunken);
      }
    `,
  ];

  override render() {
    const { cases } = this;
    return html`
      <div class="row spread">
        <h1 tabindex="-1">Reports</h1>
        <label
          ><span class="spoken">Which</span
          ><select @change=${this.turn}>
            ${Object.entries(reportStates).map(([value, text]) => html`<option value=${value} ?selected=${value === this.which}>${text}</option>`)}
          </select></label
        >
      </div>
      ${cases.trouble()} ${this.deciding.trouble()}
      <p class="spoken" role="status">${this.told}</p>
      ${this.list(cases.items)} ${cases.moreButton()}
    `;
  }

  private list(items: Case[] | undefined) {
    if (!items) return this.cases.problem || !this.access.somebody ? nothing : html`<p class="muted">Loading…</p>`;
    if (items.length === 0) return html`<div class="stack empty"><h2>${this.which === 'open' ? 'Nothing to decide' : 'None'}</h2></div>`;
    return html`<ul>
      ${items.map(
        (each) => html`<li class="card">
          <div class="row small">
            <strong>${each.appeal ? 'An appeal against a take-down' : (reportReasons[each.reason] ?? each.reason)}</strong>
            <time class="muted" datetime=${each.createdAt}>${when(each.createdAt)}</time><span class="muted">by ${each.reporterId.slice(-6)}</span>
          </div>
          <p>${each.commentId ? 'A comment on ' : ''}<a href="/watch/${each.playbackId}">${each.title ?? 'a video that you may not see'}</a></p>
          ${each.comment
            ? html`<blockquote class="text" dir="auto"><div class="small muted">${authorText(each.comment)}${each.comment.state === 'visible' ? nothing : html` · not shown`}</div>${each.comment.text ?? 'Taken back by its author.'}</blockquote>`
            : each.commentId ? html`<p class="muted small">The comment is not there any more.</p>` : nothing}
          ${each.details ? html`<p class="text" dir="auto">${each.details}</p>` : nothing}
          ${this.down === each.id ? this.form(each) : html`<div class="row">${this.choices(each)}</div>`}
        </li>`,
      )}
    </ul>`;
  }

  private choices(each: Case) {
    const button = (text: string, work: () => void, danger = false) => html`<button class=${danger ? 'danger' : ''} ?disabled=${this.deciding.busy} @click=${work}>${text}</button>`;
    if (each.state !== 'open') return button('Open it again', () => this.decide(each, 'open'));
    return html`
      ${each.appeal ? button('Put the video back', () => this.putBack(each)) : each.commentId ? nothing : button('Take the video down…', () => this.ask(each), true)}
      ${each.comment?.state === 'visible' ? button('Remove the comment', () => this.decide(each, 'upheld', true), true) : nothing}
      ${each.appeal ? nothing : button('Uphold', () => this.decide(each, 'upheld'))} ${button(each.appeal ? 'It stays down' : 'Dismiss', () => this.decide(each, 'dismissed'))}
    `;
  }

  /** What the owner is told; the reason begins as the reporter has it. */
  private form(each: Case) {
    return html`<form class="stack" @submit=${(event: SubmitEvent) => this.takeDown(event, each)}>
      <label>Why<select name="reason">
        ${Object.entries(takedownReasons).map(([value, text]) => html`<option value=${value} ?selected=${value === each.reason}>${text}</option>`)}
      </select></label>
      <label>What its owner is told besides<textarea name="note" rows="3" maxlength="1000"></textarea></label>
      <div class="row"><button class="danger" ?disabled=${this.deciding.busy}>Take the video down</button><button type="button" @click=${() => (this.down = '')}>Cancel</button></div>
    </form>`;
  }

  private async ask(each: Case): Promise<void> {
    this.down = each.id;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('form select')?.focus();
  }

  private takeDown(event: SubmitEvent, each: Case): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const body: NewTakedown = { reason: form.get('reason') as NewTakedown['reason'], note: String(form.get('note')), reportId: each.id };
    void this.settle(each, () => postTakedown(asViewer().request, { assetId: each.assetId, body }), 'Upheld, and the video is down.');
  }

  private putBack(each: Case): void {
    void this.settle(each, () => deleteTakedown(asViewer().request, { assetId: each.assetId, reportId: each.id }), 'Upheld, and the video is back.');
  }

  private turn(event: Event): void {
    this.which = (event.target as HTMLSelectElement).value as Report['state'];
    this.told = '';
    void this.cases.load();
  }

  /** Reports name what they are about by its id alone. */
  private async read(cursor?: string): Promise<{ items: Case[]; cursor?: string }> {
    const { request } = asViewer();
    const page = await getReports(request, { state: this.which, cursor });
    const items = await together(page.items, 6, async (report): Promise<Case> => {
      const { playbackId, commentId } = report;
      const [video, comment] = await Promise.all([
        getWatch(request, { playbackId }).catch(() => undefined), commentId ? getOneComment(request, { playbackId, commentId }).catch(() => undefined) : undefined,
      ]);
      return { ...report, ...(video ? { title: video.title || 'Untitled' } : {}), ...(comment ? { comment } : {}) };
    });
    return { items, cursor: page.cursor };
  }

  /** The comment goes first: a report is not upheld while what it is about stays. */
  private async decide(each: Case, state: Report['state'], remove = false): Promise<void> {
    const { request } = asViewer();
    const { id: reportId, playbackId, commentId } = each;
    await this.settle(
      each,
      async () => {
        if (remove && commentId) await patchCommentDecision(request, { playbackId, commentId, body: { state: 'removed' } });
        return patchReport(request, { reportId, body: { state } });
      },
      `${reportStates[state]}${remove ? ', and the comment is removed' : ''}.`,
    );
  }

  private async settle(each: Case, work: () => Promise<unknown>, told: string): Promise<void> {
    if (!(await this.deciding.run(async () => (await work(), true)))) return;
    this.down = '';
    const place = this.cases.items!.indexOf(each);
    this.cases.drop(each);
    this.told = told;
    await this.updateComplete;
    // On to the next one.
    (this.renderRoot.querySelectorAll('li')[place]?.querySelector('button') ?? this.renderRoot.querySelector<HTMLElement>('h1'))?.focus();
  }
}
