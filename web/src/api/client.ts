import {
  deleteOneAsset, deleteUpload, getAccount, getAssets, getOneAsset, getOneUpload, getWatch, patchAsset, postApprove, postCancel, postReprocess, postRestore, postUpload,
  type Account, type ApiRequest, type AssetChange, type NewUpload, type Send,
} from './generated';
import { asProblem, problemFrom } from './problem';
import { withQuery } from './urls';
import { assetFields, type Asset, type CreatedUpload, type Page, type PlaybackInfo, type UploadState } from './types';

/** Who calls, where that changes: access tokens last for minutes. */
export interface Access {
  /** Value of the header Authorization; nothing for nobody. */
  authorization(): Promise<string | undefined>;
  /** True when there is another than the one that was refused. */
  renewed(refused: string): Promise<boolean>;
  /** Value of the header Account-Id for a path below `/api`; nothing for whoever acts for themselves. */
  account?(path: string): string | undefined;
  /** The platform says that nobody acts for that account any more. */
  accountLost?(): void;
}

export interface ClientOptions {
  /** Origin of the platform; the page's own when left out. */
  base?: string;
  apiKey?: string;
  access?: Access;
  fetch?: typeof fetch;
}

/** The platform's HTTP API, as far as these pages use it. Every failure is a `Problem`. */
export class Client {
  readonly base: string;
  readonly apiKey?: string;
  private readonly access?: Access;
  private readonly send: typeof fetch;

  constructor(options: ClientOptions = {}) {
    this.base = options.base ?? '';
    this.apiKey = options.apiKey;
    this.access = options.access;
    this.send = options.fetch ?? ((input, init) => fetch(input, init));
  }

  playback(playbackId: string, token?: string, signal?: AbortSignal): Promise<PlaybackInfo> {
    return getWatch(this.request, { playbackId, token }, signal);
  }

  createUpload(body: NewUpload, idempotencyKey: string): Promise<CreatedUpload> {
    return postUpload(this.request, { body, idempotencyKey }) as Promise<CreatedUpload>;
  }

  upload(uploadId: string): Promise<UploadState> {
    return getOneUpload(this.request, { uploadId });
  }

  async abortUpload(uploadId: string): Promise<void> {
    await deleteUpload(this.request, { uploadId });
  }

  /** Those in the trash, or those that are not. */
  assets(cursor?: string, trashed = false, limit = 24): Promise<Page<Asset>> {
    return getAssets(this.request, { cursor, limit, trashed: trashed || undefined, fields: assetFields.join(',') });
  }

  asset(assetId: string): Promise<Asset> {
    return getOneAsset(this.request, { assetId });
  }

  /** Into the trash; from there, or with `permanent` past it, for good. */
  async deleteAsset(assetId: string, permanent = false): Promise<void> {
    await deleteOneAsset(this.request, { assetId, permanent: permanent || undefined });
  }

  async restoreAsset(assetId: string): Promise<void> {
    await postRestore(this.request, { assetId });
  }

  async changeAsset(assetId: string, body: AssetChange): Promise<void> {
    await patchAsset(this.request, { assetId, body });
  }

  async cancelAsset(assetId: string): Promise<void> {
    await postCancel(this.request, { assetId });
  }

  async reprocessAsset(assetId: string): Promise<void> {
    await postReprocess(this.request, { assetId, idempotencyKey: crypto.randomUUID?.() ?? `${Date.now()}` });
  }

  /** The owner's yes to what it costs. */
  async approveAsset(assetId: string): Promise<void> {
    await postApprove(this.request, { assetId });
  }

  account(): Promise<Account> {
    return getAccount(this.request);
  }

  eventsPath(assetId: string): string {
    return `${this.base}/api/assets/${encodeURIComponent(assetId)}/events`;
  }

  /** Headers that say who calls. */
  async credentials(): Promise<Record<string, string>> {
    const authorization = this.apiKey ? `Bearer ${this.apiKey}` : await this.access?.authorization();
    return authorization ? { Authorization: authorization } : {};
  }

  /** What `ask` answers, and the ETag that came with it. */
  async tagged<T>(ask: (send: Send) => Promise<T>): Promise<{ value: T; etag?: string }> {
    let etag: string | undefined;
    const value = await ask(async <U>(request: ApiRequest, signal?: AbortSignal) => {
      const response = await this.respond(request, signal);
      etag = response.headers.get('etag') ?? undefined;
      return read<U>(response);
    });
    return { value, etag };
  }

  /** What `ask` answers, as a file. */
  async file(ask: (send: Send) => Promise<unknown>): Promise<Blob> {
    let file: Blob | undefined;
    await ask(async <U>(request: ApiRequest, signal?: AbortSignal) => {
      file = await (await this.respond(request, signal)).blob();
      return undefined as U;
    });
    return file!;
  }

  /** Makes the requests of generated.ts. */
  readonly request: Send = async <T>(request: ApiRequest, signal?: AbortSignal): Promise<T> => read<T>(await this.respond(request, signal));

  /** An access token that is refused, before its time by our clock, is replaced once. */
  private async respond(request: ApiRequest, signal?: AbortSignal): Promise<Response> {
    let credentials = await this.credentials();
    let response = await this.once(request, credentials, signal);
    if (response.ok) return response;
    const problem = await problemFrom(response);
    if (problem.code === 'organisation.not_member' || problem.code === 'organisation.disabled') this.access?.accountLost?.();
    // A code of a second factor that doesn't count says nothing against the token.
    const refused = response.status === 401 && !problem.code.startsWith('auth.second_factor') ? credentials.Authorization : undefined;
    if (!refused || !(await this.access?.renewed(refused))) throw problem;
    credentials = await this.credentials();
    response = await this.once(request, credentials, signal);
    if (!response.ok) throw await problemFrom(response);
    return response;
  }

  private async once(request: ApiRequest, credentials: Record<string, string>, signal?: AbortSignal): Promise<Response> {
    const query = Object.fromEntries(Object.entries(request.query ?? {}).map(([name, value]) => [name, value === undefined ? undefined : String(value)]));
    const given = Object.entries(request.headers ?? {}).filter((header): header is [string, string] => header[1] !== undefined);
    const account = this.apiKey ? undefined : this.access?.account?.(request.path);
    const { body, contentType = 'application/json' } = request;
    try {
      return await this.send(this.base + withQuery(`/api${request.path}`, query), {
        method: request.method,
        headers: {
          Accept: 'application/json',
          ...credentials,
          ...(account && credentials.Authorization ? { 'Account-Id': account } : {}),
          ...(body === undefined ? {} : { 'Content-Type': contentType }),
          ...Object.fromEntries(given),
        },
        body: body === undefined ? undefined : contentType === 'application/json' ? JSON.stringify(body) : (body as Blob | string),
        signal,
        cache: 'no-cache',
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw asProblem(error);
    }
  }
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
