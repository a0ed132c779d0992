import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deleteOneLiveStream, getOneLiveStream, patchLiveStream, postLiveStreamKey, type LiveStream, type LiveStreamChange } from '../api/generated';
import { made } from '../live/made';
import { lookEvery } from '../live/live-session';
import { stateBadge } from '../live/state-badge';
import '../live/stream-key';
import { when } from '../ui/format';
import { navigate } from '../ui/navigate';
import { narrow, shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { CreatorAccess } from './creator-access';

/** `/live-streams/{id}`: where to send to, what becomes of it, and its end. */
@customElement('live-stream-page')
export class LiveStreamPage extends LitElement {
  @property({ attribute: 'live-stream-id' }) liveStreamId = '';
  @state() private stream?: LiveStream;
  @state() private key?: string;
  @state() private asking = false;
  private timer?: ReturnType<typeof setTimeout>;
  private readonly submission = new Submission(this, 'live', { 'live.title': 'title' });
  private readonly access: CreatorAccess = new CreatorAccess(this, () => void this.load());

  static override styles = [shared, narrow];

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('liveStreamId')) return;
    this.key = made.take(this.liveStreamId);
    if (this.hasUpdated) void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override render() {
    const { stream, access, submission } = this;
    return html`
      <div class="row spread"><h1>${stream?.title ?? 'Live stream'}</h1>${stream ? html`<a href="/watch/${stream.playbackIds[0]?.id}">See its page</a>` : nothing}</div>
      ${!access.client ? access.gate('A live stream is its owner’s to change.') : stream ? this.about(stream) : submission.problem ? submission.trouble() : html`<p class="muted">Loading…</p>`}
    `;
  }

  private about(stream: LiveStream) {
    const { submission } = this;
    const { broadcast } = stream;
    return html`
      <section class="card stack" role="status">
        <div class="row spread">${stateBadge(stream)}${broadcast ? html`<span class="muted small">${stream.state === 'active' ? 'Since' : 'Last on air'} ${when(broadcast.startedAt)}</span>` : nothing}</div>
      </section>
      <section class="card stack">
        <h2>Send to it</h2>
        <stream-key .servers=${stream.servers} .key=${this.key}></stream-key>
        ${this.key ? nothing : html`<p class="muted small">The key was shown when it was made. If it is lost or somebody else has it, make another one: the one before opens nothing from then on.</p>`}
        <div><button ?disabled=${submission.busy} @click=${this.rotate}>Make a new key</button></div>
      </section>
      <form class="card stack" @submit=${this.rename}>
        <label>Title<input type="text" name="title" required maxlength="200" .value=${stream.title} aria-describedby=${submission.id} aria-invalid=${submission.invalid('title')} /></label>
        <div><button ?disabled=${submission.busy}>Save</button></div>
      </form>
      ${submission.trouble()}
      <div class="row">
        <button ?disabled=${submission.busy} @click=${() => this.change({ enabled: stream.state === 'disabled' })}>${stream.state === 'disabled' ? 'Enable it' : 'Disable it'}</button>
        ${this.asking
          ? html`<span>Delete this live stream?</span><button class="danger" ?disabled=${submission.busy} @click=${this.erase}>Delete it</button><button @click=${() => (this.asking = false)}>Keep it</button>`
          : html`<button class="danger" @click=${() => (this.asking = true)}>Delete the live stream</button>`}
      </div>
    `;
  }

  private async load(): Promise<void> {
    const { client } = this.access;
    if (!client) return;
    this.take(await this.submission.run(() => getOneLiveStream(client.request, { liveStreamId: this.liveStreamId })));
    this.again();
  }

  /** Whoever is about to go on air looks here for whether they are. */
  private again(): void {
    clearTimeout(this.timer);
    if (this.isConnected) this.timer = setTimeout(() => void this.look(), lookEvery);
  }

  private async look(): Promise<void> {
    const { client } = this.access;
    const id = this.liveStreamId;
    const found = client && document.visibilityState === 'visible' ? await getOneLiveStream(client.request, { liveStreamId: id }).catch(() => undefined) : undefined;
    if (found?.id === this.liveStreamId) this.take(found);
    this.again();
  }

  private take(stream: LiveStream | undefined): void {
    if (stream) this.stream = stream;
  }

  private async change(body: LiveStreamChange): Promise<void> {
    this.take(await this.submission.run(() => patchLiveStream(this.access.client!.request, { liveStreamId: this.liveStreamId, body })));
  }

  private rename = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.change({ title: String(new FormData(event.target as HTMLFormElement).get('title')) });
  };

  private rotate = async (): Promise<void> => {
    const stream = await this.submission.run(() => postLiveStreamKey(this.access.client!.request, { liveStreamId: this.liveStreamId }));
    this.take(stream);
    this.key = stream?.streamKey ?? this.key;
  };

  private erase = async (): Promise<void> => {
    const done = await this.submission.run(async () => {
      await deleteOneLiveStream(this.access.client!.request, { liveStreamId: this.liveStreamId });
      return true;
    });
    this.asking = false;
    if (done) navigate('/live-streams', { replace: true });
  };
}
