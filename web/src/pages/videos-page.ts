import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Client } from '../api/client';
import { Problem, asProblem } from '../api/problem';
import { isTerminal, statusOf, type Asset } from '../api/types';
import { shared } from '../ui/styles';
import { CreatorAccess } from './creator-access';
import './bulk-bar';
import './video-card';

/** How often unfinished videos are looked at again, milliseconds. */
const pace = 4000;

/** `/videos`: the creator's videos, newest first. */
@customElement('videos-page')
export class VideosPage extends LitElement {
  private readonly access = new CreatorAccess(this, () => this.changed());
  @state() private assets?: Asset[];
  @state() private cursor?: string;
  @state() private trashed = false;
  /** Ids of those that are marked, to do one thing to all of them. */
  @state() private marked: ReadonlySet<string> = new Set();
  @state() private problem?: Problem;
  private timer?: ReturnType<typeof setTimeout>;

  static override styles = [
    shared,
    css`
      .head {
        margin: 28px 0 22px;
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(270px, 1fr));
        gap: 22px;
      }
      .empty {
        padding: 64px 20px;
        text-align: center;
        border: 1px dashed var(--line);
        border-radius: var(--radius);
        justify-items: center;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override render() {
    return html`
      <div class="row spread head">
        <h1>${this.trashed ? 'Trash' : 'My videos'}</h1>
        <div class="row">
          ${this.access.client ? html`<button class="quiet" @click=${this.turn}>${this.trashed ? 'My videos' : 'Trash'}</button>` : nothing}
          ${this.access.withKey ? html`<button class="quiet" @click=${() => this.access.forget()}>Forget key</button>` : nothing}
          <a class="button primary" href="/upload">Upload a video</a>
        </div>
      </div>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem.message}</p>` : nothing}
      ${this.access.client ? this.list() : this.access.gate('Your videos are shown to you alone.')}
    `;
  }

  private list() {
    if (!this.assets) return this.problem ? nothing : html`<p class="muted">Loading…</p>`;
    if (this.assets.length === 0 && this.trashed) return html`<div class="stack empty"><h2>The trash is empty</h2></div>`;
    if (this.assets.length === 0) {
      return html`<div class="stack empty">
        <h2>No videos yet</h2>
        <p class="muted">Upload one: it plays within seconds, long before every quality is made.</p>
        <a class="button primary" href="/upload">Upload a video</a>
      </div>`;
    }
    return html`
      <bulk-bar
        .ids=${[...this.marked]} .all=${this.assets.map((asset) => asset.id)} .client=${this.client} ?trashed=${this.trashed}
        @marked=${(event: CustomEvent<string[]>) => (this.marked = new Set(event.detail))} @changed=${() => this.load()}
      ></bulk-bar>
      <div class="grid" @changed=${() => this.load()}>
        ${this.assets.map(
          (asset) => html`<video-card
            .asset=${asset} .client=${this.client} ?marked=${this.marked.has(asset.id)} @mark=${() => this.mark(asset.id)}
          ></video-card>`,
        )}
      </div>
      ${this.cursor ? html`<p class="row" style="margin-top:22px"><button @click=${this.more}>Show more</button></p>` : nothing}
    `;
  }

  private get client(): Client {
    return this.access.client!;
  }

  private mark(id: string): void {
    const marked = new Set(this.marked);
    if (!marked.delete(id)) marked.add(id);
    this.marked = marked;
  }

  /** From the videos to the trash, and back. */
  private turn(): void {
    this.trashed = !this.trashed;
    this.marked = new Set();
    this.assets = this.cursor = undefined;
    void this.load();
  }

  private changed(): void {
    clearTimeout(this.timer);
    this.assets = undefined;
    if (this.access.client) void this.load();
  }

  private async load(): Promise<void> {
    clearTimeout(this.timer);
    try {
      const page = await this.client.assets(undefined, this.trashed);
      this.assets = page.items.filter((asset) => statusOf(asset.status) !== 'deleted');
      this.cursor = page.cursor;
      this.problem = undefined;
    } catch (error) {
      this.problem = asProblem(error);
      if (this.problem.status === 401) return this.access.refused();
    }
    const moving = this.assets?.some((asset) => !isTerminal(asset.status) || statusOf(asset.status) === 'deleting');
    if (this.isConnected && (moving || this.problem?.transient)) this.timer = setTimeout(() => void this.load(), pace);
  }

  private async more(): Promise<void> {
    try {
      const page = await this.client.assets(this.cursor, this.trashed);
      this.assets = [...(this.assets ?? []), ...page.items];
      this.cursor = page.cursor;
    } catch (error) {
      this.problem = asProblem(error);
    }
  }
}
