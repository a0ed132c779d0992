import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  deleteComment, deleteCommentLike, getOneComment, getReplies, patchComment, patchCommentDecision, postComment, putCommentLike, type Comment,
} from '../api/generated';
import { asViewer, hasSomebody } from '../session/access';
import { when } from '../ui/format';
import { newKey } from '../ui/once';
import '../ui/portrait-image';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import './comment-form';
import './report-dialog';
import { authorText, commentText } from './text';

/** One comment with what can be done with it, and its replies once they are asked for. Fires `changed` with it, `gone`, and `seek`. */
@customElement('one-comment')
export class OneComment extends LitElement {
  @property({ attribute: 'playback-id' }) playbackId = '';
  @property({ attribute: false }) comment!: Comment;
  /** The caller owns the video. */
  @property({ type: Boolean }) owner = false;
  @state() private mode: 'read' | 'reply' | 'edit' | 'delete' = 'read';
  @state() private replies?: Comment[];
  @state() private cursor?: string;
  private etag?: string;
  private readonly submission = new Submission(this, 'one');

  static override styles = [
    shared,
    css`
      article {
        display: grid;
        gap: 6px;
      }
      .author {
        color: inherit;
        text-decoration: none;
      }
      .author:hover {
        text-decoration: underline;
      }
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .moment {
        display: inline;
        min-height: 0;
        padding: 0;
        border: 0;
        background: none;
        color: var(--accent);
        font: inherit;
        text-decoration: underline;
      }
      .actions {
        gap: 2px;
        margin-left: -10px;
      }
      .actions button {
        min-height: 32px;
        font-size: 0.85rem;
      }
      [aria-pressed='true'] {
        color: var(--accent);
      }
      .replies {
        display: grid;
        gap: 14px;
        margin: 6px 0 0 28px;
      }
    `,
  ];

  override render() {
    const { comment } = this;
    return html`
      <article aria-label="Comment by ${authorText(comment)}">
        <div class="row small">
          ${comment.author ? html`<portrait-image src=${comment.author.avatar ?? ''} called=${comment.author.name ?? comment.author.handle ?? ''} .side=${24}></portrait-image>` : nothing}
          <strong>${comment.author ? html`<a class="author" href="/people/${comment.author.handle ? `@${comment.author.handle}` : comment.authorId!}">${authorText(comment)}</a>` : authorText(comment)}</strong>
          ${comment.author && comment.byOwner && !comment.mine ? html`<span class="badge">The video’s owner</span>` : nothing}
          <time class="muted" datetime=${comment.createdAt}>${when(comment.createdAt)}</time>
          ${comment.editedAt ? html`<span class="muted">edited</span>` : nothing}
          ${comment.pinned ? html`<span class="badge busy">Pinned</span>` : nothing}
          ${comment.hearted ? html`<span class="badge good">Liked by the owner</span>` : nothing}
          ${comment.state === 'held' ? html`<span class="badge">Waits for the owner’s yes</span>` : nothing}
        </div>
        ${this.mode === 'edit' ? this.form('Another text', 'Save', comment.text ?? '', this.edit) : html`<p class="text" dir="auto">${comment.state === 'deleted' ? html`<span class="muted">This comment was taken back.</span>` : commentText(comment, this.seek)}</p>`}
        ${this.submission.trouble()}
        ${comment.state === 'deleted' ? nothing : html`<div class="row actions">${this.mode === 'delete' ? this.question() : this.actions()}</div>`}
        ${this.mode === 'reply' ? this.form('Your reply', 'Reply', '', this.reply) : nothing}
        ${comment.parentId ? nothing : this.thread()}
      </article>
    `;
  }

  private actions() {
    const { comment, owner } = this;
    const signedIn = hasSomebody();
    const button = (text: string, work: () => void, pressed?: boolean) =>
      html`<button class="quiet" aria-pressed=${pressed ?? nothing} ?disabled=${this.submission.busy} @click=${work}>${text}</button>`;
    return html`
      ${signedIn ? button(`Like ${comment.likes || ''}`, this.like, comment.liked) : comment.likes ? html`<span class="muted small" style="padding:0 10px">${comment.likes} likes</span>` : nothing}
      ${signedIn ? button('Reply', () => this.open('reply')) : nothing}
      ${comment.mine ? button('Edit', this.beginEdit) : nothing}
      ${comment.mine ? button('Delete', () => (this.mode = 'delete')) : nothing}
      ${signedIn && !comment.mine ? html`<report-dialog playback-id=${this.playbackId} comment-id=${comment.id}></report-dialog>` : nothing}
      ${owner && !comment.parentId ? button('Pin', () => this.decide({ pinned: !comment.pinned }), comment.pinned) : nothing}
      ${owner ? button('Heart', () => this.decide({ hearted: !comment.hearted }), comment.hearted) : nothing}
    `;
  }

