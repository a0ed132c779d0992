import assert from 'node:assert/strict';
import { until } from './watching.mjs';

const types = (events) => events.map(({ type }) => type);
const playing = (page, from) => until(page, (time) => window.streamPlayer?.video?.currentTime > time, from);

/** What `video` really did, noted in the page without the library. */
function witness() {
  const found = setInterval(() => {
    const video = window.streamPlayer?.video;
    if (!video) return;
    clearInterval(found);
    const seen = (window.seen = { moved: 0, stalls: 0, seeks: 0, started: 0 });
    let [since, sought, waits] = [undefined, false, false];
    const rests = () => since !== undefined && ((seen.moved += performance.now() - since), (since = undefined));
    video.addEventListener('playing', () => ((seen.started ||= performance.now()), (since ??= performance.now()), (sought = waits = false)));
    video.addEventListener('seeking', () => (seen.started && seen.seeks++, (sought = true), rests()));
    // One wait can be told several times.
    video.addEventListener('waiting', () => (seen.started && !sought && !waits && seen.stalls++, (waits = true), rests()));
    for (const type of ['pause', 'ended', 'emptied']) video.addEventListener(type, () => ((waits = false), rests()));
  }, 5);
}

async function watched({ page, platform }, query, engine) {
  await page.addInitScript(witness);
  await page.goto(`${platform.url}/watch/play_final${query}`);
  await playing(page, 1);
  await page.evaluate(() => (window.streamPlayer.video.currentTime = 12));
  await playing(page, 12.5);
  await page.evaluate(() => window.streamPlayer.video.pause());
  await until(page, () => window.streamPlayer.video.paused);
  await page.evaluate(() => window.streamPlayer.setQuality('360p'));
  await page.evaluate(() => {
    window.streamPlayer.video.playbackRate = 4;
    return window.streamPlayer.video.play();
  });
  await until(page, () => window.streamPlayer.video.videoHeight === 360);
  await until(page, () => window.streamPlayer.video.ended, undefined, 60_000);
  const seen = await page.evaluate(() => {
    const { played, duration } = window.streamPlayer.video;
    const parts = new Set();
    // The browser's own record of what it played.
    for (let i = 0; i < played.length; i++) for (let part = 0; part < 100; part++) if (played.start(i) < ((part + 1) * duration) / 100 && played.end(i) > (part * duration) / 100) parts.add(part);
    return { ...window.seen, parts: [...parts] };
  });
  // The element goes away, the page stays: there is no hurry in which something could be lost.
  await page.evaluate(() => window.streamPlayer.remove());
  const { telemetry } = platform;
  for (let i = 0; i < 100 && telemetry.events().at(-1)?.type !== 'exit'; i++) await page.waitForTimeout(50);
  const events = telemetry.events();
  const { totals } = events.at(-1);
  console.log(`      ${types(events).join(' ')}; ${JSON.stringify(totals)}; ${seen.moved} ms seen`);
  assert.deepEqual(types(events).slice(0, 1), ['attempt']);
  for (const type of ['playing', 'heartbeat', 'seek', 'rung', 'pause', 'resume', 'ended', 'exit']) assert.ok(types(events).includes(type), type);
  assert.deepEqual(events.map(({ seq }) => seq), events.map((_, i) => i + 1));
  assert.ok(Math.abs(totals.watchedMs - seen.moved) <= seen.moved * 0.01, `${totals.watchedMs} of ${seen.moved} ms`);
  assert.deepEqual([totals.seeks, totals.stalls], [seen.seeks, seen.stalls], JSON.stringify(events.map(({ totals: _, ...event }) => event)));
  assert.ok(totals.bytes > 10_000 && totals.bitrateMs > 0 && totals.rungChanges >= 1);
  const told = [...totals.watched].flatMap((digit, i) => [8, 4, 2, 1].flatMap((bit, j) => (Number.parseInt(digit, 16) & bit ? [i * 4 + j] : [])));
  // Where it was sought from lies between two looks at the clock.
  const wrong = [...told.filter((part) => !seen.parts.includes(part)), ...seen.parts.filter((part) => !told.includes(part))];
  assert.ok(wrong.length <= 1 && told.length > 50, `told ${told}, seen ${seen.parts}`);
  assert.equal([...telemetry.players].some((player) => JSON.parse(player).engine === engine), true);
  assert.deepEqual([...telemetry.hosts], [new URL(platform.url).host]);
  const named = platform.cmcd.filter(([path, keys]) => path.endsWith('.m4s') && keys.includes('sid="ses_1"') && keys.includes('cid="play_final"'));
  assert.ok(named.length > 2, platform.cmcd.slice(0, 5).join('\n'));
}

