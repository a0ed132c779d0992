import { describe, expect, it } from 'vitest';
import { changeOf, durationText, figureText, retentionShares } from '../../src/analytics/figures';
import { geometryOf, nearest, room, summaryOf } from '../../src/analytics/geometry';
import { heatColumns, levelOf } from '../../src/analytics/heat';
import { ask, lastDays } from '../../src/analytics/question';
import { pointsOf, retentionPoints } from '../../src/analytics/series';
import { WhileVisible } from '../../src/analytics/while-visible';
import { labelText } from '../../src/analytics/words';
import type { AnalyticsPoint, ApiRequest, Send } from '../../src/api/generated';
import { routeOf } from '../../src/routes';

describe('Figures', () => {
  it('are told in what people count in', () => {
    expect([0, 850, 999.7, 1240, 59_990, 125_000, 180_000, 3_599_900, 11_520_000, 4_442_400_000].map(durationText))
      .toEqual(['0 ms', '850 ms', '1 s', '1.24 s', '59.99 s', '2 min 5 s', '3 min', '1 h', '3 h 12 min', '1,234 h']);
    expect([figureText(0.00341, 'share'), figureText(0.4151, 'share'), figureText(0, 'share')]).toEqual(['0.34 %', '41.5 %', '0 %']);
    expect([figureText(820, 'kbit/s'), figureText(4350, 'kbit/s'), figureText(1.5e9, 'bytes')]).toEqual(['820 kbit/s', '4.4 Mbit/s', '1.5 GB']);
    expect([figureText(12345, 'sessions'), figureText(87.44, '0 to 100'), figureText(undefined, 'ms')]).toEqual(['12,345', '87.4', '–']);
  });

  it('are better or worse than before', () => {
    expect(changeOf(112, 100)).toEqual({ text: '+12 %', better: true });
    expect(changeOf(97.5, 100)).toEqual({ text: '−2.5 %', better: false });
    expect(changeOf(0.01, 0.02, true)).toEqual({ text: '−50 %', better: true });
    expect([changeOf(5, 5), changeOf(0, 0), changeOf(100_001, 100_000)]).toEqual(Array(3).fill({ text: 'as before' }));
    expect([changeOf(5, 0), changeOf(5, 0, true)]).toEqual([{ text: 'none before', better: true }, { text: 'none before', better: false }]);
    expect([changeOf(undefined, 1), changeOf(1, undefined)]).toEqual([undefined, undefined]);
  });

  it('of a retention are shares of plays, never more than all', () => {
    expect(retentionShares([10, 5], 20)).toEqual([0.5, 0.25]);
    expect(retentionShares([10, 5], 8)).toEqual([1, 0.5]);
    expect([retentionShares([], undefined), retentionShares([0, 0], 0)]).toEqual([[], []]);
    expect(retentionPoints([1, 0.5], 90).map(({ label }) => label)).toEqual(['0:00', '0:45']);
    expect(retentionPoints([1, 0.5], undefined).map(({ label }) => label)).toEqual(['0 %', '1 %']);
  });
});

describe('Charts', () => {
  const points = [{ label: 'a', value: 0 }, { label: 'b', value: 7_200_000 }, { label: 'c' }, { label: 'd', value: 3_600_000 }];

  it('lie within their picture, and break where nothing is known', () => {
    const { places, line, bars, ground } = geometryOf(points, 'ms', 500, 200);
    expect(places.map(({ x, y }) => [x, y])).toEqual([[room.left, ground], [expect.any(Number), room.top], [expect.any(Number), ground], [500 - room.right, (ground + room.top) / 2]]);
    expect(line.match(/M/g)).toHaveLength(2);
    expect(bars.map(({ height }) => height)).toEqual([0, ground - room.top, 0, (ground - room.top) / 2]);
    expect(nearest(places, places[1]!.x + 3)).toBe(1);
  });

  it('have round marks in what they are told in, and whole ones of what has no halves', () => {
    expect(geometryOf(points, 'ms', 500, 200).values.map(({ value }) => figureText(value, 'ms'))).toEqual(['0 ms', '30 min', '1 h', '1 h 30 min', '2 h']);
    expect(geometryOf([{ label: '', value: 2 }], 'sessions', 500, 200).values.map(({ value }) => value)).toEqual([0, 1, 2]);
    expect(geometryOf([{ label: '', value: 0 }], 'sessions', 500, 200).values.map(({ value }) => value)).toEqual([0, 1]);
    expect(geometryOf([], 'share', 500, 200).line).toBe('');
  });

  it('leave labels out that have no room', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ label: `Mar ${10 + i}`.padEnd(9, '.'), value: i }));
    expect(geometryOf(many, 'sessions', 300, 200).labels.length).toBeLessThanOrEqual(3);
    expect(geometryOf(many, 'sessions', 900, 200).labels.length).toBeGreaterThan(6);
  });

  it('say what they show', () => {
    expect(summaryOf(points, (value) => figureText(value, 'ms'))).toBe('3 points, the highest 2 h (b), the lowest 0 ms (a).');
    expect(summaryOf([{ label: 'a' }], String)).toBe('Nothing is known of this time.');
  });

  it('of days have the days of the platform', () => {
    const series: AnalyticsPoint[] = [{ start: '2026-03-01T00:00:00Z', values: { views: 3 } }, { start: '2026-03-02T00:00:00Z', values: {} }];
    expect(pointsOf({ series, grain: 'day' }, 'views').map(({ label, value }) => [/\d+/.exec(label)![0], value])).toEqual([['1', 3], ['2', undefined]]);
  });
});

