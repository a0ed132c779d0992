import type { Line } from './sender';

/** Milliseconds after which a request counts as lost. */
const patience = 30_000;

/** Plain text, so that no page of another site needs a preflight; and no cookies either way. */
export const browserLine: Line = {
  async post(url, body) {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
      credentials: 'omit',
      keepalive: true,
      signal: AbortSignal.timeout(patience),
    });
    return { status: response.status, retryAfter: response.headers.get('retry-after') };
  },
  beacon: (url, body) => navigator.sendBeacon?.(url, body) ?? false,
  online: () => navigator.onLine !== false,
};
