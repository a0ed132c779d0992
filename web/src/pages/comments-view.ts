import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Client } from '../api/client';
import type { Comment, Comments } from '../api/generated';
import { asProblem } from '../api/problem';
import { shared } from '../ui/styles';
import { piecesOf } from './comment-pieces';
import { keyStore } from './key-store';

/** What is said of a video. Texts are rendered as text nodes, never as markup. Fires `jump` with seconds. */
@customElement('comments-view')
export class CommentsView extends LitElement {
  @property({ attribute: 'playback-id' }) playbackId = '';
  @state() private page?: Comments;
  @state() private items: Comment[] = [];
  @state() private replies = new Map<string, Comment[]>();
  @state() private order: 'top' | 'newest' = 'top';
  @state() private failure = '';

  static override styles = [
    shared,
    css`
      :host {
        margin-top: 28px;
      }
      ol {
        display: grid;
        gap: 18px;
        margin: 16px 0 0;
        padding: 0;
        list-style: none;
      }
      ol ol {
        padding-inline-start: 28px;
      }
      .text {
        margin: 4px 0;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .text button {
        display: inline;
        min-height: 0;
        padding: 0;
        border: 0;
        background: none;
        color: var(--accent);
      }
      form {
        display: grid;
        gap: 10px;
        margin-top: 14px;
      }
      textarea {
        width: 100%;
        min-height: 76px;
        padding: 10px 12px;
        border: 1px solid var(--line);
        border-radius: 10px;
        background: var(--surface);
        color: var(--text);
        font: inherit;
        resize: vertical;
      }
    `,
  ];

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('playbackId') && this.playbackId) void this.load();
  }

  override render() {
    const { page } = this;
    if (!page || page.mode === 'off') return nothing;
    const threads = page.pinned ? [page.pinned, ...this.items] : this.items;
    return html`<section aria-label="Comments">
      <div class="row spread">
        <h2>${page.count === 1 ? '1 comment' : `${page.count} comments`}</h2>
        <button class="quiet" @click=${() => this.sort(this.order === 'top' ? 'newest' : 'top')}>${this.order === 'top' ? 'Newest first' : 'Best first'}</button>
      </div>
      ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
      ${keyStore.get() ? this.form() : nothing}
      <ol>
        ${threads.map((comment) => this.thread(comment))}
      </ol>
      ${page.cursor ? html`<button @click=${() => this.load(page.cursor)}>More comments</button>` : nothing}
    </section>`;
  }

  private form() {
    return html`<form @submit=${(event: SubmitEvent) => this.say(event)}>
      <label>Say something<textarea name="text" maxlength="20000" required dir="auto"></textarea></label>
      <div><button class="primary">Comment</button></div>
    </form>`;
  }

  private thread(comment: Comment) {
    const replies = this.replies.get(comment.id);
    return html`<li>
      ${this.one(comment)}
      ${comment.replies > 0 && !replies
        ? html`<button class="quiet" @click=${() => this.open(comment.id)}>${comment.replies === 1 ? '1 reply' : `${comment.replies} replies`}</button>`
        : nothing}
      ${replies ? html`<ol>${replies.map((reply) => html`<li>${this.one(reply)}</li>`)}</ol>` : nothing}
    </li>`;
  }

  private one(comment: Comment) {
    if (comment.state === 'deleted') return html`<p class="muted">This comment was taken back by its author.</p>`;
    return html`<p class="small muted">
        ${comment.pinned ? html`<span class="badge">Pinned</span> ` : nothing}${comment.byOwner ? 'Creator' : comment.mine ? 'You' : 'Viewer'} ·
        <time datetime=${comment.createdAt}>${new Date(comment.createdAt).toLocaleDateString()}</time>${comment.editedAt ? ' · edited' : ''}${comment.state === 'held' ? ' · waits to be looked at' : ''}${comment.hearted ? ' · ♥' : ''}
      </p>
      <p class="text" dir="auto">${piecesOf(comment).map(({ text, seconds }) => (seconds === undefined ? text : html`<button @click=${() => this.jump(seconds)}>${text}</button>`))}</p>
      <button class="quiet" ?disabled=${!keyStore.get()} aria-pressed=${comment.liked} @click=${() => this.like(comment)}>Like${comment.likes > 0 ? ` · ${comment.likes}` : ''}</button>`;
  }

  private get client(): Client {
    return new Client({ apiKey: keyStore.get() });
  }

  private async load(cursor?: string): Promise<void> {
    await this.attempt(async () => {
      const page = await this.client.comments(this.playbackId, this.order, cursor);
      this.items = cursor ? [...this.items, ...page.items] : page.items;
      this.page = cursor && this.page ? { ...page, pinned: this.page.pinned } : page;
    });
  }

  private async sort(order: 'top' | 'newest'): Promise<void> {
    this.order = order;
    await this.load();
  }

  private async open(commentId: string): Promise<void> {
    await this.attempt(async () => {
      this.replies = new Map(this.replies).set(commentId, await this.client.replies(this.playbackId, commentId));
    });
  }

  private async say(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    await this.attempt(async () => {
      const said = await this.client.comment(this.playbackId, String(new FormData(form).get('text')));
      this.items = [said, ...this.items];
      form.reset();
    });
  }

  private async like(comment: Comment): Promise<void> {
    await this.attempt(async () => {
      Object.assign(comment, await this.client.likeComment(this.playbackId, comment.id, !comment.liked));
      this.requestUpdate();
    });
  }

  /** Whoever may watch by a token alone learns of no comments: nothing is shown then. */
  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.failure = '';
    } catch (error) {
      this.failure = this.page ? asProblem(error).message : '';
    }
  }

  private jump(seconds: number): void {
    this.dispatchEvent(new CustomEvent('jump', { detail: seconds, bubbles: true, composed: true }));
  }
}
