import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Client } from '../api/client';
import type { Reaction } from '../api/generated';
import { shared } from '../ui/styles';
import { keyStore } from './key-store';

/** Likes and dislikes of a video; to press for who has signed in. */
@customElement('like-button')
export class LikeButton extends LitElement {
  @property({ attribute: 'playback-id' }) playbackId = '';

  /** As the watch answer has them, until the caller's own are known. */
  @property({ type: Number }) likes = 0;

  @state() private reaction?: Reaction;

  static override styles = shared;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('playbackId') && this.playbackId && keyStore.get()) void this.attempt((client) => client.reaction(this.playbackId));
  }

  override render() {
    const { reaction } = this;
    if (!reaction) return this.likes > 0 ? html`<span class="muted small">${this.likes === 1 ? '1 like' : `${this.likes} likes`}</span>` : nothing;
    return html`<div class="row">
      ${this.button('like', `Like · ${reaction.likes}`)}${this.button('dislike', reaction.dislikes === undefined ? 'Dislike' : `Dislike · ${reaction.dislikes}`)}
    </div>`;
  }

  private button(kind: 'like' | 'dislike', text: string) {
    const pressed = this.reaction?.mine === kind;
    return html`<button aria-pressed=${pressed} class=${pressed ? 'primary' : ''} @click=${() => this.attempt((client) => client.react(this.playbackId, pressed ? undefined : kind))}>${text}</button>`;
  }

  /** Whoever may watch by a token alone has no opinion: nothing is shown then. */
  private async attempt(work: (client: Client) => Promise<Reaction>): Promise<void> {
    try {
      this.reaction = await work(new Client({ apiKey: keyStore.get() }));
    } catch {
      // It stays as it is, and can be pressed again.
    }
  }
}
