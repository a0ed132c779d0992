import { describe, expect, it } from 'vitest';
import type { Asset } from '../../src/api/generated';
import { changeOf, fieldsOf, localTime, wordsOf } from '../../src/studio/change';

const asset: Asset = {
  id: 'asset_1', title: 'Waves', status: 'ready', visibility: 'unlisted', tags: ['sea', 'long walk'], licence: 'ccBy', createdAt: '', updatedAt: '', revision: 1, playbackIds: [],
  renditions: [], tracks: [], warnings: [], playable: true, downloads: [], pictures: { thumbnails: [] }, description: 'Of the sea.', recordedAt: '2026-03-01T10:00:30Z',
  location: { name: 'Brest', latitude: 48.39, longitude: -4.49 }, restrictions: { allowedCountries: ['FR'] },
};

describe('What an owner says of a video', () => {
  const before = fieldsOf(asset);
  const change = (fields: Partial<typeof before>) => changeOf(before, { ...before, ...fields });

  it('is no change while a form says the same', () => {
    expect(change({})).toEqual({});
  });

  it('is changed where it differs, and cleared where it is empty', () => {
    expect(change({ title: ' Tide ', description: '' })).toEqual({ title: 'Tide', description: null });
    expect(change({ tags: 'sea, sea,\nshore' })).toEqual({ tags: ['sea', 'shore'] });
    expect(change({ longitude: '-4.5' })).toEqual({ location: { name: 'Brest', latitude: 48.39, longitude: -4.5 } });
    expect(change({ place: '', latitude: '', longitude: '' })).toEqual({ location: null });
    expect(change({ allowedCountries: 'fr, de' })).toEqual({ restrictions: { allowedCountries: ['FR', 'DE'], deniedCountries: [], allowedOrigins: [] } });
    expect(change({ allowedCountries: '' })).toEqual({ restrictions: null });
    expect(change({ recordedAt: '' })).toEqual({ recordedAt: null });
  });

  it('has its time with the visibility that it is for', () => {
    const time = '2030-05-01T12:30';
    expect(change({ visibility: 'scheduled', publishAt: time })).toEqual({ visibility: 'scheduled', publishAt: new Date(time).toISOString() });
    expect(change({ visibility: 'private', publishAt: time })).toEqual({ visibility: 'private' });
    const scheduled = fieldsOf({ ...asset, visibility: 'scheduled', publishAt: new Date(time).toISOString() });
    expect(scheduled.publishAt).toBe(time);
    expect(changeOf(scheduled, { ...scheduled, visibility: 'public' })).toEqual({ visibility: 'public' });
  });

  it('has times of this place, to the minute', () => {
    expect(new Date(localTime('2026-03-01T10:00:30Z')).toISOString()).toBe('2026-03-01T10:00:00.000Z');
    expect([localTime(undefined), wordsOf(' , \n')]).toEqual(['', []]);
  });
});
