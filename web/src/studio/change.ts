import type { Asset, AssetChange } from '../api/generated';

/** Bounds that the API holds owners' words to. */
export const most = { title: 200, description: 5000, tags: 30, tag: 50, place: 100 };

/** What an owner can say of a video, as the fields of a form have it. */
export type Fields = Record<
  'title' | 'description' | 'visibility' | 'publishAt' | 'category' | 'tags' | 'language' | 'place' | 'latitude' | 'longitude' | 'licence' | 'recordedAt' | 'channelId'
  | 'allowedCountries' | 'deniedCountries' | 'allowedOrigins', string
>;

/** Words between commas or line breaks. */
export const wordsOf = (text: string): string[] => [...new Set(text.split(/[,\n]/).map((each) => each.trim()).filter((each) => each !== ''))];

/** A time as `datetime-local` has it: of this place, to the minute. */
export function localTime(iso: string | undefined): string {
  if (!iso) return '';
  const time = new Date(iso);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** What is said of an asset, as a form shows it. */
export function fieldsOf(asset: Asset): Fields {
  const { restrictions, location } = asset;
  return {
    title: asset.title,
    description: asset.description ?? '',
    visibility: asset.visibility,
    publishAt: asset.visibility === 'scheduled' ? localTime(asset.publishAt) : '',
    category: asset.category ?? '',
    tags: asset.tags.join(', '),
    language: asset.language ?? '',
    place: location?.name ?? '',
    latitude: location?.latitude?.toString() ?? '',
    longitude: location?.longitude?.toString() ?? '',
    licence: asset.licence,
    recordedAt: localTime(asset.recordedAt),
    channelId: asset.channelId ?? '',
    allowedCountries: restrictions?.allowedCountries?.join(', ') ?? '',
    deniedCountries: restrictions?.deniedCountries?.join(', ') ?? '',
    allowedOrigins: restrictions?.allowedOrigins?.join(', ') ?? '',
  };
}

/** What one form says differently from another, as a merge patch: what is the same is left out, what is empty is cleared. */
export function changeOf(before: Fields, after: Fields): AssetChange {
  const changed = (...names: (keyof Fields)[]) => names.some((name) => before[name] !== after[name]);
  const time = (text: string) => (text ? new Date(text).toISOString() : null);
  const number = (text: string) => (text.trim() === '' ? null : Number(text));
  const countries = (text: string) => wordsOf(text.toUpperCase());
  const change: Record<string, unknown> = {};
  for (const name of ['description', 'category', 'language', 'channelId'] as const) if (changed(name)) change[name] = after[name].trim() || null;
  for (const name of ['title', 'visibility', 'licence'] as const) if (changed(name)) change[name] = after[name].trim();
  // The time goes with the visibility that it is for.
  if (changed('visibility', 'publishAt') && after.visibility === 'scheduled') Object.assign(change, { visibility: 'scheduled', publishAt: time(after.publishAt) });
  if (changed('tags')) change['tags'] = wordsOf(after.tags);
  if (changed('recordedAt')) change['recordedAt'] = time(after.recordedAt);
  if (changed('place', 'latitude', 'longitude')) {
    const location = { name: after.place.trim() || null, latitude: number(after.latitude), longitude: number(after.longitude) };
    change['location'] = Object.values(location).every((each) => each === null) ? null : location;
  }
  if (changed('allowedCountries', 'deniedCountries', 'allowedOrigins')) {
    const lists = { allowedCountries: countries(after.allowedCountries), deniedCountries: countries(after.deniedCountries), allowedOrigins: wordsOf(after.allowedOrigins) };
    change['restrictions'] = Object.values(lists).every((list) => list.length === 0) ? null : lists;
  }
  return change as AssetChange;
}
