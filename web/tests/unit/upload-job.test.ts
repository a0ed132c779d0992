import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { Client } from '../../src/api/client';
import type { BlobTransport } from '../../src/upload/blob-client';
import { UploadStore } from '../../src/upload/store';
import { UploadJob, type JobParts } from '../../src/upload/upload-job';

const now = Date.parse('2030-01-01T00:00:00Z');
const file = () => new File([new Uint8Array(1000)], 'clip.mp4', { lastModified: 5 });

function platform(answers: { state?: string; put?: BlobTransport } = {}) {
  const created: string[] = [];
  const fetcher = (async (_: RequestInfo | URL, init?: RequestInit) => {
    if (init?.method === 'POST') created.push(String((init.headers as Record<string, string>)['Idempotency-Key']));
    const body = init?.method === 'POST'
      ? { uploadId: 'u', assetId: 'a', playbackId: 'p', url: 'https://s.test/u?sig=x', blockSizeBytes: 100, expiresAt: '2030-01-02T00:00:00Z' }
      : { uploadId: 'u', assetId: 'a', state: answers.state ?? 'awaiting' };
    return new Response(init?.method === 'DELETE' ? null : JSON.stringify(body), { status: init?.method === 'DELETE' ? 204 : 200 });
  }) as typeof fetch;
  const sent: string[] = [];
  const transport: BlobTransport = async (request) => {
    sent.push(`${request.method} ${new URL(request.url).searchParams.get('comp')}`);
    request.signal.throwIfAborted();
    return (await answers.put?.(request)) ?? (request.method === 'GET' ? { status: 403, body: '' } : { status: 201, body: '' });
  };
  const parts: JobParts = {
    client: new Client({ base: 'https://p.test', apiKey: 'k', fetch: fetcher }),
    store: new UploadStore(new IDBFactory()),
    onChange: () => undefined,
    transport,
    now: () => now,
  };
  return { parts, sent, created };
}

describe('An upload job', () => {
  it('creates, sends and remembers that it committed', async () => {
    const { parts, sent, created } = platform();
    const job = new UploadJob(parts, { file: file(), title: 'T', policy: 'public' });
    await job.run();
    expect(job.phase).toBe('committed');
    expect(created).toHaveLength(1);
    expect(sent.filter((each) => each === 'PUT block')).toHaveLength(10);
    expect(await parts.store.unfinished(now)).toMatchObject([{ uploadId: 'u', committed: true }]);
  });

  it('goes on after a reload with what was not yet staged, from its own record where the storage may not be asked', async () => {
    let reloaded = false;
    let job: UploadJob;
    let count = 0;
    const { parts, sent, created } = platform({
      put: async ({ method }) => {
        if (!reloaded && method === 'PUT' && ++count === 6) job.pause();
        return method === 'GET' ? { status: 403, body: '' } : { status: 201, body: '' };
      },
    });
    job = new UploadJob(parts, { file: file(), title: 'T', policy: 'public' });
    await job.run();
    expect(job.phase).toBe('paused');
    reloaded = true;
    const [record] = await parts.store.unfinished(now);
    const before = record!.staged.length;
    expect(before).toBeGreaterThan(0);
    sent.length = 0;
    const next = UploadJob.of(parts, record!, file());
    await next.run();
    expect(next.phase).toBe('committed');
    expect(created).toHaveLength(1);
    expect(sent.filter((each) => each === 'PUT block')).toHaveLength(10 - before);
  });

  it('sends nothing more when the platform already has it whole', async () => {
    const { parts, sent } = platform({ state: 'committed' });
    const record = { uploadId: 'u', assetId: 'a', playbackId: 'p', url: 'https://s.test/u', blockSizeBytes: 100, expiresAt: '2030-01-02T00:00:00Z', file: { name: 'clip.mp4', size: 1000, lastModified: 5 }, title: '', policy: 'public' as const, staged: [0], committed: false, createdAt: 1 };
    const job = UploadJob.of(parts, record, file());
    await job.run();
    expect(job.phase).toBe('committed');
    expect(sent).toEqual([]);
  });

  it('says that it expired when the storage refuses and the platform knows why', async () => {
    const { parts } = platform({ state: 'expired', put: async () => ({ status: 403, body: '' }) });
    const job = new UploadJob(parts, { file: file(), title: '', policy: 'public' });
    await job.run();
    expect(job.phase).toBe('failed');
    expect(job.problem).toMatchObject({ status: 410, code: 'upload.expired' });
  });

  it('refuses an empty file before anything is created', async () => {
    const { parts, created } = platform();
    const job = new UploadJob(parts, { file: new File([], 'empty.mp4'), title: '', policy: 'public' });
    await job.run();
    expect(job.problem?.code).toBe('upload.empty');
    expect(created).toEqual([]);
  });
});

describe('The upload store', () => {
  it('forgets uploads whose permission has run out, and keeps committed ones', async () => {
    const { parts: { store } } = platform();
    const record = { assetId: 'a', playbackId: 'p', url: '', blockSizeBytes: 1, expiresAt: '2029-12-31T00:00:00Z', file: { name: '', size: 1, lastModified: 1 }, title: '', policy: 'public' as const, staged: [], createdAt: 1 };
    await store.put({ ...record, uploadId: 'late', committed: false });
    await store.put({ ...record, uploadId: 'done', committed: true });
    expect((await store.unfinished(now)).map((each) => each.uploadId)).toEqual(['done']);
    expect(await store.unfinished(0)).toHaveLength(1);
  });
});
