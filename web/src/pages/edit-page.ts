import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { getChannels, getOneAsset, patchAsset, type Asset, type PublicChannel } from '../api/generated';
import '../studio/commenting-choice';
import '../studio/move-to';
import '../studio/takedown-notice';
import { changeOf, fieldsOf, most, type Fields } from '../studio/change';
import { navigate } from '../ui/navigate';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { categories, licences, visibilities } from '../ui/words';
import { CreatorAccess } from './creator-access';

/** `/videos/{assetId}`: everything that an owner says of a video, and who may see it and where. */
@customElement('edit-page')
export class EditPage extends LitElement {
  @property({ attribute: 'asset-id' }) assetId = '';
  @state() private asset?: Asset;
  @state() private visibility = '';
  @state() private channels: PublicChannel[] = [];
  @state() private saved = false;
  private etag?: string;
  private readonly access = new CreatorAccess(this, () => void this.load());
  private readonly submission = new Submission(this, 'edit', {
    'asset.title': 'title', 'asset.description': 'description', 'asset.publish_at': 'publishAt', 'asset.tags': 'tags', 'asset.language': 'language',
    'asset.location': 'place', 'asset.recorded_at': 'recordedAt', 'asset.countries': 'allowedCountries', 'asset.origins': 'allowedOrigins', 'channel.': 'channelId',
  });

  static override styles = [
    shared,
    css`
      :host {
        max-width: 760px;
        margin: 28px auto 0;
      }
      .two {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
        gap: 16px;
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('assetId') && this.hasUpdated) void this.load();
  }

  override render() {
    return html`<div class="stack">
      <div class="row spread"><h1>${this.asset?.title || 'Video'}</h1>${this.asset ? html`<a href="/videos/${this.assetId}/analytics">Analytics</a>` : nothing}</div>
      ${this.body()}
    </div>`;
  }

  private body() {
    if (!this.access.client) return this.access.gate('What is said of a video is its owner’s.');
    if (this.asset?.takedown) return html`<takedown-notice class="card" asset-id=${this.assetId} .takedown=${this.asset.takedown} .client=${this.access.client} @appealed=${this.load}></takedown-notice>`;
    return this.asset ? this.form(fieldsOf(this.asset)) : (this.submission.trouble() ?? html`<p class="muted">Loading…</p>`);
  }

  private form(fields: Fields) {
    const { submission } = this;
    const described = (name: keyof Fields) => ({ by: submission.id, invalid: submission.invalid(name) });
    const text = (name: keyof Fields, label: string, type = 'text', extra: { max?: number; hint?: string; step?: string } = {}) => {
      const { by, invalid } = described(name);
      return html`<label
        >${label}<input
          type=${type} name=${name} maxlength=${extra.max ?? nothing} placeholder=${extra.hint ?? nothing} step=${extra.step ?? nothing}
          .value=${fields[name]} aria-describedby=${by} aria-invalid=${invalid}
      /></label>`;
    };
    const select = (name: keyof Fields, label: string, options: Record<string, string>, none?: string) => {
      const { by, invalid } = described(name);
      return html`<label
        >${label}<select name=${name} aria-describedby=${by} aria-invalid=${invalid} @change=${this.chosen}>
          ${none === undefined ? nothing : html`<option value="" ?selected=${fields[name] === ''}>${none}</option>`}
          ${Object.entries(options).map(([value, each]) => html`<option value=${value} ?selected=${fields[name] === value}>${each}</option>`)}
        </select></label
      >`;
    };
    return html`
      <form class="stack" @submit=${this.submit} @input=${() => (this.saved = false)}>
        <fieldset class="card stack">
          <label
            >Title<input
              type="text" name="title" required maxlength=${most.title} .value=${fields.title}
              aria-describedby=${submission.id} aria-invalid=${submission.invalid('title')}
          /></label>
          <label
            >Description<textarea
              name="description" rows="6" maxlength=${most.description} .value=${fields.description}
              aria-describedby=${submission.id} aria-invalid=${submission.invalid('description')}
            ></textarea
          ></label>
          ${text('tags', `Tags, between commas (at most ${most.tags})`)}
          <div class="two">${select('category', 'Category', categories, 'None')}${text('language', 'Spoken language', 'text', { max: 35, hint: 'en, pt-BR' })}</div>
          ${select('channelId', 'Channel', Object.fromEntries(this.channels.map((channel) => [channel.id, channel.name])), 'The default one')}
        </fieldset>
        <fieldset class="card stack">
          <legend class="spoken">Who may see it</legend>
          <div class="two">
            ${select('visibility', 'Visibility', visibilities)}
            ${this.visibility === 'scheduled' ? text('publishAt', 'Public from', 'datetime-local') : html`<input type="hidden" name="publishAt" .value=${fields.publishAt} />`}
          </div>
          ${text('allowedCountries', 'Plays in these countries only', 'text', { hint: 'DE, FR' })} ${text('deniedCountries', 'Does not play in', 'text', { hint: 'US' })}
          ${text('allowedOrigins', 'Plays on pages of these hosts only', 'text', { hint: 'www.example.com, *.example.org' })}
        </fieldset>
        <fieldset class="card stack">
          <legend class="spoken">Where and when it was taken, and what others may do with it</legend>
          ${text('place', 'Place', 'text', { max: most.place })}
          <div class="two">${text('latitude', 'Degrees north', 'number', { step: 'any' })}${text('longitude', 'Degrees east', 'number', { step: 'any' })}</div>
          <div class="two">${text('recordedAt', 'Recorded', 'datetime-local')}${select('licence', 'Licence', licences)}</div>
        </fieldset>
        ${submission.trouble()}
        ${submission.problem?.status === 412 ? html`<div><button type="button" @click=${this.load}>Load it again</button></div>` : nothing}
        <div class="row"><button class="primary" ?disabled=${submission.busy}>Save</button><span role="status">${this.saved ? 'Saved.' : ''}</span></div>
      </form>
      ${this.asset?.playbackIds[0] ? html`<commenting-choice class="card" playback-id=${this.asset.playbackIds[0].id} .client=${this.access.client!}></commenting-choice>` : nothing}
      <move-to kind="video" subject-id=${this.assetId} .client=${this.access.client!} @moved=${() => navigate('/videos', { replace: true })}></move-to>
    `;
  }

  private chosen(event: Event): void {
    const { name, value } = event.target as HTMLSelectElement;
    if (name === 'visibility') this.visibility = value;
  }

  private load = async (): Promise<void> => {
    const { client } = this.access;
    if (!client) return;
    const read = await this.submission.run(() => client.tagged((send) => getOneAsset(send, { assetId: this.assetId })));
    if (!read) return;
    this.learn(read);
    // Without channels a video is in the default one.
    this.channels = (await getChannels(client.request, { limit: 50 }).catch(() => undefined))?.items ?? [];
  };

  private learn({ value, etag }: { value: Asset; etag?: string }): void {
    this.asset = value;
    this.visibility = value.visibility;
    this.etag = etag;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { asset, etag: ifMatch, assetId } = this;
    const before = fieldsOf(asset!);
    const after = { ...before, ...(Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Partial<Fields>) };
    const written = await this.submission.run(() => this.access.client!.tagged((send) => patchAsset(send, { assetId, ifMatch, body: changeOf(before, after) })));
    if (!written) return;
    this.learn(written);
    this.saved = true;
  }
}
