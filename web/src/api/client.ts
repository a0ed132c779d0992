import { asProblem, problemFrom } from './problem';
import { withQuery } from './urls';
import type { Asset, CreatedUpload, Page, PlaybackInfo, Policy, UploadState } from './types';

export interface ClientOptions {
  /** Origin of the platform; the page's own when left out. */
  base?: string;
  apiKey?: string;
  fetch?: typeof fetch;
}

interface Call {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** The platform's HTTP API, as far as these pages use it. Every failure is a `Problem`. */
export class Client {
  readonly base: string;
  readonly apiKey?: string;
  private readonly send: typeof fetch;

  constructor(options: ClientOptions = {}) {
    this.base = options.base ?? '';
    this.apiKey = options.apiKey;
    this.send = options.fetch ?? ((input, init) => fetch(input, init));
  }

  playback(playbackId: string, token?: string, signal?: AbortSignal): Promise<PlaybackInfo> {
    return this.json(withQuery(`/api/playback/${encodeURIComponent(playbackId)}`, { token }), { signal });
  }

  createUpload(request: { fileName: string; sizeBytes: number; title?: string; policy?: Policy }, key: string) {
    return this.json<CreatedUpload>('/api/uploads', { method: 'POST', body: request, headers: { 'Idempotency-Key': key } });
  }

  upload(uploadId: string): Promise<UploadState> {
    return this.json(`/api/uploads/${encodeURIComponent(uploadId)}`);
  }

  abortUpload(uploadId: string): Promise<void> {
    return this.json(`/api/uploads/${encodeURIComponent(uploadId)}`, { method: 'DELETE' });
  }

  assets(cursor?: string, limit = 24): Promise<Page<Asset>> {
    return this.json(withQuery('/api/assets', { cursor, limit: String(limit) }));
  }

  asset(id: string): Promise<Asset> {
    return this.json(this.assetPath(id));
  }

  deleteAsset(id: string): Promise<void> {
    return this.json(this.assetPath(id), { method: 'DELETE' });
  }

  cancelAsset(id: string): Promise<void> {
    return this.json(`${this.assetPath(id)}/cancel`, { method: 'POST' });
  }

  reprocessAsset(id: string): Promise<void> {
    return this.json(`${this.assetPath(id)}/reprocess`, {
      method: 'POST',
      headers: { 'Idempotency-Key': crypto.randomUUID?.() ?? `${Date.now()}` },
    });
  }

  /** The owner's yes to what it costs. */
  approveAsset(id: string): Promise<void> {
    return this.json(`${this.assetPath(id)}/approve`, { method: 'POST' });
  }

  account(): Promise<Record<string, unknown>> {
    return this.json('/api/account');
  }

  eventsPath(assetId: string): string {
    return `${this.base}${this.assetPath(assetId)}/events`;
  }

  /** Headers that say who calls. */
  get credentials(): Record<string, string> {
    return this.apiKey ? { Authorization: `Bearer ${this.apiKey}` } : {};
  }

  private assetPath = (id: string) => `/api/assets/${encodeURIComponent(id)}`;

  private async json<T>(path: string, call: Call = {}): Promise<T> {
    let response: Response;
    try {
      response = await this.send(this.base + path, {
        method: call.method ?? 'GET',
        headers: {
          Accept: 'application/json',
          ...this.credentials,
          ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...call.headers,
        },
        body: call.body === undefined ? undefined : JSON.stringify(call.body),
        signal: call.signal,
        cache: 'no-cache',
      });
    } catch (error) {
      if (call.signal?.aborted) throw error;
      throw asProblem(error);
    }
    if (!response.ok) throw await problemFrom(response);
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
