import type { getSearch } from '../api/generated';

export type Criteria = Omit<NonNullable<Parameters<typeof getSearch>[1]>, 'facets' | 'cursor' | 'limit' | 'live'>;

/** Most characters that a search may have. */
export const longest = 200;

const names = ['q', 'category', 'language', 'channel', 'tag', 'captions', 'duration', 'publishedSince', 'resolution', 'sort'] as const satisfies readonly (keyof Criteria)[];

/** What a results page's address asks for. Its choices go to the platform as they are, which says what it doesn't know. */
export function criteriaOf(query: URLSearchParams): Criteria {
  const given = names.flatMap((name) => (query.get(name) ? [[name, name === 'resolution' ? Number(query.get(name)) : query.get(name)!]] : []));
  const criteria = Object.fromEntries(given) as Criteria;
  return criteria.q ? { ...criteria, q: criteria.q.slice(0, longest) } : criteria;
}

/** The address of a results page. */
export function pathOf(criteria: Criteria): string {
  const query = new URLSearchParams(names.flatMap((name) => (criteria[name] ? [[name, String(criteria[name])]] : [])));
  return query.size === 0 ? '/search' : `/search?${query}`;
}

/** Spans that one looks back; days. */
export const spans = { 1: 'Last day', 7: 'Last week', 31: 'Last month', 366: 'Last year' } as const;

/** The beginning of a span, at the start of a day, so that addresses and answers stay the same for a while. */
export const since = (days: number, now: number): string => `${new Date(now - days * 864e5).toISOString().slice(0, 10)}T00:00:00Z`;
