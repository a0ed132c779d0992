import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { Client } from '../../src/api/client';
import type { Send, SignedIn } from '../../src/api/generated';
import { Problem } from '../../src/api/problem';
import { deviceText } from '../../src/pages/devices';
import { exclusiveAcrossTabs } from '../../src/session/exclusive';
import { Session } from '../../src/session/session';
import { SessionStore } from '../../src/session/session-store';

let clock = Date.parse('2030-01-01T00:00:00Z');

/** An issuer that counts each refresh token once, and tabs that share a browser's store. */
function browser() {
  let count = 0;
  const issuer = {
    counts: '',
    refreshes: 0,
    fails: undefined as Problem | undefined,
    open(): SignedIn {
      this.counts = `rt_${++count}`;
      return { userId: 'user_a', accessToken: `at_${count}`, expiresAt: new Date(clock + 600_000).toISOString(), refreshToken: this.counts, refreshExpiresAt: new Date(clock + 9e8).toISOString() };
    },
  };
  const send: Send = async <T>(request: { path: string; body?: unknown }) => {
    if (request.path === '/auth/sign-out') return undefined as T;
    issuer.refreshes++;
    await new Promise((resolve) => setTimeout(resolve));
    if (issuer.fails) throw issuer.fails;
    if ((request.body as { refreshToken: string }).refreshToken === issuer.counts) return issuer.open() as T;
    issuer.counts = '';
    throw new Problem(401, 'auth.session_ended', 'This session has ended. Sign in again.');
  };
  const factory = new IDBFactory();
  const tabs: ((told: unknown) => void)[] = [];
  const tab = () => {
    const store = new SessionStore(factory);
    const own: ((told: unknown) => void)[] = [];
    const channel = {
      postMessage: (told: unknown) => tabs.filter((each) => !own.includes(each)).forEach((each) => each({ data: told })),
      addEventListener: (_: string, listener: unknown) => {
        own.push(listener as (told: unknown) => void);
        tabs.push(listener as (told: unknown) => void);
      },
    };
    return new Session({ store, exclusive: exclusiveAcrossTabs(store, undefined), send, channel: channel as unknown as BroadcastChannel, now: () => clock });
  };
  return { issuer, tab, factory };
}

describe('A session', () => {
  it('is refreshed by one tab at a time, each with the token that counts', async () => {
    const { issuer, tab } = browser();
    await tab().begin(issuer.open());
    clock += 580_000;
    const [one, two] = [tab(), tab()];
    const given = await Promise.all([one.authorization(), one.authorization(), two.authorization(), two.authorization()]);
    expect(new Set(given).size).toBe(1);
    expect(issuer.refreshes).toBe(1);
    expect(issuer.counts).not.toBe('');
  });

  it('is renewed before its access token ends, and not more often than that', async () => {
    const { issuer, tab } = browser();
    const session = tab();
    await session.begin(issuer.open());
    await session.authorization();
    expect(issuer.refreshes).toBe(0);
    clock += 580_000;
    await session.authorization();
    await session.authorization();
    expect(issuer.refreshes).toBe(1);
  });

  it('goes on after a reload with the token that was there, until the platform refuses it', async () => {
    const { issuer, tab } = browser();
    await tab().begin(issuer.open());
    const session = tab();
    const token = await session.authorization();
    expect([token, issuer.refreshes]).toEqual(['Bearer at_1', 0]);
    expect(await session.renewed(token!)).toBe(true);
    expect([await session.authorization(), await tab().authorization(), issuer.refreshes]).toEqual(['Bearer at_2', 'Bearer at_2', 1]);
  });

  it('ends by the platform’s word, not by a cut line', async () => {
    const { issuer, tab } = browser();
    await tab().begin(issuer.open());
    clock += 580_000;
    const session = tab();
    issuer.fails = new Problem(0, 'network.unreachable', 'No connection.');
    await expect(session.authorization()).rejects.toThrow('No connection.');
    expect(session.userId).toBe('user_a');
    issuer.fails = new Problem(401, 'auth.session_ended', 'This session has ended.');
    expect(await session.authorization()).toBeUndefined();
    expect(session.userId).toBe('');
    const later = tab();
    await later.start();
    expect(later.userId).toBe('');
  });

  it('begins and ends in all tabs', async () => {
    const { issuer, tab } = browser();
    const [one, two] = [tab(), tab()];
    await two.start();
    await one.begin(issuer.open());
    expect(two.userId).toBe('user_a');
    await two.end();
    expect([one.userId, await one.authorization()]).toEqual(['', undefined]);
  });

  it('lasts as long as the page where nothing can be kept', async () => {
    const { issuer } = browser();
    const store = new SessionStore({ open: () => { throw new Error('blocked'); } } as unknown as IDBFactory);
    const session = new Session({ store, exclusive: (work) => work(), send: async () => undefined as never, now: () => clock });
    await session.begin(issuer.open());
    expect(await session.authorization()).toMatch(/^Bearer at_/);
  });
});

describe('A client', () => {
  it('tries once more with another token when one is refused', async () => {
    const seen: (string | null)[] = [];
    const fetcher = (async (_: unknown, init: RequestInit) => {
      const token = new Headers(init.headers).get('authorization');
      seen.push(token);
      return token === 'Bearer new' ? Response.json({ items: [] }) : Response.json({ code: 'auth.token_expired', detail: 'Expired.' }, { status: 401 });
    }) as unknown as typeof fetch;
    let token = 'Bearer old';
    const access = { authorization: async () => token, renewed: async () => ((token = 'Bearer new'), true) };
    expect(await new Client({ access, fetch: fetcher }).assets()).toEqual({ items: [] });
    expect(seen).toEqual(['Bearer old', 'Bearer new']);
  });
});

describe('A lease', () => {
  it('that a tab died with lapses', async () => {
    const store = new SessionStore(new IDBFactory());
    expect([await store.claim('a', 100, 0), await store.claim('b', 150, 50), await store.claim('b', 250, 101)]).toEqual([true, false, true]);
  });
});

describe('Devices', () => {
  it('are named as people would', () => {
    expect(deviceText('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0')).toBe('Edge on Windows');
    expect(deviceText('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1')).toBe('Safari on iOS');
    expect([deviceText('curl/8.9'), deviceText(undefined)]).toEqual(['curl/8.9', 'Unknown device']);
  });
});
