import { Problem, asProblem } from '../api/problem';
import { BlobClient } from './blob-client';
import { stagedOf, type Block } from './blocks';

export interface TransferOptions {
  client: BlobClient;
  /** Any part of it, read only while it is being sent: memory stays at parallel × block size. */
  file: Blob;
  blocks: readonly Block[];
  /** Indices known to be staged from an earlier try. */
  staged: Iterable<number>;
  signal: AbortSignal;
  onStaged: (index: number) => void;
  onProgress: (sentBytes: number) => void;
  /** Called with a trouble that is being retried, and with nothing when sending works again. */
  onTrouble?: (problem: Problem | undefined) => void;
  parallel?: number;
  /** Tries for one block before giving up. */
  attempts?: number;
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  random?: () => number;
}

/** Sends what is missing of a file in parallel blocks, then commits the list. */
export async function transfer(options: TransferOptions): Promise<void> {
  const { client, blocks, signal } = options;
  let staged = new Set(options.staged);
  await sendMissing(options, staged);
  try {
    await retried(options, () => client.putBlockList(blocks, signal));
  } catch (error) {
    // Staged blocks are dropped by the storage after a week, or by a commit of something else: once more from what it has.
    if (!(error instanceof Problem) || error.status !== 400) throw error;
    const held = await client.stagedBlocks(signal);
    staged = held ? stagedOf(blocks, held) : new Set();
    await sendMissing(options, staged);
    await retried(options, () => client.putBlockList(blocks, signal));
  }
}

async function sendMissing(options: TransferOptions, staged: Set<number>): Promise<void> {
  const { client, file, blocks, onStaged, onProgress } = options;
  const missing = blocks.filter((block) => !staged.has(block.index));
  let whole = blocks.filter((block) => staged.has(block.index)).reduce((sum, block) => sum + block.end - block.start, 0);
  const inFlight = new Map<number, number>();
  const report = () => onProgress(whole + [...inFlight.values()].reduce((sum, sent) => sum + sent, 0));
  report();

  // One worker's failure stops the others: their blocks would be for nothing.
  const failed = new AbortController();
  const signal = AbortSignal.any([options.signal, failed.signal]);
  const worker = async () => {
    for (let block = missing.shift(); block; block = missing.shift()) {
      const { index, start, end } = block;
      const current = block;
      signal.throwIfAborted();
      await retried({ ...options, signal }, () =>
        client.putBlock(current, file.slice(start, end), signal, (sent) => {
          inFlight.set(index, Math.min(sent, end - start));
          report();
        }),
      );
      inFlight.delete(index);
      whole += end - start;
      staged.add(index);
      onStaged(index);
      report();
    }
  };
  const workers = Array.from({ length: Math.min(options.parallel ?? 5, missing.length) }, () =>
    worker().catch((error: unknown) => {
      failed.abort(error);
      throw error;
    }),
  );
  const results = await Promise.allSettled(workers);
  options.signal.throwIfAborted();
  if (results.some((result) => result.status === 'rejected')) throw failed.signal.reason;
}

/** Repeats what failed for a passing reason, waiting longer each time, with jitter so that blocks don't return in step. */
async function retried<T>(options: TransferOptions, attempt: () => Promise<T>): Promise<T> {
  const { signal, attempts = 8, wait = pause, random = Math.random } = options;
  for (let tries = 1; ; tries++) {
    try {
      const result = await attempt();
      if (tries > 1) options.onTrouble?.(undefined);
      return result;
    } catch (error) {
      signal.throwIfAborted();
      const problem = asProblem(error);
      // A full disk may be emptied; everything else that isn't transient will be refused again.
      if (!problem.transient || tries >= attempts) throw problem;
      options.onTrouble?.(problem);
      const seconds = problem.retryAfterSeconds ?? Math.min(20, 0.5 * 2 ** (tries - 1)) * (0.5 + random());
      await wait(seconds * 1000, signal);
      signal.throwIfAborted();
    }
  }
}

/** Waits, but not past the moment the browser says that it is online again. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      removeEventListener('online', finish);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    addEventListener('online', finish);
    signal.addEventListener('abort', finish);
  });
}
