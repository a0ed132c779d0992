import { LitElement, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../analytics/cohort-table';
import '../analytics/overview';
import { periodChoice } from '../analytics/period-choice';
import { lastDays, periods, type Subject } from '../analytics/question';
import { page, shared } from '../ui/styles';
import { CreatorAccess } from './creator-access';

const metrics = [
  'dailyActiveUsers', 'monthlyActiveUsers', 'watchTime', 'watchTimePerViewer', 'sessionLength', 'uploads', 'uploadedTime', 'failedAssets', 'startupTime', 'startupTimeP95', 'rebufferRatio', 'availability',
];
const subject: Subject = { kind: 'business' };

/** `/business`: how the platform does as a whole, for those who run the installation. */
@customElement('business-page')
export class BusinessPage extends LitElement {
  @state() private days = 28;
  @state() private times = lastDays(28);
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
      <div class="row spread"><h1>Business</h1>${client ? periodChoice(this.days, (days) => ([this.days, this.times] = [days, lastDays(days)])) : ''}</div>
      ${client
        ? html`
            <analytics-overview .client=${client} .subject=${subject} .times=${times} .metrics=${metrics} former="the ${periods[this.days]} before"></analytics-overview>
            <cohort-table .client=${client}></cohort-table>
          `
        : access.gate('The platform’s figures are for those who run it.')}
    `;
  }
}
