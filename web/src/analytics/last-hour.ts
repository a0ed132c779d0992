import { LitElement, css, html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Client } from '../api/client';
import { shared } from '../ui/styles';
import { Asking } from './asking';
import { ask, lastHour, type Subject } from './question';
import { pointsOf } from './series';
import './series-chart';
import { WhileVisible } from './while-visible';

const everyMilliseconds = 20_000;

/** Viewers in each of the last 60 minutes, asked for again while the page is looked at. */
@customElement('last-hour')
export class LastHour extends LitElement {
  @property({ attribute: false }) client?: Client;
  @property({ attribute: false }) subject?: Subject;
  private readonly asking = new Asking(this);

  static override styles = [
    shared,
    css`
      :host {
        min-width: 0;
      }
    `,
  ];

  constructor() {
    super();
    new WhileVisible(this, () => this.load(), everyMilliseconds);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('subject')) this.asking.forget();
    if (changed.has('client') || changed.has('subject')) this.load();
  }

  override render() {
    const { answer } = this.asking;
    return html`${this.asking.trouble()}
    ${answer ? html`<series-chart heading="Viewers in the last 60 minutes" axis="Minute" kind="bars" unit=${this.asking.unit('viewersPresent')} .points=${pointsOf(answer, 'viewersPresent')}></series-chart>` : ''}`;
  }

  private load(): void {
    const { client, subject } = this;
    if (client && subject) void this.asking.ask((signal) => ask(client.request, subject, { ...lastHour(), metrics: ['viewersPresent'], grain: 'minute' }, signal));
  }
}
