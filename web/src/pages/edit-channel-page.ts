import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deleteOneChannel, getChannels, getOneChannel, patchChannel, type ChannelChange, type PublicChannel } from '../api/generated';
import { Problem } from '../api/problem';
import '../studio/channel-form';
import '../studio/move-to';
import { navigate } from '../ui/navigate';
import { narrow, shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { CreatorAccess } from './creator-access';

/** `/channels/{id}`: what an owner says of a channel. */
@customElement('edit-channel-page')
export class EditChannelPage extends LitElement {
  @property({ attribute: 'channel-id' }) channelId = '';
  @state() private channel?: PublicChannel;
  @state() private asking = false;
  private etag?: string;
  private readonly submission = new Submission(this, 'edit');
  private readonly access: CreatorAccess = new CreatorAccess(this, () => void this.load());

  static override styles = [shared, narrow];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('channelId') && this.hasUpdated) void this.load();
  }

  override render() {
    const { channel, access } = this;
    return html`
      <div class="row spread"><h1>${channel?.name ?? 'Channel'}</h1>${channel ? html`<div class="row"><a href="/channels/${channel.id}/analytics">Analytics</a><a href="/channel/${channel.id}">See its page</a></div>` : nothing}</div>
      ${!access.client ? access.gate('A channel is its owner’s to change.') : channel ? this.form(channel) : this.submission.problem ? this.submission.trouble() : html`<p class="muted">Loading…</p>`}
    `;
  }

  private form(channel: PublicChannel) {
    const { submission } = this;
    return html`
      <channel-form .channel=${channel} .save=${this.save} @stale=${this.load}></channel-form>
      <move-to kind="channel" subject-id=${channel.id} .client=${this.access.client!} @moved=${() => navigate('/channels', { replace: true })}></move-to>
      ${submission.trouble()}
      <div class="row">
        ${this.asking
          ? html`<span>Delete this channel?</span><button class="danger" ?disabled=${submission.busy} @click=${this.erase}>Delete it</button><button @click=${() => (this.asking = false)}>Keep it</button>`
          : html`<button class="danger" @click=${() => (this.asking = true)}>Delete the channel</button>`}
      </div>
    `;
  }

  private load = async (): Promise<void> => {
    const { client } = this.access;
    if (!client) return;
    const { channelId } = this;
    this.channel = undefined;
    const read = await this.submission.run(async () => {
      const [found, own] = await Promise.all([client.tagged((send) => getOneChannel(send, { channelId })), getChannels(client.request, { limit: 200 })]);
      // Everybody may read a channel: a form is for whom it would be kept.
      if (!own.items.some(({ id }) => id === found.value.id)) throw new Problem(403, 'channel.not_yours', 'This channel is somebody else’s.');
      return found;
    });
    if (!read) return;
    this.channel = read.value;
    this.etag = read.etag;
  };

  /** What was changed elsewhere meanwhile is not written over. */
  private save = async (body: ChannelChange): Promise<PublicChannel> => {
    const written = await this.access.client!.tagged((send) => patchChannel(send, { channelId: this.channelId, ifMatch: this.etag, body }));
    this.channel = written.value;
    this.etag = written.etag;
    return written.value;
  };

  private erase = async (): Promise<void> => {
    const done = await this.submission.run(async () => {
      await deleteOneChannel(this.access.client!.request, { channelId: this.channelId });
      return true;
    });
    this.asking = false;
    if (done) navigate('/channels', { replace: true });
  };
}
