import { LitElement, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../analytics/heat-map';
import '../analytics/last-hour';
import '../analytics/overview';
import { periodChoice } from '../analytics/period-choice';
import { lastDays, periods, type Subject } from '../analytics/question';
import { page, shared } from '../ui/styles';
import { CreatorAccess } from './creator-access';

const metrics = ['views', 'uniqueViewers', 'watchTime', 'startupTimeP95', 'rebufferRatio', 'startFailures', 'playbackFailures', 'experienceScore'];
const subject: Subject = { kind: 'platform' };

/** `/platform`: how all videos are watched, and how well that goes, for those who run the installation. */
@customElement('platform-page')
export class PlatformPage extends LitElement {
  @state() private days = 7;
  @state() private times = lastDays(7);
  private readonly access: CreatorAccess = new CreatorAccess(this);

  static override styles = [
    shared,
    page,
    css`
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
    `,
  ];

  override render() {
    const { access, times } = this;
    const { client } = access;
    return html`
      <div class="row spread"><h1>Platform</h1>${client ? periodChoice(this.days, (days) => ([this.days, this.times] = [days, lastDays(days)])) : ''}</div>
      ${client
        ? html`
            <p class="row"><a href="/business">Business figures</a> <a href="/poor-sessions">Poor sessions</a></p>
            <analytics-overview .client=${client} .subject=${subject} .times=${times} .metrics=${metrics} former="the ${periods[this.days]} before"></analytics-overview>
            <last-hour .client=${client} .subject=${subject}></last-hour>
            <heat-map by="country" .client=${client} .subject=${subject} .times=${times}></heat-map>
            <heat-map by="cdn" open .client=${client} .subject=${subject} .times=${times}></heat-map>
          `
        : access.gate('The platform’s figures are for those who run it.')}
    `;
  }
}
