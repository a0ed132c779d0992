import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ChannelChange, ChannelLink, PublicChannel } from '../api/generated';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { channelChange, channelFields, channelMost as most, formFields, podcasts } from './channel';

/** What an owner says of a channel. Fires `saved` with it once it is kept, and `stale` to have it read again. */
@customElement('channel-form')
export class ChannelForm extends LitElement {
  /** The one that is changed; a new one is made without. */
  @property({ attribute: false }) channel?: PublicChannel;
  /** Sends what is different. */
  @property({ attribute: false }) save!: (change: ChannelChange) => Promise<PublicChannel>;
  /** A row for each link, and for those that are to come. */
  @state() private rows: ChannelLink[] = [];
  @state() private saved = false;
  @state() private podcast = '';
  private readonly submission = new Submission(this, 'channel', {
    'channel.handle': 'handle', 'channel.name': 'name', 'channel.description': 'description', 'channel.links': 'links',
  });

  static override styles = [
    shared,
    css`
      .link {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 2fr) auto;
        align-items: end;
        gap: 10px;
      }
      @media (max-width: 560px) {
        .link {
          grid-template-columns: minmax(0, 1fr);
        }
        .link button {
          justify-self: start;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    ({ links: this.rows, podcast: this.podcast } = channelFields(this.channel));
  }

  override render() {
    const { submission } = this;
    const { name, handle, description, podcast, explicit } = channelFields(this.channel);
    const feed = `${location.origin}/api/channels/${this.channel?.id}/feeds/podcast`;
    const by = submission.id;
    return html`<form class="card stack" @submit=${this.submit} @input=${() => (this.saved = false)}>
      <label>Name<input type="text" name="name" required maxlength=${most.name} .value=${name} aria-describedby=${by} aria-invalid=${submission.invalid('name')} /></label>
      <label
        >Handle<input
          type="text" name="handle" required maxlength=${most.handle + 1} placeholder="deep.zooms" autocapitalize="none" spellcheck="false" .value=${handle}
          aria-describedby="handle-hint ${by}" aria-invalid=${submission.invalid('handle')}
      /></label>
      <p class="muted small" id="handle-hint">The channel’s address: lower-case letters, digits, dots and hyphens, which no other channel has. ${this.channel ? 'Another one frees this one for others.' : nothing}</p>
      <label
        >Description<textarea
          name="description" rows="5" maxlength=${most.description} .value=${description} aria-describedby=${by} aria-invalid=${submission.invalid('description')}
        ></textarea
      ></label>
      <fieldset aria-describedby=${by}>
        <legend>Links (at most ${most.links})</legend>
        ${repeat(this.rows, (link) => link, (link, at) => this.link(link, at))}
        ${this.rows.length < most.links ? html`<div><button type="button" id="another" @click=${this.add}>Add a link</button></div>` : nothing}
      </fieldset>
      <fieldset class="stack">
        <legend>Podcast</legend>
        <label
          >Its public videos as episodes, whose files anybody may take with them<select name="podcast" @change=${(event: Event) => (this.podcast = (event.target as HTMLSelectElement).value)}>
            ${Object.entries(podcasts).map(([value, text]) => html`<option value=${value} ?selected=${value === podcast}>${text}</option>`)}
          </select></label
        >
        ${this.podcast
          ? html`<label class="check"><input type="checkbox" name="explicit" ?checked=${explicit} />Not for children</label>
              ${this.channel?.podcast ? html`<p class="small" style="overflow-wrap: anywhere">The feed: <a href=${feed}>${feed}</a></p>` : nothing}`
          : nothing}
      </fieldset>
      ${submission.trouble()}
      ${submission.problem?.status === 412 ? html`<div><button type="button" @click=${() => this.dispatchEvent(new CustomEvent('stale'))}>Load it again</button></div>` : nothing}
      <div class="row"><button class="primary" ?disabled=${submission.busy}>${this.channel ? 'Save' : 'Make the channel'}</button><span role="status">${this.saved ? 'Saved.' : ''}</span></div>
    </form>`;
  }

  private link(link: ChannelLink, at: number) {
    const invalid = this.submission.invalid('links');
    return html`<div class="link" role="group" aria-label="Link ${at + 1}">
      <label>Title<input type="text" name="linkTitle" maxlength=${most.linkTitle} .value=${link.title} aria-describedby=${this.submission.id} aria-invalid=${invalid} /></label>
      <label>Address<input type="url" name="url" maxlength=${most.linkUrl} placeholder="https://" .value=${link.url} /></label>
      <button type="button" aria-label="Take link ${at + 1} away" @click=${() => this.drop(link)}>Take away</button>
    </div>`;
  }

  private async add(): Promise<void> {
    this.rows = [...this.rows, { title: '', url: '' }];
    await this.updateComplete;
    [...this.renderRoot.querySelectorAll<HTMLElement>('[name=linkTitle]')].at(-1)?.focus();
  }

  private async drop(link: ChannelLink): Promise<void> {
    this.rows = this.rows.filter((each) => each !== link);
    this.saved = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#another')?.focus();
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const change = channelChange(channelFields(this.channel), formFields(new FormData(event.target as HTMLFormElement)));
    const channel = await this.submission.run(() => this.save(change));
    if (!channel) return;
    this.saved = true;
    this.rows = channel.links;
    this.dispatchEvent(new CustomEvent('saved', { detail: channel }));
  }
}
