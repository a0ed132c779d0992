import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Client } from '../api/client';
import { shared } from '../ui/styles';
import { Asking } from './asking';
import { figureText } from './figures';
import { heatColumns, heatLevels, heatMetrics, levelOf } from './heat';
import { ask, type Breakdown, type Subject, type Times } from './question';
import { panel } from './styles';
import { breakdowns, labelText } from './words';

const shown = 15;

/** What a map can be by. */
const choices: readonly Breakdown[] = ['country', 'cdn', 'player', 'device'];

/** How playbacks went for their viewers, by country, what delivered them or what played them: what is bad stands out. */
@customElement('heat-map')
export class HeatMap extends LitElement {
  @property({ attribute: false }) client?: Client;
  @property({ attribute: false }) subject?: Subject;
  @property({ attribute: false }) times?: Times;
  @property() by: Breakdown = 'country';
  /** One can choose what it is by. */
  @property({ type: Boolean }) open = false;
  private readonly asking = new Asking(this);

  static override styles = [
    shared,
    panel,
    css`
      td,
      .legend span {
        border: 2px solid var(--surface);
        border-radius: 6px;
      }
      .legend {
        gap: 4px;
      }
      .legend span {
        padding: 2px 10px;
      }
      .good {
        background: color-mix(in srgb, var(--good) 30%, var(--surface));
      }
      .fair {
        background: color-mix(in srgb, var(--good) 13%, var(--surface));
      }
      .middling {
        background: color-mix(in srgb, var(--warn) 20%, var(--surface));
      }
      .poor {
        background: color-mix(in srgb, var(--bad) 18%, var(--surface));
      }
      .bad {
        background: color-mix(in srgb, var(--bad) 38%, var(--surface));
      }
    `,
  ];

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('by')) this.asking.forget();
    if (this.client && this.subject && this.times && ['client', 'subject', 'times', 'by'].some((name) => changed.has(name)))
      void this.asking.ask((signal) => ask(this.client!.request, this.subject!, { ...this.times!, metrics: heatMetrics, by: this.by }, signal));
  }

  override render() {
    const heading = `Experience by ${breakdowns[this.by].toLowerCase()}`;
    const { answer } = this.asking;
    return html`
      <div class="row spread">
        <h2>${heading}</h2>
        ${this.open
          ? html`<label
              ><span class="spoken">Experience by</span
              ><select @change=${(event: Event) => (this.by = (event.target as HTMLSelectElement).value as Breakdown)}>
                ${choices.map((by) => html`<option value=${by} ?selected=${by === this.by}>${breakdowns[by]}</option>`)}
              </select></label
            >`
          : nothing}
        <div class="row small legend" aria-hidden="true">${heatLevels.map((level) => html`<span class=${level}>${level}</span>`)}</div>
      </div>
      ${this.asking.trouble()}
      ${answer?.rows.length === 0 ? html`<p class="muted">Nobody watched in this time.</p>` : nothing}
      ${answer && answer.rows.length > 0
        ? html`<div class="wide" tabindex="0" role="region" aria-label=${heading}>
              <table>
                <thead><tr><th scope="col">${breakdowns[this.by]}</th>${heatColumns.map(({ text }) => html`<th scope="col">${text}</th>`)}</tr></thead>
                <tbody>
                  ${answer.rows.slice(0, shown).map(({ label, values }) => html`<tr data-label=${label}><th scope="row">${labelText(this.by, label)}</th>${heatColumns.map((column) => this.cell(column, values))}</tr>`)}
                </tbody>
              </table>
            </div>
            ${answer.rows.length > shown ? html`<p class="muted small">The ${shown} with the most attempts of ${answer.rows.length}.</p>` : nothing}`
        : nothing}
    `;
  }

  private cell(column: (typeof heatColumns)[number], values: Record<string, number>) {
    const value = column.of(values);
    const level = levelOf(column, value);
    return html`<td class=${level ?? ''}>${value === undefined ? '–' : html`<data value=${value}>${figureText(value, column.unit)}</data>`}${level ? html`<span class="spoken">, ${level}</span>` : nothing}</td>`;
  }
}
