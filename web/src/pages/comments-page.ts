import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { patchCommentDecision, type Comment } from '../api/generated';
import { authorText } from '../social/text';
import { Reviews, type Review } from '../studio/reviews';
import { when } from '../ui/format';
import { page, shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { CreatorAccess } from './creator-access';

/** `/comments`: what is said of the creator's videos and waits for their word, or what they decided against. */
@customElement('comments-page')
export class CommentsPage extends LitElement {
  @state() private decided = false;
  @state() private told = '';
  private reviews?: Reviews;
  private readonly reading = new Submission(this, 'reading');
  private readonly deciding = new Submission(this, 'deciding');
  private readonly access: CreatorAccess = new CreatorAccess(this, () => void this.load());

  static override styles = [
    shared,
    page,
    css`
      :host {
        max-width: 760px;
        margin-inline: auto;
      }
      .list {
        display: grid;
        gap: 28px;
      }
      section {
        display: grid;
        gap: 12px;
      }
      h2 {
        overflow-wrap: anywhere;
      }
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      li {
        display: grid;
        gap: 10px;
      }
    `,
  ];

  override render() {
    return html`
      <div class="row spread">
        <h1 tabindex="-1">Comments to look at</h1>
        ${this.access.client
          ? html`<label
              ><span class="spoken">Which</span
              ><select @change=${this.turn}>
                <option value="">Waiting for you</option>
                <option value="decided" ?selected=${this.decided}>You decided against</option>
              </select></label
            >`
          : nothing}
      </div>
      ${this.access.client ? this.body() : this.access.gate('What is said of your videos waits for you alone.')}
    `;
  }

  private body() {
    const { reviews } = this;
    return html`
      ${this.reading.trouble()} ${this.deciding.trouble()}
      <p class="spoken" role="status">${this.told}</p>
      ${!reviews || (reviews.videos === 0 && !reviews.whole)
        ? this.reading.problem ? nothing : html`<p class="muted">Loading…</p>`
        : html`
            ${reviews.found.length === 0 ? this.nothingHere(reviews) : html`<div class="list">${reviews.found.map((review) => this.video(review))}</div>`}
            ${reviews.whole ? nothing : html`<div><button ?disabled=${this.reading.busy} @click=${this.more}>Look through older videos</button></div>`}
          `}
    `;
  }

  private nothingHere({ whole, videos }: Reviews) {
    return html`<div class="stack empty">
      <h2>${this.decided ? 'Nothing that you decided against' : 'Nothing waits for you'}</h2>
      <p class="muted">${whole ? 'That holds for all of your videos.' : `Your latest ${videos} videos were looked through.`} A video’s page of settings says whether comments wait.</p>
    </div>`;
  }

  private video(review: Review) {
    return html`<section aria-label="Comments on ${review.title}">
      <h2><a href="/watch/${review.playbackId}">${review.title}</a></h2>
      <ul>
        ${review.comments.map(
          (comment) => html`<li class="card">
            <div class="row small">
              <strong>${authorText(comment)}</strong><time class="muted" datetime=${comment.createdAt}>${when(comment.createdAt)}</time>
              ${comment.state === 'removed' ? html`<span class="badge">Removed</span>` : comment.state === 'rejected' ? html`<span class="badge">Rejected</span>` : nothing}
            </div>
            <p class="text" dir="auto">${comment.text}</p>
            <div class="row">
              <button ?disabled=${this.deciding.busy} @click=${() => this.decide(review, comment, 'visible')}>${this.decided ? 'Show it after all' : 'Show it'}</button>
              ${comment.state === 'held' ? html`<button class="danger" ?disabled=${this.deciding.busy} @click=${() => this.decide(review, comment, 'rejected')}>Reject it</button>` : nothing}
            </div>
          </li>`,
        )}
      </ul>
      ${review.cursor ? html`<div><button class="quiet" ?disabled=${this.reading.busy} @click=${() => this.reading.run(() => this.reviews!.moreOf(review))}>More of this video</button></div>` : nothing}
    </section>`;
  }

  private turn(event: Event): void {
    this.decided = (event.target as HTMLSelectElement).value === 'decided';
    void this.load();
  }

  private async load(): Promise<void> {
    const { client } = this.access;
    this.reviews = client && new Reviews(client, this.decided);
    if (this.reading.busy) return;
    await this.more();
  }

  private more = async (): Promise<void> => {
    const { reviews } = this;
    await this.reading.run(() => reviews?.more() ?? Promise.resolve());
    if (reviews !== this.reviews) await this.more();
  };

  private async decide(review: Review, comment: Comment, state: 'visible' | 'rejected'): Promise<void> {
    const done = await this.deciding.run(() => patchCommentDecision(this.access.client!.request, { playbackId: review.playbackId, commentId: comment.id, body: { state } }));
    if (!done) return;
    const place = this.reviews!.found.flatMap(({ comments }) => comments).indexOf(comment);
    this.reviews!.drop(review, comment);
    this.told = state === 'visible' ? 'It is seen by everybody now.' : 'It was rejected.';
    await this.updateComplete;
    // On to the next one.
    const items = this.renderRoot.querySelectorAll('li');
    (items[Math.min(place, items.length - 1)]?.querySelector('button') ?? this.renderRoot.querySelector<HTMLElement>('h1'))?.focus();
  }
}
