import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { getLiveStreams, postLiveStream, type LiveStream } from '../api/generated';
import { made } from '../live/made';
import { stateBadge } from '../live/state-badge';
import { Listing } from '../ui/listing';
import { navigate } from '../ui/navigate';
import { page, shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { CreatorAccess } from './creator-access';

/** `/live-streams`: the creator's own, and a new one. */
@customElement('live-streams-page')
export class LiveStreamsPage extends LitElement {
  @state() private making = false;
  private readonly submission = new Submission(this, 'new', { 'live.title': 'title' });
  private readonly streams = new Listing<LiveStream>(this, 'streams', (cursor) => getLiveStreams(this.access.client!.request, { cursor }), ({ id }) => id);
  private readonly access: CreatorAccess = new CreatorAccess(this, () => this.access.client && void this.streams.load());

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
    const { access, streams } = this;
    return html`
      <div class="row spread">
        <h1>Live</h1>
        ${access.client && !this.making ? html`<button class="primary" @click=${this.begin}>New live stream</button>` : nothing}
      </div>
      ${access.client ? html`${this.making ? this.form() : nothing} ${streams.trouble()} ${this.list(streams.items)} ${streams.moreButton()}` : access.gate('Your live streams are yours to change.')}
    `;
  }

  private form() {
    const { submission } = this;
    return html`<form class="card stack" @submit=${this.make}>
      <label>Title<input type="text" name="title" required maxlength="200" aria-describedby=${submission.id} aria-invalid=${submission.invalid('title')} /></label>
      <label
        >Who may watch<select name="policy">
          <option value="public">Whoever has its address</option>
          <option value="signed">Whoever brings a playback token</option>
        </select></label
      >
      ${submission.trouble()}
      <div class="row"><button class="primary" ?disabled=${submission.busy}>Make it</button><button type="button" @click=${() => (this.making = false)}>Not now</button></div>
    </form>`;
  }

  private list(items: LiveStream[] | undefined) {
    if (!items) return this.streams.problem ? nothing : html`<p class="muted">Loading…</p>`;
    if (items.length === 0) return html`<div class="stack empty"><h2>No live stream yet</h2><p class="muted">Make one, and send to it from OBS or another encoder that speaks RTMP.</p></div>`;
    return html`<ul>
      ${items.map(
        (stream) => html`<li class="card row spread">
          <div class="name"><a href="/live-streams/${stream.id}">${stream.title}</a></div>
          ${stateBadge(stream)}
        </li>`,
      )}
    </ul>`;
  }

  private async begin(): Promise<void> {
    this.making = true;
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  }

  private make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const body = { title: String(data.get('title')), playbackPolicy: data.get('policy') === 'signed' ? ('signed' as const) : ('public' as const) };
    const stream = await this.submission.run(() => postLiveStream(this.access.client!.request, { body }));
    if (!stream) return;
    made.keep(stream);
    navigate(`/live-streams/${stream.id}`);
  };
}