export const telemetryScenarios = {
  'What HLS played is told as it was': (context) => watched(context, '', 'hls.js'),

  'What DASH played is told as it was': (context) => watched(context, '?engine=dash', 'shaka'),

  'Telemetry that is refused or cut off is nothing that a viewer notices': async ({ page, platform }) => {
    platform.cut = /^\/api\/(telemetry|playback\/[^/]+\/sessions)$/;
    await page.goto(`${platform.url}/watch/play_final`);
    await playing(page, 1);
    assert.deepEqual(await page.evaluate(() => [window.streamPlayer.state, window.streamPlayer.errors]), ['playable', []]);
    platform.cut = undefined;
    for (let i = 0; i < 200 && platform.telemetry.events().length < 2; i++) await page.waitForTimeout(50);
    assert.deepEqual(types(platform.telemetry.events()).slice(0, 3).filter((type) => type !== 'rung'), ['attempt', 'playing']);
  },

  'A tab that is closed without network is told of by the next one, to the last moment': async ({ page, platform, context }) => {
    const agreed = () => setInterval(() => window.streamPlayer && (window.streamPlayer.consent = 'full'), 1);
    await context.addInitScript(agreed);
    await page.goto(`${platform.url}/watch/play_final`);
    await playing(page, 1);
    await until(page, () => localStorage.getItem('stream.visitor'));
    await context.setOffline(true);
    await playing(page, 3);
    const gone = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await gone;
    await context.setOffline(false);
    const { telemetry } = platform;
    assert.notEqual(telemetry.events('ses_1').at(-1).type, 'exit');
    const next = await context.newPage();
    await next.goto(`${platform.url}/watch/play_final`);
    for (let i = 0; i < 200 && telemetry.events('ses_1').at(-1).type !== 'exit'; i++) await next.waitForTimeout(50);
    const events = telemetry.events('ses_1');
    assert.equal(events.at(-1).type, 'exit');
    assert.ok(events.at(-1).totals.watchedMs > 2800, JSON.stringify(events.at(-1)));
    assert.deepEqual(events.map(({ seq }) => seq), events.map((_, i) => i + 1));
    assert.deepEqual(telemetry.asked.map(({ visitor }) => visitor === telemetry.asked[0].visitor && visitor.length), [32, 32]);
  },

  'The library alone tells of a plain element': async ({ page, platform }) => {
    await page.goto(`${platform.url}/sign-in`);
    await page.evaluate(async () => {
      const { Telemetry, platformSession } = await import('/telemetry.js');
      const video = Object.assign(document.createElement('video'), { src: '/media/preview.mp4', muted: true });
      document.body.replaceChildren(video);
      const report = new Telemetry().watch(video, { session: platformSession({ playbackId: 'play_1' }), player: { name: 'my-player', version: '2.1' } });
      await video.play();
      await new Promise((resolve) => video.addEventListener('ended', resolve));
      report.close();
    });
    const { telemetry } = platform;
    for (let i = 0; i < 100 && telemetry.events().at(-1)?.type !== 'exit'; i++) await page.waitForTimeout(50);
    const events = telemetry.events();
    assert.deepEqual(types(events).filter((type) => ['attempt', 'playing', 'ended', 'exit'].includes(type)), ['attempt', 'playing', 'ended', 'exit']);
    assert.deepEqual([events.at(-1).totals.watched, [...telemetry.players]], ['f'.repeat(25), ['{"name":"my-player","version":"2.1","engine":"native"}']]);
  },

  'Where nobody agreed nothing is told': async ({ page, platform }) => {
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }));
    await page.goto(`${platform.url}/watch/play_final`);
    await playing(page, 1);
    assert.deepEqual(platform.telemetry.asked.map(Object.keys), [[]]);
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => /telemetry|visitor/.test(key))), []);
    platform.playback.set('other', platform.playback.get('play_final'));
    await page.evaluate(() => Object.assign(window.streamPlayer, { consent: 'none', playbackId: 'other' }));
    await until(page, () => window.streamPlayer.video.currentTime < 1);
    platform.cmcd = [];
    await playing(page, 1);
    assert.deepEqual([platform.telemetry.asked.length, platform.cmcd], [1, []]);
  },
};
