import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Client } from '../api/client';
import { getSearch, type FacetCount, type Search } from '../api/generated';
import { criteriaOf, pathOf, since, spans, type Criteria } from '../search/criteria';
import '../search/found-card';
import { navigate } from '../ui/navigate';
import { day } from '../ui/format';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { categories, durations, languageText } from '../ui/words';

const sorts = { relevance: 'Best match', date: 'Newest', views: 'Most watched', rating: 'Best liked' };

/** `/search?q=…`: what was found, and choices that narrow it. The address has them all, so that it can be shared and gone back to. */
@customElement('search-page')
export class SearchPage extends LitElement {
  /** The address's query. */
  @property() query = '';
  @state() private found?: Search;
  private readonly submission = new Submission(this, 'search');
  private readonly client = new Client();
  private now = Date.now();
  /** Counts searches: an answer to an earlier one is nothing any more. */
  private turn = 0;

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: 230px minmax(0, 1fr);
        gap: 18px 32px;
        margin-top: 18px;
      }
      h1,
      .wide {
        grid-column: 1 / -1;
      }
      form {
        display: grid;
        gap: 14px;
        align-content: start;
      }
      .found {
        display: grid;
        gap: 20px;
        align-content: start;
      }
      @media (max-width: 760px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
        form {
          grid-template-columns: repeat(auto-fill, minmax(140px, 1fr));
        }
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) void this.search();
  }

  override render() {
    const { criteria, found } = this;
    return html`
      <h1>${criteria.q ? html`Results for “${criteria.q}”` : criteria.tag ? html`Videos tagged “${criteria.tag}”` : 'All videos'}</h1>
      ${this.submission.trouble()}
      ${found?.didYouMean ? html`<p class="wide">Results for <strong>${found.didYouMean}</strong>. <a href=${pathOf({ ...criteria, q: found.didYouMean })}>Search for it</a></p>` : nothing}
      ${this.choices()}
      <section class="found" aria-labelledby="count" aria-busy=${this.submission.busy}>
        <h2 id="count" aria-live="polite">${found ? countText(found.total ?? found.items.length) : 'Searching…'}</h2>
        ${found?.items.map((video) => html`<found-card .video=${video}></found-card>`)}
        ${found?.cursor ? html`<p><button ?disabled=${this.submission.busy} @click=${this.more}>Show more</button></p>` : nothing}
      </section>
    `;
  }

  private choices() {
    const { criteria } = this;
    const facets = this.found?.facets;
    const select = (name: keyof Criteria, label: string, options: [string, string][], every = 'Any') =>
      html`<label
        >${label}<select name=${name} @change=${this.choose}>
          <option value="" ?selected=${!criteria[name]}>${every}</option>
          ${options.map(([value, text]) => html`<option value=${value} ?selected=${String(criteria[name] ?? '') === value}>${text}</option>`)}
        </select></label
      >`;
    return html`<form aria-label="Narrow the results" @submit=${(event: Event) => event.preventDefault()}>
      ${select('sort', 'Sort by', Object.entries(sorts).filter(([value]) => value !== 'relevance'), sorts.relevance)}
      ${select('category', 'Category', counted(Object.entries(categories), facets?.category, criteria.category))}
      ${select('duration', 'Length', counted(Object.entries(durations), facets?.duration, criteria.duration))}
      ${select('publishedSince', 'Published', spansWith(criteria.publishedSince, this.now), 'At any time')}
      ${select('language', 'Language', counted(languagesOf(facets?.language, criteria.language), facets?.language, criteria.language))}
      ${select('resolution', 'Resolution', [['720', '720p and more'], ['1080', '1080p and more'], ['2160', '4K']])}
      ${select('captions', 'Captions', [['any', 'With captions'], ...(criteria.captions && criteria.captions !== 'any' ? [[criteria.captions, languageText(criteria.captions)] as [string, string]] : [])])}
      ${Object.keys(criteria).some((name) => name !== 'q') ? html`<p><a href=${pathOf({ q: criteria.q })}>Clear all choices</a></p>` : nothing}
    </form>`;
  }

  private get criteria(): Criteria {
    return criteriaOf(new URLSearchParams(this.query));
  }

  private choose(event: Event): void {
    const { name, value } = event.target as HTMLSelectElement;
    navigate(pathOf(criteriaOf(new URLSearchParams(Object.entries({ ...this.criteria, [name]: value }).map(([key, each]) => [key, String(each)])))));
  }

  private async search(): Promise<void> {
    const turn = ++this.turn;
    this.now = Date.now();
    const found = await this.submission.run(() => getSearch(this.client.request, { ...this.criteria, facets: true }));
    if (turn !== this.turn) void this.search();
    else if (found) this.found = found;
  }

  private async more(): Promise<void> {
    const { turn, found } = this;
    const next = await this.submission.run(() => getSearch(this.client.request, { ...this.criteria, cursor: found?.cursor }));
    if (turn !== this.turn) return void this.search();
    if (next && found) this.found = { ...found, items: [...found.items, ...next.items], cursor: next.cursor };
  }
}

const countText = (count: number) => (count === 0 ? 'Nothing was found' : count === 1 ? '1 video' : `${count >= 10_000 ? 'More than 10,000' : count.toLocaleString()} videos`);

/** Choices that lead somewhere, with how many there are; all of them while that is not known. */
function counted(options: [string, string][], counts: FacetCount[] | undefined, chosen: string | undefined): [string, string][] {
  if (!counts) return options;
  const of = new Map(counts.map(({ value, count }) => [value, count]));
  return options.filter(([value]) => of.has(value) || value === chosen).map(([value, text]) => [value, of.has(value) ? `${text} (${of.get(value)})` : text]);
}

/** A link may be older than today's spans. */
function spansWith(chosen: string | undefined, now: number): [string, string][] {
  const known = Object.entries(spans).map(([days, text]): [string, string] => [since(Number(days), now), text]);
  return !chosen || known.some(([value]) => value === chosen) ? known : [...known, [chosen, `Since ${day(chosen)}`]];
}

const languagesOf = (counts: FacetCount[] | undefined, chosen: string | undefined): [string, string][] =>
  [...new Set([...(counts ?? []).map(({ value }) => value), ...(chosen ? [chosen] : [])])].map((tag) => [tag, languageText(tag)]);
