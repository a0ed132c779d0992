import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { getDigest, putDigest } from '../api/generated';
import { asViewer } from '../session/access';
import { shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** Whether one gets a letter a day of what is new. Kept at once. */
@customElement('digest-choice')
export class DigestChoice extends LitElement {
  @state() private wanted?: boolean;
  private readonly submission = new Submission(this, 'digest');

  static override styles = [shared];

  override connectedCallback(): void {
    super.connectedCallback();
    void getDigest(asViewer().request).then(({ wanted }) => (this.wanted = wanted), () => undefined);
  }

  override render() {
    if (this.wanted === undefined) return nothing;
    return html`<fieldset ?disabled=${this.submission.busy}>
      <legend class="spoken">By e-mail</legend>
      <h2 aria-hidden="true">By e-mail</h2>
      <label class="check"><input type="checkbox" name="digest" .checked=${live(this.wanted)} @change=${this.choose} />A letter a day of new videos and replies, when there are any</label>
      ${this.submission.trouble()}
    </fieldset>`;
  }

  private choose = async (event: Event): Promise<void> => {
    const before = this.wanted;
    this.wanted = (event.target as HTMLInputElement).checked;
    const kept = await this.submission.run(() => putDigest(asViewer().request, { body: { wanted: this.wanted! } }));
    this.wanted = kept ? kept.wanted : before;
  };
}
