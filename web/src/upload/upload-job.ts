import type { Client } from '../api/client';
import { Problem, asProblem } from '../api/problem';
import { reachable } from '../api/urls';
import type { Policy } from '../api/types';
import { BlobClient, type BlobTransport } from './blob-client';
import { planBlocks, stagedOf } from './blocks';
import { SpeedMeter } from './speed';
import { identify, type UploadRecord, type UploadStore } from './store';
import { transfer } from './transfer';

export type JobPhase = 'creating' | 'sending' | 'paused' | 'committed' | 'failed';

export interface NewUpload {
  file: File;
  handle?: FileSystemFileHandle;
  title: string;
  policy: Policy;
}

export interface JobParts {
  client: Client;
  store: UploadStore;
  onChange: () => void;
  transport?: BlobTransport;
  now?: () => number;
}

/** One upload from choosing the file to the committed block list: creates, sends, pauses, resumes. */
export class UploadJob {
  phase: JobPhase = 'creating';
  record?: UploadRecord;
  sent = 0;
  problem?: Problem;
  /** A passing trouble, while it is being retried. */
  trouble?: Problem;
  readonly meter = new SpeedMeter();
  private abort = new AbortController();
  private readonly key = crypto.randomUUID?.() ?? `${Math.random()}${Date.now()}`;

  constructor(
    private readonly parts: JobParts,
    readonly upload: NewUpload,
  ) {}

  /** A job that goes on where an earlier one, perhaps before a reload, stopped. */
  static of(parts: JobParts, record: UploadRecord, file: File): UploadJob {
    const job = new UploadJob(parts, { file, title: record.title, policy: record.policy, handle: record.handle });
    job.record = record;
    return job;
  }

  get size(): number {
    return this.upload.file.size;
  }

  /** Runs until committed, paused or failed. */
  async run(): Promise<void> {
    this.abort = new AbortController();
    this.problem = this.trouble = undefined;
    this.meter.reset();
    try {
      const record = (this.record ??= await this.create());
      if (await this.alreadyCommitted(record)) return await this.finish(record);
      this.become('sending');
      await this.send(record);
      await this.finish(record);
    } catch (error) {
      if (this.abort.signal.aborted) return this.become('paused');
      this.problem = await this.explain(error);
      this.become('failed');
    }
  }

  pause(): void {
    if (this.phase === 'sending') this.abort.abort();
  }

  /** Stops for good: the platform forgets the upload, and so does this browser. */
  async discard(): Promise<void> {
    this.abort.abort();
    if (!this.record) return;
    await this.parts.store.remove(this.record.uploadId);
    await this.parts.client.abortUpload(this.record.uploadId);
  }

  private async create(): Promise<UploadRecord> {
    this.become('creating');
    const { file, title, policy, handle } = this.upload;
    if (file.size === 0) throw new Problem(400, 'upload.empty', 'This file is empty.');
    const created = await this.parts.client.createUpload({ fileName: file.name, sizeBytes: file.size, title, policy }, this.key);
    const record: UploadRecord = {
      ...created,
      url: reachable(created.url, this.parts.client.base || location.href),
      file: identify(file),
      title,
      policy,
      staged: [],
      committed: false,
      createdAt: this.now(),
      handle,
    };
    // A browser that keeps nothing (a private window) still uploads; it only can't resume.
    await this.parts.store.put(record).catch(() => undefined);
    return record;
  }

  private async alreadyCommitted(record: UploadRecord): Promise<boolean> {
    if (record.committed) return true;
    if (record.staged.length === 0) return false;
    const known = await this.parts.client.upload(record.uploadId);
    if (known.state === 'aborted') throw new Problem(410, 'upload.aborted', 'This upload was stopped. Start it again.');
    if (known.state === 'expired') throw new Problem(410, 'upload.expired', 'This upload has expired. Start it again.');
    return known.state === 'committed';
  }

  private async send(record: UploadRecord): Promise<void> {
    const { signal } = this.abort;
    const client = new BlobClient(record.url, this.parts.transport);
    const blocks = planBlocks(this.size, record.blockSizeBytes);
    const held = record.staged.length > 0 ? await client.stagedBlocks(signal) : undefined;
    await transfer({
      client,
      file: this.upload.file,
      blocks,
      staged: held ? stagedOf(blocks, held) : record.staged,
      signal,
      onStaged: (index) => {
        record.staged.push(index);
        void this.parts.store.staged(record.uploadId, index).catch(() => undefined);
      },
      onProgress: (sent) => {
        this.sent = sent;
        this.meter.add(sent, this.now());
        this.parts.onChange();
      },
      onTrouble: (problem) => {
        this.trouble = problem;
        this.parts.onChange();
      },
    });
  }

  private async finish(record: UploadRecord): Promise<void> {
    record.committed = true;
    this.sent = this.size;
    await this.parts.store.put({ ...record }).catch(() => undefined);
    this.become('committed');
  }

  /** A refused permission may mean that the upload expired, was stopped, or was committed elsewhere: the platform knows. */
  private async explain(error: unknown): Promise<Problem> {
    if (error instanceof DOMException && error.name === 'NotReadableError') {
      return new Problem(0, 'file.unreadable', 'The file can no longer be read: it was moved or changed. Choose it again.');
    }
    const problem = asProblem(error);
    if (!this.record || !problem.code.startsWith('storage.') || problem.transient) return problem;
    try {
      const { state } = await this.parts.client.upload(this.record.uploadId);
      if (state === 'expired' || Date.parse(this.record.expiresAt) <= this.now()) {
        return new Problem(410, 'upload.expired', 'This upload has expired. Start it again.');
      }
      if (state === 'aborted') return new Problem(410, 'upload.aborted', 'This upload was stopped. Start it again.');
    } catch {
      // Then the storage's own word is the best there is.
    }
    return problem;
  }

  private become(phase: JobPhase): void {
    this.phase = phase;
    this.parts.onChange();
  }

  private now = () => (this.parts.now ?? Date.now)();
}
