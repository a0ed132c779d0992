import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { getTotp, postTotp, postTotpConfirm, postTotpEnd, type SecondFactor, type TotpEnrolment } from '../api/generated';
import { asSignedIn } from '../session/access';
import '../ui/qr-code';
import { listed, shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** Codes of an authenticator app at sign-in: set up step by step, and taken away. */
@customElement('account-second-factor')
export class AccountSecondFactor extends LitElement {
  @state() private factor?: SecondFactor;
  /** What an app is being given. */
  @state() private enrolment?: TotpEnrolment;
  @state() private recoveryCodes: string[] = [];
  private readonly looking = new Submission(this, 'factor');
  private readonly submission = new Submission(this, 'step', { 'account.password_wrong': 'password', 'auth.second_factor': 'code' });

  static override styles = [
    shared,
    listed,
    css`
      code {
        overflow-wrap: anywhere;
      }
      .enrol {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
        gap: 20px;
        align-items: start;
      }
      ol {
        columns: 260px;
        margin: 0;
        padding-left: 28px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    const { factor } = this;
    return html`
      <h2 id="title" tabindex="-1">Authenticator app ${factor?.active ? html`<span class="badge good">On</span>` : nothing}</h2>
      ${this.looking.trouble()}
      ${this.recoveryCodes.length > 0 ? this.codes() : !factor ? nothing : factor.active ? this.ending(factor) : this.enrolment ? this.confirming(this.enrolment) : this.beginning()}
    `;
  }

  private beginning() {
    return html`
      <p class="muted small">Besides your password, signing in then takes a code of an app on your phone.</p>
      <form class="stack" @submit=${this.begin}>
        ${this.password()} ${this.submission.trouble()}
        <div><button ?disabled=${this.submission.busy}>Set up an app</button></div>
      </form>
    `;
  }

  private confirming({ secret, address }: TotpEnrolment) {
    return html`
      <div class="enrol">
        <qr-code .text=${address} label="QR code for your authenticator app"></qr-code>
        <form class="stack" @submit=${this.confirm}>
          <p>Scan this with your authenticator app. Or type this key into it:</p>
          <code>${secret.match(/.{1,4}/g)?.join(' ')}</code>
          ${this.code('Code that the app shows', '[0-9]{6}')} ${this.submission.trouble()}
          <div class="row">
            <button class="primary" ?disabled=${this.submission.busy}>Turn it on</button>
            <button type="button" @click=${() => (this.enrolment = undefined)}>Cancel</button>
          </div>
        </form>
      </div>
    `;
  }

  private codes() {
    return html`
      <div class="notice stack" role="status">
        <p>From now on signing in takes a code of your app. Should you lose it, each of these signs you in once instead. They are shown this once: keep them now.</p>
        <ol>
          ${this.recoveryCodes.map((code) => html`<li><code>${code}</code></li>`)}
        </ol>
        <div class="row">
          <a class="button" download="recovery-codes.txt" href="data:text/plain,${encodeURIComponent(`${this.recoveryCodes.join('\n')}\n`)}">Save as a file</a>
          <button @click=${() => navigator.clipboard?.writeText(this.recoveryCodes.join('\n')).catch(() => undefined)}>Copy</button>
          <button @click=${this.kept}>I have kept them</button>
        </div>
      </div>
    `;
  }

  private ending({ recoveryCodesLeft: left = 0 }: SecondFactor) {
    return html`
      <p>Signing in takes a code of your app. ${left === 1 ? '1 recovery code is left.' : `${left} recovery codes are left.`}</p>
      <p class="muted small">For new recovery codes, or another phone, remove the app and set it up again.</p>
      <form class="stack" @submit=${this.end}>
        ${this.password()} ${this.code('Code of the app, or a recovery code')} ${this.submission.trouble()}
        <div><button class="danger" ?disabled=${this.submission.busy}>Remove the app</button></div>
      </form>
    `;
  }

  private password() {
    return html`<label
      >Your password<input
        type="password" name="password" required autocomplete="current-password" maxlength="128"
        aria-describedby=${this.submission.id} aria-invalid=${this.submission.invalid('password')}
    /></label>`;
  }

  private code(label: string, pattern?: string) {
    return html`<label
      >${label}<input
        type="text" name="code" required autocomplete="one-time-code" inputmode=${pattern ? 'numeric' : nothing} pattern=${pattern ?? nothing} spellcheck="false" maxlength="64"
        aria-describedby=${this.submission.id} aria-invalid=${this.submission.invalid('code')}
    /></label>`;
  }

  private async load(): Promise<void> {
    const factor = await this.looking.run(() => getTotp(asSignedIn.request));
    if (factor) this.factor = factor;
  }

  private async begin(event: SubmitEvent): Promise<void> {
    const { password } = fieldsOf(event);
    this.enrolment = await this.submission.run(() => postTotp(asSignedIn.request, { body: { password } }));
    if (this.enrolment) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('input[name=code]')?.focus());
    // Another tab may have set it up meanwhile.
    else if (this.submission.problem?.code === 'account.second_factor_there') void this.load();
  }

  private async confirm(event: SubmitEvent): Promise<void> {
    const { code } = fieldsOf(event);
    const made = await this.submission.run(() => postTotpConfirm(asSignedIn.request, { body: { code } }));
    if (!made) return;
    this.enrolment = undefined;
    this.recoveryCodes = made.recoveryCodes;
    this.factor = { active: true, recoveryCodesLeft: made.recoveryCodes.length };
  }

  private kept(): void {
    this.recoveryCodes = [];
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  private async end(event: SubmitEvent): Promise<void> {
    const body = fieldsOf(event);
    const done = await this.submission.run(async () => {
      await postTotpEnd(asSignedIn.request, { body });
      return true;
    });
    if (!done) return;
    this.factor = { active: false };
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }
}

function fieldsOf(event: SubmitEvent): { password?: string; code?: string } {
  event.preventDefault();
  const data = new FormData(event.target as HTMLFormElement);
  return Object.fromEntries([...data].map(([name, value]) => [name, name === 'code' ? String(value).trim() : String(value)]));
}
