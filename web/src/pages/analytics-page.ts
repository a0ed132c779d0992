import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../analytics/breakdown-table';
import { retentionShares } from '../analytics/figures';
import '../analytics/last-hour';
import '../analytics/overview';
import { periodChoice } from '../analytics/period-choice';
import { lastDays, periods, type Subject } from '../analytics/question';
import { retentionPoints } from '../analytics/series';
import '../analytics/series-chart';
import { getOneAsset, getOneChannel, type Analytics, type Asset } from '../api/generated';
import type { StreamPlayer } from '../player/stream-player';
import { session } from '../session/access';
import { page, shared } from '../ui/styles';
import { CreatorAccess } from './creator-access';

const metrics = ['views', 'uniqueViewers', 'watchTime', 'averageViewDuration', 'completionRate', 'startupTimeP95', 'rebufferRatio', 'experienceScore'];

/** `/videos/{id}/analytics` and `/channels/{id}/analytics`: how a video, or a channel's videos, are watched. */
@customElement('analytics-page')
export class AnalyticsPage extends LitElement {
  @property() kind: 'video' | 'channel' = 'video';
  @property({ attribute: 'subject-id' }) subjectId = '';
  @state() private days = 28;
  @state() private times = lastDays(28);
  @state() private subject?: Subject;
  @state() private name = '';
  @state() private asset?: Asset;
  @state() private answer?: Analytics;
  @query('stream-player') private player?: StreamPlayer;
  private readonly access: CreatorAccess = new CreatorAccess(this, () => void this.learn());

  static override styles = [
    shared,
    page,
    css`
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
      stream-player {
        width: min(100%, 640px);
        border-radius: var(--radius);
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('subjectId') && !changed.has('kind')) return;
    this.subject = { kind: this.kind, id: this.subjectId };
    this.name = '';
    this.asset = this.answer = undefined;
    if (this.hasUpdated) void this.learn();
  }

  override render() {
    const { access, subject, times } = this;
    const { client } = access;
    const back = this.kind === 'video' ? `/videos/${this.subjectId}` : `/channels/${this.subjectId}`;
    return html`
      <div class="row spread">
        <div><h1>${this.name || 'Analytics'}</h1>${this.name ? html`<a class="small" href=${back}>Edit the ${this.kind}</a>` : nothing}</div>
        ${client ? periodChoice(this.days, (days) => ([this.days, this.times] = [days, lastDays(days)])) : nothing}
      </div>
      ${client
        ? html`
            <analytics-overview .client=${client} .subject=${subject} .times=${times} .metrics=${metricsAnd} former="the ${periods[this.days]} before" @answered=${(event: CustomEvent<Analytics>) => (this.answer = event.detail)}></analytics-overview>
            ${this.retention()}
            <last-hour .client=${client} .subject=${subject}></last-hour>
            <breakdown-table .client=${client} .subject=${subject} .times=${times}></breakdown-table>
          `
        : access.gate('How a video is watched is its owner’s to see.')}
    `;
  }

  /** Under the player, which goes to where one points; nobody's watching is told of it. */
  private retention() {
    const { asset, answer } = this;
    const shares = answer ? retentionShares(answer.retention, answer.totals['plays']) : [];
    if (this.kind !== 'video' || shares.length === 0) return nothing;
    const playbackId = asset?.playable ? asset.playbackIds[0]?.id : undefined;
    return html`
      ${playbackId ? html`<stream-player playback-id=${playbackId} token=${asset?.previewToken ?? ''} .access=${session} consent="none"></stream-player>` : nothing}
      <series-chart
        heading="Watched, of all plays" axis="Place in the video" unit="share" .points=${retentionPoints(shares, asset?.durationSeconds)}
        @chosen=${(event: CustomEvent<number>) => this.go(event.detail / shares.length)}
      ></series-chart>
    `;
  }

  private go(share: number): void {
    const video = this.player?.video;
    if (video && this.asset?.durationSeconds) video.currentTime = share * this.asset.durationSeconds;
  }

  /** What it is that figures are of; they are shown without it too. */
  private async learn(): Promise<void> {
    const { client } = this.access;
    const id = this.subjectId;
    if (!client || !id) return;
    if (this.kind === 'channel') {
      const channel = await getOneChannel(client.request, { channelId: id }).catch(() => undefined);
      if (id === this.subjectId) this.name = channel?.name ?? '';
      return;
    }
    const asset = await getOneAsset(client.request, { assetId: id }).catch(() => undefined);
    if (id !== this.subjectId || !asset) return;
    this.name = asset.title || 'Untitled';
    this.asset = asset;
    if (asset.playable) void import('../player/stream-player');
  }
}

/** Plays are what a retention is a share of. */
const metricsAnd = [...metrics, 'plays'];
