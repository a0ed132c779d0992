import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Client } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import { follow } from '../api/sse';
import { isTerminal, statusOf, type ProgressSnapshot } from '../api/types';
import { withQuery } from '../api/urls';
import { percent, questionText } from '../ui/format';
import { shared } from '../ui/styles';
import { stepsOf } from './steps';

/** What is watched: something that was uploaded, or is fetched. */
export interface Watched {
  assetId: string;
  playbackId: string;
  policy: 'public' | 'signed';
  title: string;
  /** The upload that is fetched from the web. */
  importId?: string;
}

/** What becomes of an upload, live: the steps, each rendition, and the links as soon as they lead somewhere. */
@customElement('processing-view')
export class ProcessingView extends LitElement {
  @property({ attribute: false }) record!: Watched;
  @property({ attribute: false }) client!: Client;
  @state() private snapshot?: ProgressSnapshot;
  @state() private token?: string;
  @state() private trouble?: Problem;
  @state() private copied = false;
  private abort = new AbortController();

  static override styles = [
    shared,
    css`
      ol {
        display: grid;
        grid-template-columns: repeat(4, 1fr);
        gap: 10px;
        margin: 0;
        padding: 0;
        list-style: none;
        font-size: 0.875rem;
      }
      li.step {
        padding-top: 10px;
        border-top: 3px solid var(--line);
        color: var(--muted);
      }
      li.done {
        border-color: var(--good);
        color: var(--text);
      }
      li.now {
        border-color: var(--accent);
        color: var(--text);
        font-weight: 600;
      }
      li.failed {
        border-color: var(--bad);
        color: var(--bad);
      }
      .renditions {
        display: grid;
        grid-template-columns: max-content 1fr 4ch;
        align-items: center;
        gap: 10px 14px;
        font-size: 0.9rem;
      }
      .renditions .num:last-child {
        text-align: right;
      }
      pre {
        margin: 0;
        padding: 12px 14px;
        border-radius: 10px;
        background: var(--sunken);
        font: 0.82rem/1.5 var(--mono);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.abort = new AbortController();
    queueMicrotask(() => void this.watch());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.abort.abort();
  }

  override render() {
    const { snapshot, record } = this;
    const failure = snapshot?.failure;
    return html`
      <div class="card stack">
        <div class="row spread"><h2>${record.title}</h2></div>
        <ol>${stepsOf(snapshot).map((step) => html`<li class="step ${step.mark}" aria-current=${step.mark === 'now' ? 'step' : nothing}>${step.text}</li>`)}</ol>
        ${failure ? html`<p class="notice bad" role="alert">${failure.message}</p>` : nothing}
        ${this.trouble ? html`<p class="notice small" role="status">${this.trouble.message}</p>` : nothing}
        ${this.question()} ${failure ? nothing : this.renditions()} ${failure ? nothing : this.links()}
      </div>
    `;
  }

  private question() {
    const question = this.snapshot?.question;
    if (!question) return nothing;
    return html`<div class="notice row spread" role="alert">
      <span>${questionText(question)}</span>
      <span class="row">
        <button class="primary" @click=${() => this.answer((id) => this.client.approveAsset(id))}>Make it</button>
        <button class="quiet" @click=${() => this.answer((id) => this.client.cancelAsset(id))}>Cancel</button>
      </span>
    </div>`;
  }

  private async answer(say: (assetId: string) => Promise<void>): Promise<void> {
    try {
      await say(this.record.assetId);
      this.trouble = undefined;
    } catch (error) {
      this.trouble = asProblem(error);
    }
  }

  private renditions() {
    const list = this.snapshot?.renditions ?? [];
    if (list.length === 0) return nothing;
    return html`<div class="renditions">
      ${list.map(
        ({ name, fraction }) => html`<span>${name}</span>
          <progress max="1" .value=${fraction ?? 0} aria-label=${name}></progress>
          <span class="num muted">${percent(fraction)}</span>`,
      )}
    </div>`;
  }

  private links() {
    const ready = statusOf(this.snapshot?.status) === 'ready';
    const playable = ready || this.snapshot?.playable === true;
    return html`
      <div class="row">
        ${playable ? html`<a class="button primary" href=${this.watchPath}>${ready ? 'Watch' : 'Watch already'}</a>` : nothing}
        <a class="button" href="/runtime/status">Processing timeline</a>
      </div>
      ${ready ? this.embedding() : nothing}
    `;
  }

  private embedding() {
    return html`<div class="stack" style="gap:8px">
      <div class="row spread"><h2>Embed</h2><button class="quiet" @click=${this.copy}>${this.copied ? 'Copied' : 'Copy'}</button></div>
      <pre>${this.snippet}</pre>
    </div>`;
  }

  private get snippet(): string {
    const src = new URL(`/watch/${this.record.playbackId}?embed=1`, location.href);
    return `<iframe src="${src}" width="640" height="360" allow="autoplay; fullscreen; picture-in-picture" style="border:0"></iframe>`;
  }

  private get watchPath(): string {
    const open = this.record.policy === 'public' && statusOf(this.snapshot?.status) === 'ready';
    return withQuery(`/watch/${this.record.playbackId}`, { token: open ? undefined : this.token });
  }

  private async watch(): Promise<void> {
    const { signal } = this.abort;
    try {
      await follow(this.client.eventsPath(this.record.assetId), {
        headers: () => this.client.credentials(),
        signal,
        done: () => isTerminal(this.snapshot?.status),
        onEvent: (event) => {
          if (event.event === 'progress') this.learn(JSON.parse(event.data) as ProgressSnapshot);
        },
        onTrouble: (problem) => (this.trouble = problem),
      });
    } catch (error) {
      this.trouble = asProblem(error);
    }
  }

  private learn(snapshot: ProgressSnapshot): void {
    this.snapshot = snapshot;
    const playable = snapshot.playable === true || statusOf(snapshot.status) === 'ready';
    // Before it is ready, and always where a token is needed, the owner watches with the preview token.
    if (playable && this.token === undefined) void this.fetchToken();
  }

  private async fetchToken(): Promise<void> {
    this.token = '';
    try {
      this.token = (await this.client.asset(this.record.assetId)).previewToken ?? '';
    } catch {
      this.token = undefined;
    }
  }

  private async copy(): Promise<void> {
    await navigator.clipboard?.writeText(this.snippet).catch(() => undefined);
    this.copied = true;
  }
}
