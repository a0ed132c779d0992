import { LitElement, css, html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Client } from '../api/client';
import { shared } from '../ui/styles';
import type { Subject } from './question';
import { minutePoints } from './series';
import './series-chart';
import { ViewersLine } from './viewers-line';

/** Who watches now, and viewers in each of the last 60 minutes, as they come and go. */
@customElement('last-hour')
export class LastHour extends LitElement {
  @property({ attribute: false }) client?: Client;
  @property({ attribute: false }) subject?: Subject;
  private readonly line = new ViewersLine(this);

  static override styles = [
    shared,
    css`
      :host {
        min-width: 0;
      }
      .now {
        margin: 0;
        color: var(--muted);
      }
      .now data {
        color: var(--text);
        font-size: 1.25rem;
        font-weight: 620;
      }
    `,
  ];

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('client') || changed.has('subject')) this.line.of(this.client, this.subject);
  }

  override render() {
    const { viewers, problem } = this.line;
    if (!viewers) return problem ? html`<p class="notice bad" role="alert">${problem.message}</p>` : html`<p class="muted">Loading…</p>`;
    return html`<series-chart heading="Viewers in the last 60 minutes" axis="Minute" kind="bars" unit="session minutes" .points=${minutePoints(viewers)}>
      <p slot="choice" class="now num"><data value=${viewers.now}>${viewers.now.toLocaleString()}</data> now</p>
    </series-chart>`;
  }
}
