import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Client } from '../api/client';
import { getCohorts, type Cohort, type ReturnRate } from '../api/generated';
import { asProblem, type Problem } from '../api/problem';
import { shared } from '../ui/styles';
import { figureText, shareText } from './figures';
import { panel } from './styles';

const columns = [['day1', 'A day later'], ['day7', 'A week later'], ['day30', 'Thirty days later']] as const;

/** How many of each day's viewers came back. */
@customElement('cohort-table')
export class CohortTable extends LitElement {
  @property({ attribute: false }) client?: Client;
  @state() private days?: Cohort[];
  @state() private problem?: Problem;

  static override styles = [
    shared,
    panel,
    css`
      td {
        border-left: 2px solid var(--surface);
      }
      .wide {
        max-height: 420px;
        overflow-y: auto;
      }
      .margin {
        margin-left: 6px;
        font-size: 0.8rem;
      }
    `,
  ];

  override willUpdate(changed: PropertyValues): void {
    if (this.client && changed.has('client')) void this.load();
  }

  override render() {
    if (this.problem) return html`<p class="notice bad" role="alert">${this.problem.message}</p>`;
    if (!this.days) return html`<p class="muted">Loading…</p>`;
    return html`
      <h2>Viewers who came back</h2>
      <div class="wide" tabindex="0" role="region" aria-label="Viewers who came back, by day">
        <table>
          <thead><tr><th scope="col">Day</th><th scope="col">Viewers</th><th scope="col">Known again</th>${columns.map(([, text]) => html`<th scope="col">${text}</th>`)}</tr></thead>
          <tbody>${[...this.days].reverse().map((cohort) => this.row(cohort))}</tbody>
        </table>
      </div>
      <p class="muted small">
        Of those who can be known again another day: who have an account, or agreed to be remembered. Others count anew each day and are in no share. With ± a share is of a sample of viewers, and in 95 of 100
        cases off by no more.
      </p>
    `;
  }

  private row({ day, viewers, known, ...later }: Cohort) {
    return html`<tr>
      <th scope="row">${new Date(day).toLocaleDateString(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' })}</th>
      <td><data value=${viewers}>${figureText(viewers, 'viewers')}</data></td>
      <td><data value=${known}>${figureText(known, 'viewers')}</data></td>
      ${columns.map(([name]) => this.cell(later[name]))}
    </tr>`;
  }

  private cell(rate: ReturnRate | undefined) {
    if (!rate) return html`<td>–</td>`;
    return html`<td style="background: color-mix(in srgb, var(--accent) ${Math.round(rate.share * 40)}%, var(--surface))"
      ><data value=${rate.share}>${shareText(rate.share)}</data>${rate.margin > 0 ? html`<span class="margin">± ${(rate.margin * 100).toFixed(1)}</span>` : nothing}</td
    >`;
  }

  private async load(): Promise<void> {
    try {
      this.days = (await getCohorts(this.client!.request, {})).days;
    } catch (error) {
      this.problem = asProblem(error);
    }
  }
}
