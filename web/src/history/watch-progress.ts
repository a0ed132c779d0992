import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { session } from '../session/access';
import { percent } from '../ui/format';
import { known, shareOf } from './known-progress';

/** A bar at the foot of a video's picture: how far whoever is there watched it. Nothing for nobody, and of what they didn't watch. */
@customElement('watch-progress')
export class WatchProgress extends LitElement {
  @property({ attribute: 'playback-id' }) playbackId = '';

  static override styles = css`
    div {
      position: absolute;
      inset: auto 0 0;
      height: 4px;
      background: rgb(255 255 255 / 45%);
    }
    span {
      display: block;
      height: 100%;
      background: var(--accent);
    }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    known.addEventListener('change', this.learn);
    session.addEventListener('change', this.look);
    this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    known.removeEventListener('change', this.learn);
    session.removeEventListener('change', this.look);
  }

  override render() {
    const video = known.find(this.playbackId);
    const share = video && shareOf(video);
    if (share === undefined) return nothing;
    return html`<div role="img" aria-label=${share === 1 ? 'Watched' : `${percent(share)} watched`}><span style="width: ${percent(share).replace(' ', '')}"></span></div>`;
  }

  private learn = (): void => this.requestUpdate();

  private look = (): void => void (session.userId === undefined || known.look());
}
