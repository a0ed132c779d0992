import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { getChannels, postChannel, type ChannelChange, type PublicChannel } from '../api/generated';
import '../studio/channel-form';
import { Listing } from '../ui/listing';
import { navigate } from '../ui/navigate';
import { newKey } from '../ui/once';
import { page, shared } from '../ui/styles';
import { CreatorAccess } from './creator-access';

/** `/channels`: the creator's own. */
@customElement('channels-page')
export class ChannelsPage extends LitElement {
  @state() private making = false;
  private readonly channels = new Listing<PublicChannel>(this, 'channels', (cursor) => getChannels(this.access.client!.request, { cursor }), ({ id }) => id);
  private readonly access: CreatorAccess = new CreatorAccess(this, () => this.access.client && void this.channels.load());

  static override styles = [
    shared,
    page,
    css`
      :host {
        max-width: 760px;
        margin-inline: auto;
      }
      .name {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
    `,
  ];

  override render() {
    const { access, channels } = this;
    return html`
      <div class="row spread">
        <h1>Channels</h1>
        ${access.client && !this.making ? html`<button class="primary" @click=${this.begin}>New channel</button>` : nothing}
      </div>
      ${access.client
        ? html`${this.making ? html`<channel-form .save=${this.make} @saved=${this.made}></channel-form>` : nothing} ${channels.trouble()} ${this.list(channels.items)}
          ${channels.moreButton()}`
        : access.gate('Your channels are yours to change.')}
    `;
  }

  private list(items: PublicChannel[] | undefined) {
    if (!items) return this.channels.problem ? nothing : html`<p class="muted">Loading…</p>`;
    if (items.length === 0) return html`<div class="stack empty"><h2>No channel yet</h2><p class="muted">People subscribe to channels. Your first public video makes one, or make it yourself.</p></div>`;
    return html`<ul>
      ${items.map(
        ({ id, name, handle }) => html`<li class="card row spread">
          <div>
            <div class="name"><a href="/channel/${id}">${name}</a></div>
            <div class="muted small">@${handle}</div>
          </div>
          <div class="row">
            <a class="button quiet" href="/channels/${id}/analytics" aria-label="Analytics of ${name}">Analytics</a>
            <a class="button" href="/channels/${id}" aria-label="Edit ${name}">Edit</a>
          </div>
        </li>`,
      )}
    </ul>`;
  }

  private async begin(): Promise<void> {
    this.making = true;
    await this.updateComplete;
    const form = this.renderRoot.querySelector<LitElement>('channel-form');
    await form?.updateComplete;
    form?.renderRoot.querySelector('input')?.focus();
  }

  private make = (body: ChannelChange): Promise<PublicChannel> => postChannel(this.access.client!.request, { idempotencyKey: newKey(), body });

  private made(event: CustomEvent<PublicChannel>): void {
    navigate(`/channels/${event.detail.id}`);
  }
}
