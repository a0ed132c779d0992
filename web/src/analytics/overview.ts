import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Client } from '../api/client';
import type { Analytics } from '../api/generated';
import { shared } from '../ui/styles';
import { Asking } from './asking';
import { changeOf, figureText } from './figures';
import { ask, type Question, type Subject, type Times } from './question';
import './save-csv';
import './series-chart';
import { pointsOf } from './series';
import { fewerIsBetter, metricWords } from './words';

/** The figures of a period, how each is to the period before, and the course of one of them. Tells `answered`. */
@customElement('analytics-overview')
export class AnalyticsOverview extends LitElement {
  @property({ attribute: false }) client?: Client;
  @property({ attribute: false }) subject?: Subject;
  @property({ attribute: false }) times?: Times;
  @property({ attribute: false }) metrics: readonly string[] = [];
  /** What the time before is called. */
  @property() former = '';
  @state() private metric = '';
  private readonly asking = new Asking(this);

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
        min-width: 0;
      }
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(165px, 44%), 1fr));
        gap: 12px;
        margin: 0;
      }
      dl > div {
        display: grid;
        gap: 2px;
        align-content: start;
        padding: 14px 16px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      dt {
        color: var(--muted);
        font-size: 0.875rem;
      }
      dd {
        margin: 0;
      }
      .figure {
        font-size: 1.45rem;
        font-weight: 620;
        letter-spacing: -0.02em;
      }
      .better {
        color: var(--good);
      }
      .worse {
        color: var(--bad);
      }
      select {
        width: auto;
      }
      .meanings dt {
        font-weight: 600;
      }
      .meanings {
        display: block;
      }
      .meanings > div {
        padding: 6px 0;
        border: 0;
        background: none;
      }
      summary {
        width: fit-content;
        cursor: pointer;
      }
    `,
  ];

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('metrics')) this.metric = this.metrics[0] ?? '';
    if (changed.has('subject')) this.asking.forget();
    if (this.client && this.subject && this.times && ['client', 'subject', 'times'].some((name) => changed.has(name))) void this.load();
  }

  override render() {
    const { answer } = this.asking;
    return html`
      ${this.asking.trouble()}
      ${answer
        ? html`
            <dl>${answer.metrics.map(({ name, unit }) => this.tile(answer, name, unit))}</dl>
            <p class="muted small">Changes are against ${this.former}. The last ${answer.grain} is not over yet.</p>
            <series-chart heading=${metricWords[this.metric] ?? this.metric} unit=${this.asking.unit(this.metric)} .points=${pointsOf(answer, this.metric)}>
              <label slot="choice"
                ><span class="spoken">Figure in the chart</span
                ><select @change=${(event: Event) => (this.metric = (event.target as HTMLSelectElement).value)}>
                  ${this.metrics.map((name) => html`<option value=${name} ?selected=${name === this.metric}>${metricWords[name] ?? name}</option>`)}
                </select></label
              ><save-csv slot="choice" what="the figures" .client=${this.client} .subject=${this.subject} .question=${this.question}></save-csv>
            </series-chart>
            <details class="small">
              <summary class="muted">What these figures mean</summary>
              <dl class="meanings">${answer.metrics.map(({ name, meaning }) => html`<div><dt>${metricWords[name] ?? name}</dt><dd>${meaning}</dd></div>`)}</dl>
            </details>
          `
        : nothing}
    `;
  }

  private tile({ totals, previous }: Analytics, name: string, unit: string) {
    const value = totals[name];
    const change = changeOf(value, previous?.[name], fewerIsBetter.has(name));
    return html`<div>
      <dt>${metricWords[name] ?? name}</dt>
      <dd class="figure num">${value === undefined ? '–' : html`<data value=${value}>${figureText(value, unit)}</data>`}</dd>
      <dd class="small num ${change?.better === undefined ? 'muted' : change.better ? 'better' : 'worse'}">${change?.text ?? nothing}</dd>
    </div>`;
  }

  private get question(): Question {
    return { ...this.times!, metrics: this.metrics };
  }

  private async load(): Promise<void> {
    await this.asking.ask((signal) => ask(this.client!.request, this.subject!, { ...this.question, compare: true }, signal));
    if (this.asking.answer) this.dispatchEvent(new CustomEvent<Analytics>('answered', { detail: this.asking.answer }));
  }
}
