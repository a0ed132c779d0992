import { describe, expect, it } from 'vitest';
import { criteriaOf, pathOf, since } from '../../src/search/criteria';
import { partsOf } from '../../src/search/marked';
import { languageText } from '../../src/ui/words';

describe('Marks', () => {
  it('split a text by UTF-16 units and lose none of it', () => {
    expect(partsOf('a 🎬 film', [{ start: 5, length: 4 }, { start: 2, length: 2 }])).toEqual([
      { text: 'a ', marked: false }, { text: '🎬', marked: true }, { text: ' ', marked: false }, { text: 'film', marked: true },
    ]);
    expect(partsOf('<b>', [])).toEqual([{ text: '<b>', marked: false }]);
    expect(partsOf('')).toEqual([]);
  });

  it('that overlap or lie outside mark nothing', () => {
    const text = 'walking';
    for (const marks of [[{ start: 0, length: 99 }], [{ start: -1, length: 2 }], [{ start: 3, length: 0 }]]) expect(partsOf(text, marks)).toEqual([{ text, marked: false }]);
    expect(partsOf(text, [{ start: 0, length: 4 }, { start: 2, length: 4 }])).toEqual([{ text: 'walk', marked: true }, { text: 'ing', marked: false }]);
  });
});

describe('Criteria', () => {
  it('are an address and come back from it', () => {
    const criteria = { q: 'long walk', category: 'music' as const, resolution: 1080, sort: 'date' as const };
    const path = pathOf(criteria);
    expect(path).toBe('/search?q=long+walk&category=music&resolution=1080&sort=date');
    expect(criteriaOf(new URL(path, 'https://v.test').searchParams)).toEqual(criteria);
    expect(pathOf({})).toBe('/search');
    expect(criteriaOf(new URLSearchParams(`q=${'x'.repeat(300)}&other=1`))).toEqual({ q: 'x'.repeat(200) });
  });

  it('look back from the start of a day', () => {
    expect(since(7, Date.parse('2030-01-08T17:00:00Z'))).toBe('2030-01-01T00:00:00Z');
  });
});

describe('Languages', () => {
  it('have their names, and tags that are none stay', () => {
    expect([languageText('de'), languageText('-')]).toEqual([new Intl.DisplayNames(undefined, { type: 'language' }).of('de'), '-']);
  });
});
