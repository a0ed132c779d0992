import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Client } from '../api/client';
import { shared } from '../ui/styles';
import { Asking } from './asking';
import { figureText } from './figures';
import { ask, type Breakdown, type Question, type Subject, type Times } from './question';
import './save-csv';
import { panel } from './styles';
import { breakdowns, labelText, metricWords } from './words';

const metrics = ['views', 'watchTime', 'averageViewDuration', 'completionRate', 'rebufferRatio'];
const shown = 25;

/** A period's figures by country, device, player, network or where viewers came from. */
@customElement('breakdown-table')
export class BreakdownTable extends LitElement {
  @property({ attribute: false }) client?: Client;
  @property({ attribute: false }) subject?: Subject;
  @property({ attribute: false }) times?: Times;
  @state() private by: Breakdown = 'country';
  private readonly asking = new Asking(this);

  static override styles = [
    shared,
    panel,
    css`
      th .bar {
        display: block;
        height: 3px;
        margin-top: 3px;
        border-radius: 2px;
        background: var(--accent);
      }
    `,
  ];

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('subject') || changed.has('by')) this.asking.forget();
    if (this.client && this.subject && this.times && ['client', 'subject', 'times', 'by'].some((name) => changed.has(name)))
      void this.asking.ask((signal) => ask(this.client!.request, this.subject!, this.question, signal));
  }

  override render() {
    return html`
      <div class="row spread">
        <h2>Views by</h2>
        <div class="row">
          <label
            ><span class="spoken">Views by</span
            ><select @change=${(event: Event) => (this.by = (event.target as HTMLSelectElement).value as Breakdown)}>
              ${Object.entries(breakdowns).map(([by, text]) => html`<option value=${by} ?selected=${by === this.by}>${text}</option>`)}
            </select></label
          >${this.times ? html`<save-csv name="analytics-by-${this.by}" what="the table" .client=${this.client} .subject=${this.subject} .question=${this.question}></save-csv>` : nothing}
        </div>
      </div>
      ${this.asking.trouble()} ${this.table()}
    `;
  }

  private table() {
    const { answer } = this.asking;
    if (!answer) return nothing;
    const { rows, metrics: told } = answer;
    if (rows.length === 0) return html`<p class="muted">Nobody watched in this time.</p>`;
    const most = Math.max(1, ...rows.map(({ values }) => values['views'] ?? 0));
    return html`
      <div class="wide" tabindex="0" role="region" aria-label="Views by ${breakdowns[this.by].toLowerCase()}">
        <table>
          <thead><tr><th scope="col">${breakdowns[this.by]}</th>${told.map(({ name }) => html`<th scope="col">${metricWords[name] ?? name}</th>`)}</tr></thead>
          <tbody>
            ${rows.slice(0, shown).map(
              ({ label, values }) => html`<tr data-label=${label}>
                <th scope="row">${labelText(this.by, label)}<span class="bar" style="width:${((values['views'] ?? 0) / most) * 100}%"></span></th>
                ${told.map(({ name, unit }) => html`<td>${values[name] === undefined ? '–' : html`<data value=${values[name]}>${figureText(values[name], unit)}</data>`}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${rows.length > shown ? html`<p class="muted small">And ${rows.length - shown} more, all of which are in the CSV file.</p>` : nothing}
    `;
  }

  private get question(): Question {
    return { ...this.times!, metrics, by: this.by };
  }
}
