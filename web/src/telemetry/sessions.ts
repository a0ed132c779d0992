import type { SessionGrant, SessionRequest } from './contract';
import type { Consent } from './privacy';

/**
 * Begins a session: asks the platform, or an app's own server that does. Throws `SessionRefused`, or anything else when nothing
 * answered. Who watches is named only with full consent, or where nobody else may.
 */
export type SessionSource = (request: SessionRequest, consent: Consent) => Promise<SessionGrant>;

/** The platform's no. */
export class SessionRefused extends Error {
  constructor(
    readonly status: number,
    readonly retryAfter?: string | null,
  ) {
    super(`The session was refused with ${status}.`);
  }

  /** It may be granted later. */
  get passing(): boolean {
    return this.status === 429 || this.status >= 500;
  }
}

export interface PlatformSession {
  playbackId: string;
  /** Origin of the platform; the page's own when empty. */
  base?: string;
  /** Playback token, of videos that need one. */
  token?: string;
  /** Value of the header Authorization, for videos that only some may see, and for the viewer's own history. */
  authorization?: (consent: Consent) => Promise<string | undefined>;
}

/** Begins sessions at the platform. */
export function platformSession({ playbackId, base = '', token, authorization }: PlatformSession): SessionSource {
  return async (request, consent) => {
    const credentials = await authorization?.(consent);
    const query = token ? `?token=${encodeURIComponent(token)}` : '';
    const response = await fetch(`${base}/api/playback/${encodeURIComponent(playbackId)}/sessions${query}`, {
      method: 'POST',
      credentials: 'omit',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...(credentials ? { Authorization: credentials } : {}) },
      body: JSON.stringify(request),
    });
    if (!response.ok) throw new SessionRefused(response.status, response.headers.get('retry-after'));
    const grant = (await response.json()) as SessionGrant;
    return { ...grant, reportUrl: new URL(grant.reportUrl, new URL(base || '/', location.href)).href };
  };
}

/** What led to this page, as far as it may be told: its own site, or the host of another. */
export function cameFrom(referrer: string = document.referrer, here: string = location.href): SessionRequest['source'] {
  let from: URL;
  try {
    from = new URL(referrer);
  } catch {
    return undefined;
  }
  if (from.origin === new URL(here).origin) return { kind: from.pathname === '/search' ? 'search' : 'internal' };
  return /^(?=.*[a-z])[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(from.hostname) ? { host: from.hostname } : undefined;
}
