import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { UploadJob } from '../upload/upload-job';
import { bytes, eta, percent } from '../ui/format';
import { shared } from '../ui/styles';

/** An upload being sent. Fires `pause`, `resume`, `discard`, `restart`. */
@customElement('upload-progress')
export class UploadProgress extends LitElement {
  @property({ attribute: false }) job!: UploadJob;

  static override styles = [
    shared,
    css`
      .name {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      progress {
        height: 8px;
      }
    `,
  ];

  override render() {
    const { job } = this;
    const fraction = job.size > 0 ? job.sent / job.size : 0;
    return html`
      <div class="card stack">
        <div class="row spread">
          <div class="name">${job.upload.title || job.upload.file.name}</div>
          <div class="num">${percent(fraction)}</div>
        </div>
        <progress max="1" .value=${fraction} aria-label="Upload"></progress>
        <div class="row spread muted small num" aria-live="polite"><span>${this.line()}</span><span>${this.rest()}</span></div>
        ${job.trouble && job.phase === 'sending' ? html`<p class="notice small" role="status">${job.trouble.message} Trying again…</p>` : nothing}
        ${job.phase === 'failed' ? html`<p class="notice bad" role="alert">${job.problem?.message}</p>` : nothing}
        <div class="row">${this.buttons()}</div>
      </div>
    `;
  }

  private line(): string {
    const { job } = this;
    if (job.phase === 'creating') return 'Preparing…';
    const amount = `${bytes(job.sent)} of ${bytes(job.size)}`;
    if (job.phase === 'paused') return `Paused · ${amount}`;
    const { speed } = job.meter;
    return job.phase === 'sending' && speed !== undefined ? `${amount} · ${bytes(speed)}/s` : amount;
  }

  private rest(): string {
    const { job } = this;
    const left = job.phase === 'sending' ? eta(job.meter.remaining(job.size)) : '';
    return left && `${left} left`;
  }

  private buttons() {
    const { job } = this;
    const button = (text: string, type: string, look = '') =>
      html`<button class=${look} @click=${() => this.dispatchEvent(new CustomEvent(type))}>${text}</button>`;
    const gone = job.problem?.status === 410;
    return html`
      ${job.phase === 'sending' ? button('Pause', 'pause') : nothing}
      ${job.phase === 'paused' ? button('Resume', 'resume', 'primary') : nothing}
      ${job.phase === 'failed' ? (gone ? button('Start again', 'restart', 'primary') : button('Try again', 'resume', 'primary')) : nothing}
      ${job.phase === 'creating' ? nothing : button('Discard', 'discard', 'quiet')}
    `;
  }
}
