import { Client, type Access } from '../api/client';
import type { PlaybackInfo } from '../api/types';

/** The headers that say who asks for a playlist or a manifest, and for whom; nothing where none are to be sent. */
export type Authorize = (url: string) => Promise<Record<string, string> | undefined>;

/**
 * Who watches. Everything is asked for as nobody first: what everybody may see is answered from caches, which requests
 * with an Authorization header pass by. What nobody may see is asked for as whoever is signed in.
 */
export class Viewer {
  private readonly nobody: Client;
  private readonly somebody?: Client;
  private known = false;

  constructor(
    private readonly base: string,
    private readonly access?: Access,
  ) {
    this.nobody = new Client({ base });
    this.somebody = access && new Client({ base, access });
  }

  async playback(playbackId: string, token?: string, signal?: AbortSignal): Promise<PlaybackInfo> {
    const { somebody } = this;
    if (!somebody || token) return this.nobody.playback(playbackId, token, signal);
    if (this.known) return somebody.playback(playbackId, undefined, signal);
    try {
      return await this.nobody.playback(playbackId, undefined, signal);
    } catch (error) {
      const refused = error instanceof Error && 'status' in error && [401, 403, 404].includes(error.status as number);
      if (!refused || !(await this.access!.authorization().catch(() => undefined))) throw error;
      const info = await somebody.playback(playbackId, undefined, signal);
      this.known = true;
      return info;
    }
  }

  /** Only the API's own addresses hear who watches: segments are signed, and may be anywhere. */
  readonly authorize: Authorize = async (url) => {
    const { origin, pathname } = new URL(url, location.href);
    const own = origin === new URL(this.base || '/', location.href).origin && pathname.startsWith('/api/');
    const authorization = this.known && own ? await this.access!.authorization().catch(() => undefined) : undefined;
    const account = authorization && this.access!.account?.(pathname.slice('/api'.length));
    return authorization ? { Authorization: authorization, ...(account ? { 'Account-Id': account } : {}) } : undefined;
  };
}
