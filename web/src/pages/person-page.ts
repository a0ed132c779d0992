import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { getPerson, getPublicPlaylists, type Person, type Playlist } from '../api/generated';
import { asViewer } from '../session/access';
import { day } from '../ui/format';
import { Listing } from '../ui/listing';
import '../ui/portrait-image';
import { page, shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { languageText } from '../ui/words';

/** `/people/{id or handle}`: what somebody says of themselves, and their public playlists. */
@customElement('person-page')
export class PersonPage extends LitElement {
  /** Their id, or their handle with its @. */
  @property() person = '';
  @state() private found?: Person;
  private readonly submission = new Submission(this, 'person');
  private readonly playlists = new Listing<Playlist>(this, 'playlists', (cursor) => getPublicPlaylists(asViewer().request, { personId: this.found!.id, cursor }), ({ id }) => id);

  static override styles = [
    shared,
    page,
    css`
      :host {
        max-width: 760px;
        margin-inline: auto;
      }
      header {
        display: flex;
        align-items: center;
        gap: 20px;
      }
      h1,
      .bio {
        overflow-wrap: anywhere;
      }
      .bio {
        white-space: pre-wrap;
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('person')) void this.load();
  }

  override render() {
    const { found, playlists } = this;
    if (!found) return this.submission.problem ? html`<h1>Somebody</h1>${this.submission.trouble()}` : html`<p class="muted">Loading…</p>`;
    const called = found.name ?? (found.handle ? `@${found.handle}` : `Viewer ${found.id.slice(-6)}`);
    return html`
      <header>
        <portrait-image src=${found.avatar ?? ''} called=${called.replace(/^@/, '')} .side=${96}></portrait-image>
        <div>
          <h1>${called}</h1>
          ${found.name && found.handle ? html`<p class="muted">@${found.handle}</p>` : nothing}
          <p class="muted small">${[found.location, found.language && languageText(found.language), `Here since ${day(found.createdAt)}`].filter(Boolean).join(' · ')}</p>
        </div>
      </header>
      ${found.bio ? html`<p class="bio" dir="auto">${found.bio}</p>` : nothing}
      ${playlists.trouble()}
      ${playlists.items
        ? html`<section aria-labelledby="playlists" class="stack">
            <h2 id="playlists">${playlists.items.length === 0 ? 'No public playlists' : 'Playlists'}</h2>
            <ul>
              ${playlists.items.map(({ id, title }) => html`<li><a href="/playlist/${id}">${title}</a></li>`)}
            </ul>
            ${playlists.moreButton()}
          </section>`
        : nothing}
    `;
  }

  private async load(): Promise<void> {
    const { person } = this;
    this.found = undefined;
    const found = await this.submission.run(() => getPerson(asViewer().request, { personId: person }));
    if (person !== this.person) return this.load();
    if (!found) return;
    this.found = found;
    document.title = `${found.name ?? found.handle ?? 'Somebody'} · StreamPlatform`;
    await this.playlists.load();
  }
}
