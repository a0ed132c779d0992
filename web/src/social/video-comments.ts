import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { getComments, postComment, type Comment, type Comments } from '../api/generated';
import { signInPath } from '../routes';
import { asViewer, hasSomebody, session } from '../session/access';
import { newKey } from '../ui/once';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import './comment-form';
import './one-comment';

/** What is said of a video. Fires `seek` with seconds. */
@customElement('video-comments')
export class VideoComments extends LitElement {
  @property({ attribute: 'playback-id' }) playbackId = '';
  /** The caller owns the video. */
  @property({ type: Boolean }) owner = false;
  @state() private order: 'top' | 'newest' = 'top';
  @state() private page?: Comments;
  private readonly submission = new Submission(this, 'comments');
  private turn = 0;

  static override styles = [
    shared,
    css`
      section,
      .list {
        display: grid;
        gap: 18px;
      }
      label {
        display: flex;
        align-items: center;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    session.addEventListener('change', this.load);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    session.removeEventListener('change', this.load);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('playbackId')) void this.load();
  }

  override render() {
    const { page } = this;
    if (!page) return this.submission.trouble();
    if (page.mode === 'off' && page.items.length === 0) return html`<p class="muted">Comments are turned off.</p>`;
    return html`<section aria-labelledby="comments">
      <div class="row spread">
        <h2 id="comments" tabindex="-1">${page.count === 1 ? '1 comment' : `${page.count} comments`}</h2>
        <label
          >Order<select @change=${this.sort}>
            <option value="top" ?selected=${this.order === 'top'}>Best first</option>
            <option value="newest" ?selected=${this.order === 'newest'}>Newest first</option>
          </select></label
        >
      </div>
      ${page.mode === 'off' ? nothing : hasSomebody() ? html`<comment-form .say=${this.say}></comment-form>` : html`<p><a href=${signInPath()}>Sign in</a> to comment.</p>`}
      ${page.mode === 'held' ? html`<p class="muted small">The owner looks at comments before others see them.</p>` : nothing}
      ${this.submission.trouble()}
      <div class="list">${page.pinned ? this.comment(page.pinned) : nothing}${page.items.map((each) => this.comment(each))}</div>
      ${page.cursor ? html`<div><button ?disabled=${this.submission.busy} @click=${this.more}>Show more</button></div>` : nothing}
    </section>`;
  }

  private comment(comment: Comment) {
    return html`<one-comment
      playback-id=${this.playbackId} .comment=${comment} ?owner=${this.owner}
      @changed=${(event: CustomEvent<Comment>) => this.put(event.detail)} @gone=${() => this.drop(comment)}
    ></one-comment>`;
  }

  private sort(event: Event): void {
    this.order = (event.target as HTMLSelectElement).value as 'top' | 'newest';
    void this.load();
  }

  private say = async (text: string): Promise<Comment> => {
    const said = await postComment(asViewer().request, { playbackId: this.playbackId, idempotencyKey: newKey(), body: { text } });
    if (this.page) this.page = { ...this.page, count: this.page.count + (said.state === 'visible' ? 1 : 0), items: [said, ...this.page.items] };
    return said;
  };

  private load = async (): Promise<void> => {
    const turn = ++this.turn;
    const page = await this.submission.run(() => getComments(asViewer().request, { playbackId: this.playbackId, order: this.order }));
    if (turn !== this.turn) void this.load();
    else if (page) this.page = page;
  };

  private async more(): Promise<void> {
    const { page, turn } = this;
    const next = await this.submission.run(() => getComments(asViewer().request, { playbackId: this.playbackId, order: this.order, cursor: page?.cursor }));
    if (turn !== this.turn) return void this.load();
    if (next && page) this.page = { ...page, items: [...page.items, ...next.items.filter((each) => !page.items.some((known) => known.id === each.id))], cursor: next.cursor };
  }

  /** A pinned comment is first, instead of what was: the order is the platform's. */
  private put(comment: Comment): void {
    const { page } = this;
    if (!page) return;
    const before = [page.pinned, ...page.items].find((each) => each?.id === comment.id);
    if (before?.pinned !== comment.pinned) return void this.load();
    this.page = {
      ...page, pinned: page.pinned?.id === comment.id ? comment : page.pinned, items: page.items.map((each) => (each.id === comment.id ? comment : each)),
    };
  }

  private drop({ id }: Comment): void {
    const { page } = this;
    if (!page) return;
    this.page = { ...page, count: Math.max(0, page.count - 1), pinned: page.pinned?.id === id ? undefined : page.pinned, items: page.items.filter((each) => each.id !== id) };
    this.renderRoot.querySelector<HTMLElement>('#comments')?.focus();
  }
}
