import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Analytics } from '../api/generated';
import { asProblem, type Problem } from '../api/problem';

/** What the platform answers an element: to its newest question alone, the answer before staying until then. */
export class Asking implements ReactiveController {
  answer?: Analytics;
  problem?: Problem;
  private asked?: AbortController;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  async ask(work: (signal: AbortSignal) => Promise<Analytics>): Promise<void> {
    this.asked?.abort();
    const { signal } = (this.asked = new AbortController());
    try {
      const answer = await work(signal);
      if (signal.aborted) return;
      this.answer = answer;
      this.problem = undefined;
    } catch (error) {
      if (signal.aborted) return;
      this.problem = asProblem(error);
    }
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.asked?.abort();
  }

  /** Something else is asked about: what was answered is of no use. */
  forget(): void {
    this.asked?.abort();
    this.answer = this.problem = undefined;
  }

  /** The metrics' units by their names. */
  unit(metric: string): string {
    return this.answer?.metrics.find(({ name }) => name === metric)?.unit ?? '';
  }

  trouble() {
    if (this.problem) return html`<p class="notice bad" role="alert">${this.problem.message}</p>`;
    return this.answer ? nothing : html`<p class="muted">Loading…</p>`;
  }
}