  private question() {
    return html`
      <span class="small" style="padding-left:10px">Take it back?</span>
      <button class="quiet danger" @click=${this.takeBack}>Delete</button>
      <button class="quiet" @click=${() => (this.mode = 'read')}>Keep</button>
    `;
  }

  private form(label: string, action: string, text: string, say: (text: string) => Promise<Comment>) {
    return html`<comment-form
      label=${label} action=${action} .text=${text} cancellable .say=${say}
      @said=${() => (this.mode = 'read')} @leave=${() => (this.mode = 'read')}
    ></comment-form>`;
  }

  private thread() {
    const { replies, comment } = this;
    if (!replies) {
      return comment.replies > 0
        ? html`<div><button class="quiet" ?disabled=${this.submission.busy} @click=${() => this.more()}>${comment.replies === 1 ? 'Show 1 reply' : `Show ${comment.replies} replies`}</button></div>`
        : nothing;
    }
    return html`<div class="replies">
      ${replies.map(
        (reply) => html`<one-comment
          playback-id=${this.playbackId} .comment=${reply} ?owner=${this.owner}
          @changed=${(event: CustomEvent<Comment>) => (event.stopPropagation(), this.put(event.detail))}
          @gone=${(event: Event) => (event.stopPropagation(), (this.replies = this.replies?.filter((each) => each.id !== reply.id)))}
        ></one-comment>`,
      )}
      ${this.cursor ? html`<div><button class="quiet" @click=${() => this.more()}>More replies</button></div>` : nothing}
    </div>`;
  }

  private seek = (seconds: number): void => void this.dispatchEvent(new CustomEvent('seek', { detail: seconds, bubbles: true, composed: true }));

  private open(mode: 'reply' | 'edit'): void {
    this.mode = mode;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('comment-form')?.focus());
  }

  private get place() {
    return { playbackId: this.playbackId, commentId: this.comment.id };
  }

  private tell(comment: Comment): void {
    this.dispatchEvent(new CustomEvent('changed', { detail: comment }));
  }

  private put(reply: Comment): void {
    this.replies = this.replies?.map((each) => (each.id === reply.id ? reply : each));
  }

  private like = async (): Promise<void> => {
    const likes = await this.submission.run(() => (this.comment.liked ? deleteCommentLike : putCommentLike)(asViewer().request, this.place));
    if (likes) this.tell({ ...this.comment, ...likes });
  };

  private reply = async (text: string): Promise<Comment> => {
    const said = await postComment(asViewer().request, { playbackId: this.playbackId, idempotencyKey: newKey(), body: { text, parentId: this.comment.id } });
    if (!this.replies) await this.more();
    if (!this.replies?.some((each) => each.id === said.id)) this.replies = [...(this.replies ?? []), said];
    return said;
  };

  /** What is edited is what is there now; what another tab wrote meanwhile is not written over. */
  private beginEdit = async (): Promise<void> => {
    const read = await this.submission.run(() => asViewer().tagged((send) => getOneComment(send, this.place)));
    if (!read) return;
    this.etag = read.etag;
    this.tell(read.value);
    this.open('edit');
  };

  private edit = async (text: string): Promise<Comment> => {
    const said = await patchComment(asViewer().request, { ...this.place, ifMatch: this.etag, body: { text } });
    this.tell(said);
    return said;
  };

  private async decide(body: { pinned?: boolean; hearted?: boolean }): Promise<void> {
    const decided = await this.submission.run(() => patchCommentDecision(asViewer().request, { ...this.place, body }));
    if (decided) this.tell(decided);
  }

  private takeBack = async (): Promise<void> => {
    const done = await this.submission.run(async () => {
      await deleteComment(asViewer().request, this.place);
      return true;
    });
    this.mode = 'read';
    if (!done) return;
    if (this.comment.replies > 0) this.tell({ ...this.comment, state: 'deleted', text: undefined, authorId: undefined });
    else this.dispatchEvent(new CustomEvent('gone'));
  };

  private more = async (): Promise<void> => {
    const page = await this.submission.run(() => getReplies(asViewer().request, { ...this.place, cursor: this.cursor }));
    if (!page) return;
    this.replies = [...(this.replies ?? []), ...page.items.filter((each) => !this.replies?.some((known) => known.id === each.id))];
    this.cursor = page.cursor;
  };
}