describe('Heat maps', () => {
  const column = (name: string) => heatColumns.find(({ text }) => text === name)!;

  it('tell the bad from the good', () => {
    expect([99, 90, 89.9, 75, 60, 12, undefined].map((value) => levelOf(column('Score'), value))).toEqual(['good', 'good', 'fair', 'middling', 'poor', 'bad', undefined]);
    expect([400, 1000, 7999, 8000].map((value) => levelOf(column('Start-up'), value))).toEqual(['good', 'fair', 'poor', 'bad']);
    expect(levelOf(column('Attempts'), 3)).toBe(undefined);
  });

  it('tell failures as shares, of nothing none', () => {
    expect([column('Failed starts').of({ startFailures: 1, attempts: 200 }), column('Failed starts').of({ startFailures: 0, attempts: 0 })]).toEqual([0.005, undefined]);
  });

  it('name places and devices for people', () => {
    expect([labelText('country', 'DE'), labelText('country', 'ZZ'), labelText('country', '?'), labelText('device', 'tv'), labelText('cdn', 'edge.example'), labelText('source', '')])
      .toEqual(['Germany', 'Unknown', '?', 'TV sets', 'edge.example', 'Unknown']);
  });
});

describe('Questions', () => {
  const now = Date.parse('2026-03-20T12:00:30Z');

  it('are of as many windows as they say, the last of which is now', () => {
    expect(lastDays(7, now)).toEqual({ from: '2026-03-14T00:00:00.000Z', to: '2026-03-20T12:00:30.000Z' });
    expect(lastDays(1, now).from).toBe('2026-03-19T13:00:00.000Z');
  });

  it('go to what they are about', async () => {
    const asked: ApiRequest[] = [];
    const send = (async (request: ApiRequest) => void asked.push(request)) as unknown as Send;
    const question = { ...lastDays(7, now), metrics: ['views', 'plays'], compare: true };
    await ask(send, { kind: 'video', id: 'a/b' }, question);
    await ask(send, { kind: 'channel', id: 'ch_1' }, question, undefined, 'csv');
    await ask(send, { kind: 'platform' }, question);
    expect(asked.map(({ path }) => path)).toEqual(['/analytics/assets/a%2Fb', '/analytics/channels/ch_1', '/operations/analytics']);
    expect(asked[1]!.query).toMatchObject({ metrics: 'views,plays', compare: 'previous', format: 'csv' });
  });

  it('are asked again only while the page is looked at', () => {
    const page = Object.assign(new EventTarget(), { visibilityState: 'hidden' as DocumentVisibilityState });
    let [asked, running] = [0, 0];
    const { setInterval: set, clearInterval: clear } = globalThis;
    globalThis.setInterval = (() => ++running) as unknown as typeof setInterval;
    globalThis.clearInterval = ((timer?: number) => void (timer !== undefined && (running = 0))) as typeof clearInterval;
    try {
      const again = new WhileVisible({ addController() {}, removeController() {}, requestUpdate() {}, updateComplete: Promise.resolve(true) }, () => asked++, 1000, page as never);
      again.hostConnected();
      expect([asked, running]).toEqual([0, 0]);
      page.visibilityState = 'visible';
      page.dispatchEvent(new Event('visibilitychange'));
      expect([asked, running]).toEqual([1, 1]);
      page.visibilityState = 'hidden';
      page.dispatchEvent(new Event('visibilitychange'));
      expect([asked, running]).toEqual([1, 0]);
    } finally {
      [globalThis.setInterval, globalThis.clearInterval] = [set, clear];
    }
  });

  it('have pages', () => {
    const at = (path: string) => routeOf(new URL(path, 'https://video.test'));
    expect([at('/videos/a_1/analytics'), at('/channels/ch_1/analytics/'), at('/platform')]).toEqual([{ page: 'analytics', kind: 'video', id: 'a_1' }, { page: 'analytics', kind: 'channel', id: 'ch_1' }, { page: 'platform' }]);
    expect([at('/people/a/analytics'), at('/videos//analytics'), at('/videos/a/else')].map(({ page }) => page)).toEqual(Array(3).fill('missing'));
  });
});
