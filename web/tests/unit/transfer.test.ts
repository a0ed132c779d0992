import { describe, expect, it, vi } from 'vitest';
import { BlobClient, type BlobAnswer, type BlobTransport } from '../../src/upload/blob-client';
import { planBlocks } from '../../src/upload/blocks';
import { transfer, type TransferOptions } from '../../src/upload/transfer';

type Request = Parameters<BlobTransport>[0];

/** A storage that holds blocks, with a say in each answer. */
function storage(decide: (request: Request, count: number) => BlobAnswer | undefined = () => undefined) {
  const held = new Map<string, number>();
  const requests: Request[] = [];
  let [active, most] = [0, 0];
  const send: BlobTransport = async (request) => {
    requests.push(request);
    most = Math.max(most, ++active);
    await Promise.resolve();
    active--;
    request.signal.throwIfAborted();
    const refused = decide(request, requests.length);
    if (refused) return refused;
    const query = new URL(request.url).searchParams;
    if (request.method === 'GET') {
      return { status: 200, body: [...held].map(([id, size]) => `<Block><Name>${id}</Name><Size>${size}</Size></Block>`).join('') };
    }
    if (query.get('comp') === 'block') {
      held.set(query.get('blockid')!, (request.body as Blob).size);
      return { status: 201, body: '' };
    }
    const wanted = [...String(request.body).matchAll(/<Latest>([^<]+)/g)].map(([, id]) => id!);
    return wanted.every((id) => held.has(id)) ? { status: 201, body: '' } : { status: 400, body: '', errorCode: 'InvalidBlockList' };
  };
  return { send, held, requests, most: () => most, puts: () => requests.filter((each) => each.url.includes('comp=block&')).length };
}

function options(send: BlobTransport, more: Partial<TransferOptions> = {}): TransferOptions {
  return {
    client: new BlobClient('https://storage.test/uploads/a/u?sig=s', send),
    file: new Blob([new Uint8Array(1050)]),
    blocks: planBlocks(1050, 100),
    staged: [],
    signal: new AbortController().signal,
    onStaged: () => undefined,
    onProgress: () => undefined,
    wait: async () => undefined,
    random: () => 0.5,
    ...more,
  };
}

describe('A transfer', () => {
  it('stages every block, at most so many at a time, and commits', async () => {
    const store = storage();
    const staged: number[] = [];
    const progress: number[] = [];
    await transfer(options(store.send, { parallel: 3, onStaged: (i) => staged.push(i), onProgress: (sent) => progress.push(sent) }));
    expect(staged.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(store.most()).toBeLessThanOrEqual(3);
    expect(progress.at(-1)).toBe(1050);
    expect(store.requests.at(-1)!.url).toContain('comp=blocklist');
  });

  it('sends only what is missing', async () => {
    const store = storage();
    for (const block of planBlocks(1050, 100).slice(0, 8)) store.held.set(block.id, 100);
    await transfer(options(store.send, { staged: [0, 1, 2, 3, 4, 5, 6, 7] }));
    expect(store.puts()).toBe(3);
  });

  it('tries again what failed for a passing reason, waiting longer each time, and says so', async () => {
    const store = storage((_, count) => (count <= 3 ? { status: 503, body: '' } : undefined));
    const waits: number[] = [];
    const troubles: unknown[] = [];
    await transfer(options(store.send, { parallel: 1, wait: async (ms) => void waits.push(ms), onTrouble: (problem) => troubles.push(problem?.status) }));
    expect(waits).toEqual([500, 1000, 2000]);
    expect(troubles).toEqual([503, 503, 503, undefined]);
  });

  it('waits as long as the storage asks', async () => {
    const store = storage((_, count) => (count === 1 ? { status: 429, body: '', retryAfterSeconds: 7 } : undefined));
    const wait = vi.fn(async () => undefined);
    await transfer(options(store.send, { parallel: 1, wait }));
    expect(wait).toHaveBeenCalledWith(7000, expect.anything());
  });

  it('gives up at once when the permission has expired', async () => {
    const store = storage((_, count) => (count > 2 ? { status: 403, body: '' } : undefined));
    await expect(transfer(options(store.send, { parallel: 1 }))).rejects.toMatchObject({ status: 403, code: 'storage.403' });
    expect(store.requests.length).toBe(3);
  });

  it('gives up after so many tries without an answer', async () => {
    const store = storage(() => ({ status: 0, body: '' }));
    await expect(transfer(options(store.send, { parallel: 1, attempts: 4 }))).rejects.toMatchObject({ status: 0 });
    expect(store.requests.length).toBe(4);
  });

  it('sends again what the storage has lost by the time of the commit', async () => {
    const store = storage();
    await transfer(options(store.send, { staged: [0, 1, 2, 3, 4] }));
    expect(store.held.size).toBe(11);
    expect(store.puts()).toBe(11);
  });

  it('stops when it is aborted', async () => {
    const abort = new AbortController();
    const store = storage((_, count) => (count === 4 ? (abort.abort(), undefined) : undefined));
    await expect(transfer(options(store.send, { parallel: 1, signal: abort.signal }))).rejects.toThrow();
    expect(store.requests.some((each) => each.url.includes('comp=blocklist'))).toBe(false);
  });
});
