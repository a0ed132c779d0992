import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deleteSubscription, getSubscription, putSubscription, type ChannelSubscription } from '../api/generated';
import { signInPath } from '../routes';
import { asViewer, hasSomebody, session } from '../session/access';
import { navigate } from '../ui/navigate';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** Follows a channel or ends it, and says whether to be told of its new videos. Fires `changed` with how it is now. */
@customElement('subscribe-button')
export class SubscribeButton extends LitElement {
  @property({ attribute: 'channel-id' }) channelId = '';
  /** Names the channel where there are several. */
  @property() name = '';
  /** How it is, where that is known already; it is asked for otherwise. */
  @property({ attribute: false }) known?: Pick<ChannelSubscription, 'subscribed' | 'notify'>;
  @state() private now?: Pick<ChannelSubscription, 'subscribed' | 'notify'> & Partial<ChannelSubscription>;
  private readonly submission = new Submission(this, 'subscription');

  static override styles = [
    shared,
    css`
      button {
        white-space: nowrap;
      }
      svg {
        width: 18px;
        height: 18px;
        fill: none;
        stroke: currentColor;
        stroke-width: 1.8;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      [aria-pressed='true'] svg {
        fill: currentColor;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    session.addEventListener('change', this.load);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    session.removeEventListener('change', this.load);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('channelId') || changed.has('known')) void this.load();
  }

  override render() {
    const { now, submission, name } = this;
    const label = (text: string) => (name ? `${text} ${name}` : nothing);
    return html`
      <div class="row">
        ${now?.subscribed
          ? html`<button ?disabled=${submission.busy} aria-label=${label('Unsubscribe from')} @click=${this.end}>Unsubscribe</button>
              <button aria-pressed=${now.notify} ?disabled=${submission.busy} aria-label=${name ? `Tell me of new videos of ${name}` : 'Tell me of new videos'} title="Tell me of new videos" @click=${() => this.follow(!now.notify)}>
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M18 9a6 6 0 0 0-12 0c0 6-2 7-2 8h16c0-1-2-2-2-8M10 20a2 2 0 0 0 4 0" /></svg>
              </button>`
          : html`<button class="primary" ?disabled=${submission.busy} aria-label=${label('Subscribe to')} @click=${() => this.follow(true)}>Subscribe</button>`}
        ${now?.subscribers === undefined ? nothing : html`<span class="muted small num">${now.subscribers === 1 ? '1 subscriber' : `${now.subscribers} subscribers`}</span>`}
      </div>
      ${submission.trouble()}
    `;
  }

  private load = async (): Promise<void> => {
    const { channelId } = this;
    this.now = this.known;
    if (this.known || !hasSomebody()) return;
    const now = await getSubscription(asViewer().request, { channelId }).catch(() => undefined);
    if (channelId === this.channelId) this.now = now;
  };

  private async follow(notify: boolean): Promise<void> {
    if (!hasSomebody()) return navigate(signInPath());
    this.learn(await this.submission.run(() => putSubscription(asViewer().request, { channelId: this.channelId, body: { notify } })));
  }

  private end = async (): Promise<void> => this.learn(await this.submission.run(() => deleteSubscription(asViewer().request, { channelId: this.channelId })));

  private learn(now: ChannelSubscription | undefined): void {
    if (!now) return;
    this.now = this.known ? { subscribed: now.subscribed, notify: now.notify } : now;
    this.dispatchEvent(new CustomEvent('changed', { detail: now }));
    void this.updateComplete.then(() => this.shadowRoot!.activeElement ?? this.renderRoot.querySelector('button')?.focus());
  }
}
