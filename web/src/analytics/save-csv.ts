import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Client } from '../api/client';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import { ask, type Question, type Subject } from './question';
import { save } from './save';

/** Saves what a question is answered as the platform's own CSV file. */
@customElement('save-csv')
export class SaveCsv extends LitElement {
  @property({ attribute: false }) client?: Client;
  @property({ attribute: false }) subject?: Subject;
  @property({ attribute: false }) question?: Question;
  /** Of the file, without its ending. */
  @property() name = 'analytics';
  /** What is saved. */
  @property() what = '';
  private readonly submission = new Submission(this, 'csv');

  static override styles = shared;

  override render() {
    const { submission } = this;
    return html`<button class="quiet" aria-label="Save ${this.what} as CSV" ?disabled=${submission.busy} @click=${this.keep}>Save as CSV</button>${submission.problem ? submission.trouble() : nothing}`;
  }

  private async keep(): Promise<void> {
    const { client, subject, question, name } = this;
    const file = await this.submission.run(() => client!.file((send) => ask(send, subject!, question!, undefined, 'csv')));
    if (file) save(`${name}.csv`, file);
  }
}
