import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deleteReaction, getReaction, putReaction, type Reaction } from '../api/generated';
import { signInPath } from '../routes';
import { asViewer, hasSomebody, session } from '../session/access';
import { navigate } from '../ui/navigate';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** How many like a video, and what the caller thinks of it. Fires `owner` when it turns out that the video is theirs. */
@customElement('reaction-bar')
export class ReactionBar extends LitElement {
  @property({ attribute: 'playback-id' }) playbackId = '';
  /** What is known before the caller is. */
  @property({ type: Number }) likes = 0;
  @state() private reaction?: Reaction;
  private readonly submission = new Submission(this, 'reaction');

  static override styles = [shared];

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
    const { mine, likes, dislikes } = this.reaction ?? { likes: this.likes };
    return html`
      <div class="row">
        <button aria-pressed=${mine === 'like'} ?disabled=${this.submission.busy} @click=${() => this.think('like')}>Like <span class="num">${likes}</span></button>
        <button aria-pressed=${mine === 'dislike'} ?disabled=${this.submission.busy} @click=${() => this.think('dislike')}>
          Dislike ${dislikes === undefined ? nothing : html`<span class="num">${dislikes}</span>`}
        </button>
      </div>
      ${this.submission.trouble()}
    `;
  }

  private load = async (): Promise<void> => {
    const { playbackId } = this;
    this.reaction = undefined;
    if (!hasSomebody()) return this.tell(false);
    // Who may not see what others think still watches.
    const reaction = await getReaction(asViewer().request, { playbackId }).catch(() => undefined);
    if (playbackId !== this.playbackId) return;
    this.reaction = reaction;
    // Dislikes are for the owner alone.
    this.tell(reaction?.dislikes !== undefined);
  };

  private tell(owner: boolean): void {
    this.dispatchEvent(new CustomEvent('owner', { detail: owner }));
  }

  private async think(kind: 'like' | 'dislike'): Promise<void> {
    if (!hasSomebody()) return navigate(signInPath());
    const { playbackId, reaction } = this;
    const next = await this.submission.run(() =>
      reaction?.mine === kind ? deleteReaction(asViewer().request, { playbackId }) : putReaction(asViewer().request, { playbackId, body: { kind } }),
    );
    if (next) this.reaction = next;
  }
}
