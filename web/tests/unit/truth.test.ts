import { describe, expect, it } from 'vitest';
// @ts-expect-error The mock platform of the browser tests is plain JavaScript.
import { untruths } from '../browser/truth.mjs';

describe('The mock platform', () => {
  const token = { id: 'token_1', name: 'Backup', scopes: [], createdAt: '2030-01-01T00:00:00Z', expiresAt: '2030-01-01T00:00:00Z' };

  it('is caught when it says, or is told, what the API’s description doesn’t know', () => {
    expect(untruths({ method: 'GET', path: '/tokens', status: 200, answer: { items: [token] } })).toEqual([]);
    expect(untruths({ method: 'GET', path: '/tokens', status: 200, answer: { items: [{ ...token, name: 7 }] } })).toEqual(['GET /tokens: /items/0/name must be string']);
    expect(untruths({ method: 'GET', path: '/tokens', status: 418, answer: { code: 'x' } })).toHaveLength(3);
    expect(untruths({ method: 'GET', path: '/tokens', query: new URLSearchParams('colour=red'), status: 200, answer: { items: [] } })).toEqual(['GET /tokens: it takes no colour']);
    expect(untruths({ method: 'POST', path: '/tokens', body: { name: 'a', wish: 1 }, status: 201, answer: token })).toEqual(['POST /tokens: its body has no wish']);
    expect(untruths({ method: 'GET', path: '/nothing', status: 200 })).toEqual(['GET /nothing: there is no such operation']);
  });
});
