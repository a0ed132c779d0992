import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { getHistory, type WatchedVideo } from '../api/generated';
import { asViewer, hasSomebody, session } from '../session/access';
import { shared } from '../ui/styles';
import { accountMemory } from './account-memory';
import './watched-card';

/** `<continue-watching>`: a row of what whoever is there can go on with. Nothing for nobody, and where there is nothing. */
@customElement('continue-watching')
export class ContinueWatching extends LitElement {
  /** At most. */
  @property({ type: Number }) most = 6;
  @state() private videos: WatchedVideo[] = [];
  private who?: string;

  static override styles = [
    shared,
    css`
      section {
        display: grid;
        gap: 14px;
        margin-bottom: 32px;
      }
      ul {
        display: grid;
        grid-auto-columns: minmax(200px, 1fr);
        grid-auto-flow: column;
        gap: 20px;
        margin: 0;
        padding: 0 0 6px;
        overflow-x: auto;
        list-style: none;
      }
      li {
        max-width: 320px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    session.addEventListener('change', this.look);
    this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    session.removeEventListener('change', this.look);
    this.who = undefined;
  }

  override render() {
    if (this.videos.length === 0) return nothing;
    return html`<section aria-labelledby="title">
      <div class="row spread"><h2 id="title">Continue watching</h2><a href="/history">History</a></div>
      <ul>${this.videos.map((video) => html`<li><watched-card .video=${video}></watched-card></li>`)}</ul>
    </section>`;
  }

  private look = (): void => {
    const who = session.userId || (hasSomebody() ? 'key' : '');
    if (session.userId === undefined || who === this.who) return;
    [this.who, this.videos] = [who, []];
    if (who) void this.load(who);
  };

  private async load(who: string): Promise<void> {
    // Whoever comes from a video sees it in the row.
    await accountMemory.settled();
    const page = await getHistory(asViewer().request, { unfinished: true, limit: this.most }).catch(() => undefined);
    if (page && who === this.who) this.videos = page.items;
  }
}
