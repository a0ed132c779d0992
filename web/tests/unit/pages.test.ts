import { describe, expect, it } from 'vitest';
import type { PlaybackInfo, ProgressSnapshot } from '../../src/api/types';
import { reachable, withQuery } from '../../src/api/urls';
import { momentsOf } from '../../src/pages/moments';
import { stepsOf } from '../../src/pages/steps';
import { routeOf } from '../../src/routes';
import { bytes, clock, eta } from '../../src/ui/format';
import { SpeedMeter } from '../../src/upload/speed';

describe('Addresses', () => {
  const at = (path: string) => routeOf(new URL(path, 'https://video.test'));

  it('lead to pages', () => {
    expect(at('/')).toEqual({ page: 'home' });
    expect(at('/videos')).toEqual({ page: 'videos' });
    expect(at('/trending?region=DE')).toEqual({ page: 'trending', query: '?region=DE' });
    expect(at('/upload/')).toEqual({ page: 'upload' });
    expect(at('/watch/play_1?token=t&engine=dash&list=pl_1')).toEqual({ page: 'watch', playbackId: 'play_1', token: 't', engine: 'dash', list: 'pl_1', embed: false });
    expect([at('/playlists'), at('/playlist/pl_1'), at('/channels/ch_1')]).toEqual([{ page: 'playlists' }, { page: 'playlist', playlistId: 'pl_1' }, { page: 'edit-channel', channelId: 'ch_1' }]);
    expect(at('/embed/play_1')).toEqual({ page: 'watch', playbackId: 'play_1', token: '', engine: '', list: '', embed: true });
    expect([at('/watch/live_1?token=t'), at('/live-streams'), at('/live-streams/stream_1')]).toEqual([
      { page: 'watch-live', playbackId: 'live_1', token: 't', embed: false }, { page: 'live-streams' }, { page: 'live-stream', liveStreamId: 'stream_1' },
    ]);
    for (const bad of ['/else', '/constructor/x', '/playlist/a/b']) expect(at(bad)).toEqual({ page: 'missing' });
  });

  it('to come back to after signing in are pages of our own', () => {
    const next = (text: string) => (at(`/sign-in?next=${encodeURIComponent(text)}`) as { next: string }).next;
    expect([next('/upload?a=1'), next('/watch/p?token=t')]).toEqual(['/upload?a=1', '/watch/p?token=t']);
    for (const bad of ['//evil.test/', 'https://evil.test/', '/\\evil.test', 'javascript:alert(1)', '/else', '/sign-in', '']) expect(next(bad)).toBe('/');
  });

  it('of the loopback interface go to the page’s own origin when it has another', () => {
    expect(reachable('http://localhost:7071/api/x?sig=1', 'https://video.test/watch')).toBe('https://video.test/api/x?sig=1');
    expect(reachable('http://localhost:7071/api/x', 'http://localhost:7071/')).toBe('http://localhost:7071/api/x');
    expect(reachable('https://cdn.test/a', 'https://video.test/')).toBe('https://cdn.test/a');
    expect(reachable('/media/a', 'https://video.test/watch/1')).toBe('https://video.test/media/a');
  });

  it('take more parameters', () => {
    expect(withQuery('/a?b=1', { c: 'x=/', d: undefined })).toBe('/a?b=1&c=x%3D%2F');
  });
});

describe('Moments', () => {
  it('are where the platform takes its thumbnails', () => {
    const info: PlaybackInfo = { playbackId: 'p', status: 'ready', revision: 1, growing: false, durationSeconds: 100, thumbnails: ['a', 'b', 'c', 'd', 'e'] };
    expect(momentsOf(info).map((moment) => moment.seconds)).toEqual([10, 25, 50, 75, 90]);
    expect(momentsOf({ ...info, thumbnails: ['a'] })).toEqual([{ url: 'a', seconds: 50 }]);
  });
});

describe('Steps', () => {
  const marks = (status: ProgressSnapshot['status'], fraction?: number) => stepsOf({ status, renditions: fraction === undefined ? [] : [{ name: '360p', fraction }] }).map((step) => step.mark);

  it('follow the state', () => {
    expect(marks('probing')).toEqual(['done', 'now', '', '']);
    expect(marks('awaitingApproval')).toEqual(['done', 'done', 'now', '']);
    expect(marks('processing', 0.5)).toEqual(['done', 'done', 'now', '']);
    expect(marks('processing', 1)).toEqual(['done', 'done', 'done', 'now']);
    expect(marks('ready', 1)).toEqual(['done', 'done', 'done', 'done']);
    expect(marks('failed')).toEqual(['done', 'failed', '', '']);
  });
});

describe('Figures', () => {
  it('read well', () => {
    expect([clock(5), clock(65), clock(3723), clock(Number.NaN)]).toEqual(['0:05', '1:05', '1:02:03', '–']);
    expect([bytes(0), bytes(999), bytes(1000), bytes(1_540_000_000), bytes(123_456_789)]).toEqual(['0 B', '999 B', '1.0 kB', '1.5 GB', '123 MB']);
    expect([eta(3), eta(41), eta(600), eta(7500)]).toEqual(['a few seconds', '45 s', '10 min', '2 h 5 min']);
  });
});

describe('The speed meter', () => {
  it('looks at the last seconds only', () => {
    const meter = new SpeedMeter(1000);
    expect(meter.speed).toBeUndefined();
    for (const [bytesSent, at] of [[0, 0], [100, 1000], [1100, 2000], [2100, 3000]] as const) meter.add(bytesSent, at);
    expect(meter.speed).toBe(1000);
    expect(meter.remaining(4100)).toBe(2);
  });

  it('starts anew when a block has to be sent again', () => {
    const meter = new SpeedMeter();
    meter.add(1000, 0);
    meter.add(500, 1000);
    expect(meter.speed).toBeUndefined();
  });
});
