import type { Access } from '../api/client';
import { postRefresh, postSignOut, type Send, type SignedIn } from '../api/generated';
import { asProblem } from '../api/problem';
import type { Exclusive } from './exclusive';
import type { SessionStore } from './session-store';

/** A token for requests, and since when this tab has it (milliseconds since the epoch). */
interface Current {
  accessToken: string;
  expiresAt: string;
  since: number;
}

/** What tabs tell one another. */
type Told = { kind: 'renewed'; userId: string; accessToken: string; expiresAt: string } | { kind: 'ended' };

export interface SessionParts {
  store: SessionStore;
  exclusive: Exclusive;
  /** Sends as nobody. */
  send: Send;
  channel?: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
  now?: () => number;
}

/** How long before its end a token is not used any more, and how long a new one is used whatever our clock says; milliseconds. */
const margin = 30_000;
const least = 60_000;

/**
 * Who is signed in, in all tabs together. An access token is used until shortly before its end, across reloads; the refresh
 * token is read, used and replaced by one tab at a time, because one that comes twice ends the session. Fires `change`.
 */
export class Session extends EventTarget implements Access {
  /** Undefined until it is known, empty for nobody. */
  userId?: string;
  private current?: Current;
  /** The access token that the platform refused last. */
  private refused?: string;
  private refreshing?: Promise<void>;
  private readonly now: () => number;

  constructor(private readonly parts: SessionParts) {
    super();
    this.now = parts.now ?? Date.now;
    parts.channel?.addEventListener('message', (event) => this.hear((event as MessageEvent<Told>).data));
  }

  /** Looks whether somebody is signed in. */
  async start(): Promise<void> {
    const kept = await this.parts.store.get().catch(() => undefined);
    if (this.userId === undefined) this.become(kept?.userId ?? '');
  }

  /** Takes over what a sign-in, or whatever else opens a session, gave. */
  async begin(signedIn: SignedIn): Promise<void> {
    await this.parts.exclusive(() => this.keep(signedIn));
  }

  /** Forgets the session here and on the platform; here even when the platform can't be reached. */
  async end(): Promise<void> {
    const kept = await this.parts.exclusive(async () => {
      const held = await this.parts.store.get();
      await this.forget();
      return held;
    });
    if (kept) await postSignOut(this.parts.send, { body: { refreshToken: kept.refreshToken } }).catch(() => undefined);
  }

  async authorization(): Promise<string | undefined> {
    if (this.userId === undefined) await this.start();
    if (this.userId === '') return undefined;
    if (!this.fresh) await this.refresh();
    return this.current && bearer(this.current);
  }

  async renewed(refused: string): Promise<boolean> {
    if (this.current && bearer(this.current) === refused) {
      this.refused = this.current.accessToken;
      this.current = undefined;
      await this.refresh();
    }
    return this.current !== undefined;
  }

  private get fresh(): boolean {
    const { current } = this;
    return current !== undefined && (this.now() < Date.parse(current.expiresAt) - margin || this.now() < current.since + least);
  }

  private refresh(): Promise<void> {
    this.refreshing ??= this.parts.exclusive(() => this.refreshAlone()).finally(() => (this.refreshing = undefined));
    return this.refreshing;
  }

  /** Another tab may have done it while this one waited. */
  private async refreshAlone(): Promise<void> {
    if (this.fresh) return;
    const kept = await this.parts.store.get();
    if (!kept) return this.forget();
    const { accessToken, expiresAt } = kept;
    if (accessToken && expiresAt && accessToken !== this.refused) {
      // From before a reload: by the clock alone, since nobody knows how long ago that was.
      this.current = { accessToken, expiresAt, since: -Infinity };
      this.become(kept.userId);
      if (this.fresh) return;
    }
    try {
      await this.keep(await postRefresh(this.parts.send, { body: { refreshToken: kept.refreshToken } }));
    } catch (error) {
      // Only the platform's word ends a session; a cut line doesn't.
      if (asProblem(error).status !== 401) throw error;
      await this.forget();
    }
  }

  private async keep({ userId, accessToken, expiresAt, refreshToken, refreshExpiresAt }: SignedIn): Promise<void> {
    await this.parts.store.put({ userId, refreshToken, refreshExpiresAt, accessToken, expiresAt });
    this.tell({ kind: 'renewed', userId, accessToken, expiresAt });
  }

  private async forget(): Promise<void> {
    await this.parts.store.remove();
    this.tell({ kind: 'ended' });
  }

  private tell(told: Told): void {
    this.parts.channel?.postMessage(told);
    this.hear(told);
  }

  private hear(told: Told): void {
    const renewed = told.kind === 'renewed';
    this.current = renewed ? { accessToken: told.accessToken, expiresAt: told.expiresAt, since: this.now() } : undefined;
    this.become(renewed ? told.userId : '');
  }

  private become(userId: string): void {
    if (this.userId === userId) return;
    this.userId = userId;
    this.dispatchEvent(new Event('change'));
  }
}

const bearer = ({ accessToken }: Current) => `Bearer ${accessToken}`;
