import { html } from 'lit';
import { periods } from './question';

/** A choice of the last days. */
export const periodChoice = (days: number, choose: (days: number) => void) => html`<label
  ><span class="spoken">Period</span
  ><select style="width:auto" @change=${(event: Event) => choose(Number((event.target as HTMLSelectElement).value))}>
    ${Object.entries(periods).map(([value, text]) => html`<option value=${value} ?selected=${Number(value) === days}>Last ${text}</option>`)}
  </select></label
>`;
