import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/api/problem';
import type { Page } from '../../src/api/types';
import { Listing } from '../../src/ui/listing';

/** A host that is no element: what is asked for on trouble isn't there. */
const host = () => ({ addController() {}, removeController() {}, requestUpdate() {}, updateComplete: Promise.resolve(true), renderRoot: { querySelector: () => null } }) as never;

const pages = (all: Record<string, Page<string>>) => (cursor = '') => Promise.resolve(all[cursor]!);

describe('A listing', () => {
  it('knows nothing, not that there is nothing, until a page has come', async () => {
    const listing = new Listing(host(), 'l', pages({ '': { items: [] } }), (item) => item);
    const loading = listing.load();
    expect(listing.items).toBeUndefined();
    await loading;
    expect(listing.items).toEqual([]);
  });

  it('goes on past pages from which everything was left out, and lists what moved once', async () => {
    const listing = new Listing(host(), 'l', pages({ '': { items: [], cursor: '1' }, 1: { items: ['a', 'b'], cursor: '2' }, 2: { items: ['b', 'c'] } }), (item) => item);
    const seen = new Set<unknown>();
    (listing as unknown as { lists: { requestUpdate(): void } }).lists.requestUpdate = () => seen.add(listing.items?.length);
    await listing.load();
    expect([...seen], 'it never looked empty').toEqual([undefined, 2]);
    expect([listing.items, listing.cursor]).toEqual([['a', 'b'], '2']);
    await listing.more();
    expect([listing.items, listing.cursor]).toEqual([['a', 'b', 'c'], undefined]);
  });

  it('asks after so many empty pages whether to go on', async () => {
    let asked = 0;
    const listing = new Listing<string>(host(), 'l', async () => ({ items: [], cursor: `${++asked}` }), (item) => item);
    await listing.load();
    expect(asked).toBeLessThan(50);
    expect(listing.cursor).toBe(`${asked}`);
  });

  it('shows what was asked for last', async () => {
    const waiting: ((page: Page<string>) => void)[] = [];
    const listing = new Listing<string>(host(), 'l', () => new Promise((resolve) => waiting.push(resolve)), (item) => item);
    const first = listing.load();
    void listing.load();
    waiting[0]!({ items: ['of another'] });
    await Promise.resolve();
    expect(listing.items).toBeUndefined();
    await new Promise((resolve) => setTimeout(resolve));
    waiting[1]!({ items: ['mine'] });
    await first;
    expect(listing.items).toEqual(['mine']);
  });

  it('keeps what it has when more can\u2019t be had', async () => {
    const listing = new Listing<string>(host(), 'l', async (cursor) => {
      if (cursor) throw new Problem(500, 'x', 'No.');
      return { items: ['a'], cursor: '1' };
    }, (item) => item);
    await listing.load();
    await listing.more();
    expect([listing.items, listing.cursor, listing.problem?.message]).toEqual([['a'], '1', 'No.']);
    listing.put('a');
    listing.drop('a');
    expect(listing.items).toEqual([]);
  });
});
