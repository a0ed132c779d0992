import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ActingStore, organisationAreas } from '../../src/session/acting';

const tab = () => {
  const kept = new Map<string, string>();
  return { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value), removeItem: (name: string) => void kept.delete(name) };
};
const walks = { userId: 'user_ada', accountId: 'org_1', name: 'Walks' };

describe('Who acts for an organisation', () => {
  it('says so where organisations have something, and nowhere else', () => {
    const acting = new ActingStore(tab(), () => undefined);
    acting.choose(walks);
    for (const path of ['/assets', '/assets/asset_1/events', '/account/notifications/new', '/tokens?x=1']) expect(acting.header('user_ada', path)).toBe('org_1');
    for (const path of ['/me', '/auth/refresh', '/organisations/org_1', '/moderation/reports', '/operations/audit']) expect(acting.header('user_ada', path)).toBeUndefined();
  });

  it('is whoever chose it, and nobody after them in the same tab', () => {
    const acting = new ActingStore(tab(), () => undefined);
    acting.choose(walks);
    expect([acting.of('user_ada')?.name, acting.of('user_ben'), acting.of('')]).toEqual(['Walks', undefined, undefined]);
  });

  it('is told once that they do no longer', () => {
    const went: string[] = [];
    const acting = new ActingStore(tab(), (path) => went.push(path));
    acting.lose('user_ada');
    acting.choose(walks);
    acting.lose('user_ada');
    expect([acting.of('user_ada'), acting.takeEnded(), acting.takeEnded(), went]).toEqual([undefined, 'Walks', undefined, ['/videos', '/videos']]);
  });

  it('acts for themselves alone where nothing can be kept', () => {
    const acting = new ActingStore(undefined, () => undefined);
    acting.choose(walks);
    expect([acting.of('user_ada'), acting.takeEnded()]).toEqual([undefined, undefined]);
  });

  it('asks for it in the areas that the platform knows', () => {
    const rights = readFileSync(new URL('../../../src/Domain/Accounts/Organisations/OrganisationRights.cs', import.meta.url), 'utf8');
    const areas = new Set([...rights.matchAll(/\["([a-z-]+)(?:\/[a-z]+)?"\] =/g)].map(([, area]) => area));
    expect([...areas].sort()).toEqual([...organisationAreas].sort());
  });
});
