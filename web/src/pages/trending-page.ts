import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Client } from '../api/client';
import { getTrending, type Trending, type VideoCard } from '../api/generated';
import '../feed/feed-card';
import { grids } from '../feed/styles';
import { regionText } from '../feed/regions';
import { when } from '../ui/format';
import { Listing } from '../ui/listing';
import { navigate } from '../ui/navigate';
import { page, shared } from '../ui/styles';
import { categories } from '../ui/words';

type Choice = NonNullable<Parameters<typeof getTrending>[1]>;

/** `/trending?region=&category=`: what many watch now. The address has the choices, so that it can be shared and gone back to. */
@customElement('trending-page')
export class TrendingPage extends LitElement {
  /** The address's query. */
  @property() query = '';
  /** The latest page, for what it says beside its videos; of another choice than the address's until those have come. */
  @state() private found?: Trending;
  private readonly client = new Client();
  private readonly list = new Listing<VideoCard>(this, 'trending', (cursor) => this.ask(cursor), ({ playbackId }) => playbackId);

  static override styles = [
    shared,
    page,
    grids,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 14px;
      }
      form label {
        min-width: 180px;
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) void this.list.load();
  }

  override render() {
    const { found, list, choice } = this;
    const regions = [...new Set(['world', ...(found?.regions ?? []), ...(choice.region ? [choice.region] : [])])];
    const option = (value: string, text: string, chosen: string) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`;
    return html`
      <h1>Trending</h1>
      <form aria-label="What trends where" @submit=${(event: Event) => event.preventDefault()}>
        <label
          >Region<select name="region" @change=${this.choose}>
            ${option('', 'Where I am', choice.region ?? '')} ${regions.map((region) => option(region, regionText(region), choice.region ?? ''))}
          </select></label
        >
        <label
          >Category<select name="category" @change=${this.choose}>
            ${option('', 'All', choice.category ?? '')} ${Object.entries(categories).map(([value, text]) => option(value, text, choice.category ?? ''))}
          </select></label
        >
      </form>
      ${list.trouble()}
      <section aria-labelledby="place" aria-busy=${list.busy}>
        <h2 id="place" aria-live="polite">${found && list.items ? this.heading(found) : list.problem ? nothing : 'Loading…'}</h2>
        ${found?.madeAt ? html`<p class="muted small">By what was watched until ${when(found.madeAt)}</p>` : nothing}
        ${list.items && list.items.length > 0 ? html`<div class="grid">${list.items.map((video, at) => html`<feed-card .video=${video} place=${at + 1}></feed-card>`)}</div>` : nothing}
        ${list.moreButton()}
      </section>
    `;
  }

  private heading({ region }: Trending) {
    const { choice, list } = this;
    const place = regionText(region);
    if (list.items?.length === 0) return choice.category ? `Nothing of this category trends: ${place}` : 'Nothing trends yet';
    return choice.region && choice.region !== region ? `${place}: too few watch in ${regionText(choice.region)}` : place;
  }

  private get choice(): Choice {
    const query = new URLSearchParams(this.query);
    return { region: query.get('region') || undefined, category: (query.get('category') || undefined) as Choice['category'] };
  }

  private choose(event: Event): void {
    const { name, value } = event.target as HTMLSelectElement;
    const next = new URLSearchParams(Object.entries({ ...this.choice, [name]: value }).flatMap(([key, each]) => (each ? [[key, String(each)]] : [])));
    navigate(next.size === 0 ? '/trending' : `/trending?${next}`);
  }

  private async ask(cursor?: string): Promise<Trending> {
    return (this.found = await getTrending(this.client.request, { ...this.choice, cursor }));
  }
}
