import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';
import type { Comment } from '../api/generated';

/** Most characters of a comment. */
const longest = 10_000;

/** Where one writes a comment, a reply or another text. Fires `said` with the comment, and `leave`. */
@customElement('comment-form')
export class CommentForm extends LitElement {
  @property() label = 'Your comment';
  @property() action = 'Comment';
  @property() text = '';
  @property({ type: Boolean }) cancellable = false;
  /** Sends it. */
  @property({ attribute: false }) say!: (text: string) => Promise<Comment>;
  private readonly submission = new Submission(this, 'comment', { 'comment.text_invalid': 'text' });

  static override styles = [shared];

  override render() {
    const { submission } = this;
    return html`<form class="stack" @submit=${this.submit}>
      <label
        >${this.label}<textarea
          name="text" rows="2" dir="auto" required maxlength=${longest} .value=${this.text}
          aria-describedby=${submission.id} aria-invalid=${submission.invalid('text')}
        ></textarea
      ></label>
      ${submission.trouble()}
      <div class="row">
        <button class="primary" ?disabled=${submission.busy}>${this.action}</button>
        ${this.cancellable ? html`<button type="button" class="quiet" @click=${() => this.dispatchEvent(new CustomEvent('leave'))}>Cancel</button>` : nothing}
      </div>
    </form>`;
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('textarea')?.focus());
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const text = String(new FormData(form).get('text')).trim();
    if (text === '') return;
    const comment = await this.submission.run(() => this.say(text));
    if (!comment) return;
    form.reset();
    this.dispatchEvent(new CustomEvent('said', { detail: comment }));
  }
}
