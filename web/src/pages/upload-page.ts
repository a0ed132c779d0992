import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Client } from '../api/client';
import { asProblem } from '../api/problem';
import type { Upload } from '../api/generated';
import type { Policy } from '../api/types';
import { UploadStore, sameFile, type UploadRecord } from '../upload/store';
import { UploadJob, type NewUpload } from '../upload/upload-job';
import { bytes } from '../ui/format';
import { shared } from '../ui/styles';
import { chooseFile, reopen } from './file-choice';
import { CreatorAccess } from './creator-access';
import './drop-zone';
import './import-form';
import './import-progress';
import './processing-view';
import type { Watched } from './processing-view';
import './upload-progress';
import type { UploadProgress } from './upload-progress';

/** `/upload`: choose a file, watch it being sent and processed. One upload at a time on a page; others wait in the list. */
@customElement('upload-page')
export class UploadPage extends LitElement {
  private readonly access = new CreatorAccess(this);
  @state() private chosen?: { file: File; handle?: FileSystemFileHandle };
  @state() private job?: UploadJob;
  @state() private earlier: UploadRecord[] = [];
  @state() private watching?: Watched;
  @state() private trouble = '';
  private readonly store = new UploadStore();

  static override styles = [
    shared,
    css`
      :host {
        max-width: 720px;
        margin: 0 auto;
      }
      h1 {
        margin: 28px 0 6px;
      }
      .lead {
        margin-bottom: 22px;
      }
      .choice {
        display: flex;
        align-items: flex-start;
        gap: 10px;
        font-weight: 450;
      }
      .choice input {
        margin-top: 4px;
      }
      .name {
        overflow-wrap: anywhere;
        font-weight: 600;
      }
      .earlier {
        margin-top: 28px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.remember();
    window.addEventListener('beforeunload', this.leaving);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.job?.pause();
    window.removeEventListener('beforeunload', this.leaving);
  }

  override render() {
    return html`
      <h1>Upload a video</h1>
      <p class="muted lead">It plays within seconds of arriving, long before every quality is made.</p>
      ${this.access.client ? this.body() : this.access.gate('Uploading needs a key, or an account that may upload.')}
    `;
  }

  private body() {
    if (this.watching) return this.processing(this.watching);
    const trouble = this.trouble ? html`<p class="notice bad" role="alert">${this.trouble}</p>` : nothing;
    if (this.job) return html`<upload-progress .job=${this.job} @pause=${() => this.job?.pause()} @resume=${() => this.run(this.job!)} @discard=${this.discard} @restart=${this.restart}></upload-progress>`;
    return html`<div class="stack">${trouble}${this.chosen
      ? this.form(this.chosen.file)
      : html`<drop-zone @file=${this.picked}></drop-zone><import-form .client=${this.client} @imported=${this.imported}></import-form>`}</div>${this.list()}`;
  }

  private form(file: File) {
    const title = file.name.replace(/\.[^.]+$/, '').replace(/[_]+/g, ' ');
    return html`
      <form class="card stack" @submit=${this.submit}>
        <div class="row spread">
          <div><div class="name">${file.name}</div><div class="muted small num">${bytes(file.size)}</div></div>
          <button type="button" class="quiet" @click=${() => (this.chosen = undefined)}>Choose another</button>
        </div>
        <label>Title<input type="text" name="title" maxlength="200" .value=${title} /></label>
        <fieldset>
          <legend>Who may watch</legend>
          <label class="choice"><input type="radio" name="policy" value="public" checked /><span>Public<br /><span class="muted small">Everybody who has the link</span></span></label>
          <label class="choice"><input type="radio" name="policy" value="signed" /><span>Signed<br /><span class="muted small">Only with a token that you issue; it expires</span></span></label>
        </fieldset>
        <div><button class="primary">Start upload</button></div>
      </form>
    `;
  }

  private list() {
    if (this.earlier.length === 0) return nothing;
    return html`<section class="earlier stack">
      <h2>Earlier uploads in this browser</h2>
      ${this.earlier.map((record) => {
        const done = record.staged.length * record.blockSizeBytes;
        return html`<div class="card row spread">
          <div>
            <div class="name">${record.title || record.file.name}</div>
            <div class="muted small num">
              ${record.committed ? 'Uploaded' : `${bytes(Math.min(done, record.file.size))} of ${bytes(record.file.size)} sent`}
            </div>
          </div>
          <div class="row">
            ${record.committed
              ? html`<button @click=${() => (this.watching = watchedOf(record))}>Show</button>`
              : html`<button class="primary" @click=${() => this.resume(record)}>Resume</button>`}
            <button class="quiet" @click=${() => this.drop(record)}>${record.committed ? 'Remove from list' : 'Discard'}</button>
          </div>
        </div>`;
      })}
    </section>`;
  }

  private processing(record: Watched) {
    return html`
      ${record.importId ? html`<import-progress upload-id=${record.importId} .client=${this.client}></import-progress>` : nothing}
      <processing-view .record=${record} .client=${this.client}></processing-view>
      <p class="row" style="margin-top:20px"><button @click=${this.another}>Upload another</button></p>
    `;
  }

  private get client(): Client {
    return this.access.client!;
  }

  private get parts() {
    return { client: this.client, store: this.store, onChange: () => this.changed() };
  }

  /** A chosen file that belongs to an unfinished upload goes on with that one. */
  private picked(event: CustomEvent<{ file: File; handle?: FileSystemFileHandle }>): void {
    this.trouble = '';
    const { file } = event.detail;
    const known = this.earlier.find((record) => !record.committed && sameFile(record.file, file));
    if (known) this.run(UploadJob.of(this.parts, known, file));
    else this.chosen = event.detail;
  }

  /** What is fetched is watched like what was sent. */
  private imported({ detail: { upload, title } }: CustomEvent<{ upload: Upload; title: string }>): void {
    this.watching = { assetId: upload.assetId, playbackId: upload.playbackId ?? '', policy: 'public', title, importId: upload.uploadId };
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const upload: NewUpload = {
      ...this.chosen!,
      title: String(form.get('title')).trim(),
      policy: form.get('policy') as Policy,
    };
    this.run(new UploadJob(this.parts, upload));
  }

  private run(job: UploadJob): void {
    this.job = job;
    this.chosen = undefined;
    void job.run();
  }

  private changed(): void {
    const { job } = this;
    if (!job) return;
    if (job.problem?.status === 401) this.access.refused();
    if (job.phase === 'committed') {
      this.watching = job.record && watchedOf(job.record);
      this.job = undefined;
    }
    this.requestUpdate();
    this.renderRoot.querySelector<UploadProgress>('upload-progress')?.requestUpdate();
  }

  private async resume(record: UploadRecord): Promise<void> {
    this.trouble = '';
    try {
      const file = (await reopen(record)) ?? (await chooseFile())?.file;
      if (!file) return;
      if (!sameFile(record.file, file)) {
        this.trouble = `That is another file. To go on, choose “${record.file.name}” as it was (${bytes(record.file.size)}).`;
        return;
      }
      this.run(UploadJob.of(this.parts, record, file));
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    }
  }

  private async drop(record: UploadRecord): Promise<void> {
    await this.store.remove(record.uploadId);
    if (!record.committed) await this.client.abortUpload(record.uploadId).catch((error) => (this.trouble = asProblem(error).message));
    await this.remember();
  }

  private async discard(): Promise<void> {
    await this.job?.discard().catch(() => undefined);
    this.job = undefined;
    await this.remember();
  }

  /** From the beginning, with the same file: what one does when an upload has expired. */
  private async restart(): Promise<void> {
    const { job } = this;
    if (!job) return;
    if (job.record) await this.store.remove(job.record.uploadId);
    this.run(new UploadJob(this.parts, job.upload));
  }

  private another(): void {
    this.watching = undefined;
    void this.remember();
  }

  private async remember(): Promise<void> {
    this.earlier = await this.store.unfinished(Date.now()).catch(() => []);
  }

  private leaving = (event: BeforeUnloadEvent): void => {
    if (this.job?.phase === 'sending') event.preventDefault();
  };
}

const watchedOf = ({ assetId, playbackId, policy, title, file }: UploadRecord): Watched => ({ assetId, playbackId, policy, title: title || file.name });
