import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { asProblem, type Problem } from '../api/problem';

type Host = ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement };

/**
 * Something a form, or a button, asks of the platform: at most once at a time, and what goes wrong is said in one
 * sentence. The sentence is announced, described by the field that it is about, and the focus goes to that field.
 */
export class Submission implements ReactiveController {
  busy = false;
  problem?: Problem;

  /**
   * @param name Tells several of an element apart.
   * @param fields Names of fields by the beginning of codes that are about them.
   */
  constructor(
    private readonly host: Host,
    private readonly name = 'form',
    private readonly fields: Record<string, string> = {},
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** What `work` gives; undefined when it failed, and while another is under way. */
  async run<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined;
    this.set(true);
    try {
      const result = await work();
      this.set(false);
      return result;
    } catch (error) {
      this.set(false, asProblem(error));
      await this.host.updateComplete;
      const field = this.host.renderRoot.querySelector<HTMLElement>(`[aria-describedby~="${this.id}"][aria-invalid="true"]`);
      (field ?? this.host.renderRoot.querySelector<HTMLElement>(`#${this.id}`))?.focus();
      return undefined;
    }
  }

  /** The id of the sentence, for `aria-describedby`. */
  get id(): string {
    return `${this.name}-trouble`;
  }

  /** For `aria-invalid`. */
  invalid(field: string): 'true' | 'false' {
    return this.field === field ? 'true' : 'false';
  }

  trouble() {
    return this.problem ? html`<p class="notice bad" id=${this.id} role="alert" tabindex="-1">${this.problem.message}</p>` : nothing;
  }

  private get field(): string | undefined {
    const code = this.problem?.code ?? '';
    return Object.entries(this.fields).find(([begin]) => code.startsWith(begin))?.[1];
  }

  private set(busy: boolean, problem?: Problem): void {
    this.busy = busy;
    this.problem = problem;
    this.host.requestUpdate();
  }
}
