import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { getRelated, type VideoCard } from '../api/generated';
import { asViewer } from '../session/access';
import { shared } from '../ui/styles';
import './found-card';

/** Public videos like the one that is watched. Where there are none, or none can be had, nothing is missing. */
@customElement('related-videos')
export class RelatedVideos extends LitElement {
  @property({ attribute: 'playback-id' }) playbackId = '';
  @property() token = '';
  @state() private videos: VideoCard[] = [];

  static override styles = [
    shared,
    css`
      section {
        --picture: 160px;
        display: grid;
        gap: 14px;
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('playbackId')) void this.load();
  }

  override render() {
    if (this.videos.length === 0) return nothing;
    return html`<section aria-labelledby="related">
      <h2 id="related">Related videos</h2>
      ${this.videos.map((video) => html`<found-card .video=${video}></found-card>`)}
    </section>`;
  }

  private async load(): Promise<void> {
    const { playbackId, token } = this;
    this.videos = [];
    const related = await getRelated(asViewer().request, { playbackId, token: token || undefined }).catch(() => undefined);
    if (related && playbackId === this.playbackId) this.videos = related.items;
  }
}
