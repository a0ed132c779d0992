import { Problem } from '../api/problem';
import { withQuery } from '../api/urls';
import { blockListXml, readBlockList, type Block } from './blocks';

export interface BlobAnswer {
  status: number;
  body: string;
  errorCode?: string;
  retryAfterSeconds?: number;
}

/** Sends one request; rejects only when aborted. Status 0 means that nothing answered. */
export type BlobTransport = (request: {
  method: 'PUT' | 'GET';
  url: string;
  body?: Blob | string;
  onSent?: (bytes: number) => void;
  signal: AbortSignal;
}) => Promise<BlobAnswer>;

/** The three calls of Azure Blob Storage's block upload, against one SAS URL. */
export class BlobClient {
  constructor(
    private readonly url: string,
    private readonly send: BlobTransport = xhr,
  ) {}

  async putBlock(block: Block, body: Blob, signal: AbortSignal, onSent?: (bytes: number) => void): Promise<void> {
    const url = withQuery(this.url, { comp: 'block', blockid: block.id });
    this.expect(await this.send({ method: 'PUT', url, body, signal, onSent }));
  }

  async putBlockList(blocks: readonly Block[], signal: AbortSignal): Promise<void> {
    const url = withQuery(this.url, { comp: 'blocklist' });
    this.expect(await this.send({ method: 'PUT', url, body: blockListXml(blocks), signal }));
  }

  /** What the storage holds; undefined where this SAS may not ask. */
  async stagedBlocks(signal: AbortSignal): Promise<Map<string, number> | undefined> {
    const url = withQuery(this.url, { comp: 'blocklist', blocklisttype: 'uncommitted' });
    const answer = await this.send({ method: 'GET', url, signal });
    return answer.status === 200 ? readBlockList(answer.body) : undefined;
  }

  private expect(answer: BlobAnswer): void {
    if (answer.status >= 200 && answer.status < 300) return;
    throw storageProblem(answer);
  }
}

/** What a storage answer means for somebody who uploads. */
export function storageProblem({ status, errorCode, retryAfterSeconds }: BlobAnswer): Problem {
  const code = `storage.${errorCode ?? status}`;
  const sentence =
    status === 0
      ? 'The storage could not be reached. Check the connection.'
      : status === 401 || status === 403
        ? 'The permission for this upload has expired.'
        : status === 404
          ? 'The storage does not know this upload any more.'
          : status === 400 && errorCode === 'InvalidBlockList'
            ? 'The storage has lost parts of this upload; they are sent again.'
            : status === 413
              ? 'The storage refused a part as too large.'
              : status === 507
                ? 'The platform’s disk is full.'
                : `The storage answered with an error (${status}${errorCode ? `, ${errorCode}` : ''}).`;
  return new Problem(status, code, sentence, retryAfterSeconds);
}

/** XMLHttpRequest, because fetch tells nothing about what has been sent. */
const xhr: BlobTransport = ({ method, url, body, onSent, signal }) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const finish = () => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) return reject(signal.reason);
      const retry = Number(request.getResponseHeader('retry-after'));
      resolve({
        status: request.status,
        body: request.responseText,
        errorCode: request.getResponseHeader('x-ms-error-code') ?? /<Code>([^<]+)</.exec(request.responseText)?.[1],
        retryAfterSeconds: retry > 0 ? retry : undefined,
      });
    };
    request.open(method, url);
    request.timeout = 10 * 60_000;
    // A slice of a File carries no type; an explicit one keeps the request the same in every browser.
    if (method === 'PUT') request.setRequestHeader('Content-Type', typeof body === 'string' ? 'application/xml' : 'application/octet-stream');
    request.upload.onprogress = (event) => onSent?.(event.loaded);
    request.onloadend = finish;
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) return finish();
    request.send(body);
  });
