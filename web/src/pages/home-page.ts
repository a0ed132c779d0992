import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { getHome, getTrending, type VideoCard } from '../api/generated';
import '../feed/feed-card';
import { grids } from '../feed/styles';
import '../history/continue-watching';
import { asViewer, hasSomebody, session } from '../session/access';
import { Listing } from '../ui/listing';
import { navigate } from '../ui/navigate';
import { page, shared } from '../ui/styles';
import { keyStore } from './key-store';

/** Videos of the row of what trends. */
const trends = 4;

/** `/`: what one can go on with, what trends, then what the platform recommends: to anybody, or to whoever is here. */
@customElement('home-page')
export class HomePage extends LitElement {
  @state() private trending: VideoCard[] = [];
  private who?: string;
  private readonly feed = new Listing<VideoCard>(this, 'feed', (cursor) => getHome(asViewer().request, { cursor }), ({ playbackId }) => playbackId);

  static override styles = [shared, page, grids];

  override connectedCallback(): void {
    super.connectedCallback();
    if (location.hash.startsWith('#key=')) {
      // Links that hand over a key led here when this was the creator's page.
      keyStore.takeFromAddress();
      navigate('/videos', { replace: true });
      return;
    }
    session.addEventListener('change', this.look);
    this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    session.removeEventListener('change', this.look);
  }

  override render() {
    const { feed, trending } = this;
    return html`
      <h1 class="spoken">Home</h1>
      <continue-watching></continue-watching>
      ${trending.length === 0
        ? nothing
        : html`<section aria-labelledby="trending">
            <div class="row spread"><h2 id="trending">Trending</h2><a href="/trending">All that trends</a></div>
            <div class="grid">${trending.map((video) => html`<feed-card .video=${video}></feed-card>`)}</div>
          </section>`}
      <section aria-labelledby="feed" aria-busy=${feed.busy}>
        <h2 id="feed">${this.who ? 'For you' : 'Popular and new'}</h2>
        ${feed.trouble()}
        ${feed.items ? (feed.items.length === 0 ? this.nothingYet() : html`<div class="grid">${feed.items.map((video) => html`<feed-card .video=${video}></feed-card>`)}</div>`) : feed.problem ? nothing : html`<p class="muted">Loading…</p>`}
        ${feed.moreButton()}
      </section>
    `;
  }

  private nothingYet() {
    return html`<div class="stack empty">
      <h3>No videos yet</h3>
      <p class="muted">Videos that are public are shown here a minute after they were published.</p>
      <a class="button primary" href="/upload">Upload a video</a>
    </div>`;
  }

  /** While it isn't known who is here, nothing is asked for: it would be asked for again. */
  private look = (): void => {
    if (session.userId === undefined) return;
    const who = session.userId || (hasSomebody() ? 'key' : '');
    if (who === this.who) return;
    this.who = who;
    void this.feed.load();
    void this.trend();
  };

  /** Where nothing trends, or nothing can be had, nothing is missing. */
  private async trend(): Promise<void> {
    const found = await getTrending(asViewer().request, { limit: trends }).catch(() => undefined);
    this.trending = found?.items ?? [];
  }
}
