import assert from 'node:assert/strict';
import { clipSeconds } from './media.mjs';
import { problem } from './problems.mjs';
import { outcome, until } from './watching.mjs';

const ended = (page) => until(page, () => window.streamPlayer?.video?.ended, undefined, 60_000);
const playing = (page, from = 0.3) => until(page, (time) => window.streamPlayer?.video?.currentTime > time, from);
const faster = (page, rate) => page.evaluate((value) => (window.streamPlayer.video.playbackRate = value), rate);

function wholeAndClean(result) {
  assert.equal(result.ended, true);
  assert.deepEqual(result.errors, []);
  assert.equal(result.holes, 0);
  assert.equal(result.ranges.length, 1);
  assert.ok(result.ranges[0][0] < 0.1, `buffer starts at ${result.ranges[0][0]}`);
  assert.ok(Math.abs(result.time - clipSeconds) < 0.2, `ended at ${result.time}`);
}

async function playsWholeWithSwitches({ page, platform }, query, engine) {
  await page.goto(`${platform.url}/watch/play_final${query}`);
  await playing(page);
  await faster(page, 2);
  const { qualities } = await outcome(page);
  assert.deepEqual(qualities, ['720p', '480p', '360p']);
  for (const name of ['360p', '720p', '480p']) {
    const before = (await outcome(page)).time;
    await page.evaluate((value) => window.streamPlayer.setQuality(value), name);
    await until(page, (time) => window.streamPlayer.video.ended || window.streamPlayer.video.currentTime > time + 4, before);
  }
  await ended(page);
  const result = await outcome(page);
  assert.equal(result.engine, engine);
  assert.equal(result.revision, 1);
  assert.ok(result.heights.length >= 2, `heights seen: ${result.heights}`);
  wholeAndClean(result);
}

const notReady = () => problem(409, 'asset.not_ready', 'This video is still being prepared.');

export const scenarios = {
  'HLS plays to the end through forced quality switches': (context) => playsWholeWithSwitches(context, '', 'hls'),

  'DASH plays to the end through forced quality switches': (context) => playsWholeWithSwitches(context, '?engine=dash', 'dash'),

  'Only the engine in use is downloaded': async ({ page, platform }) => {
    await page.goto(`${platform.url}/watch/play_final`);
    await playing(page);
    const scripts = platform.log.filter((line) => line.endsWith('.js'));
    assert.ok(scripts.some((line) => line.includes('/hls-')) && !scripts.some((line) => line.includes('/dash-')), scripts.join());
  },

  'A growing video starts by itself, grows, and goes over to its final revision without a break': async ({ page, platform }) => {
    let answer = notReady;
    platform.playback.set('play_growing', () => answer());
    await page.goto(`${platform.url}/watch/play_growing?token=t`);
    await page.getByText('Almost there').waitFor();
    answer = () => [200, platform.growing()];
    platform.listed = 1;
    await playing(page);
    await page.evaluate(() => {
      window.streamPlayer.video.volume = 0.6;
      window.streamPlayer.setQuality('720p');
    });
    assert.deepEqual((await outcome(page)).qualities, ['360p']);
    platform.listed = 2;
    await playing(page, 1.5);
    platform.listed = 3;
    await playing(page, 4.5);
    answer = () => [200, { ...platform.final(), playbackId: 'play_growing' }];
    await until(page, () => window.moved.length > 0);
    await playing(page, 12.5);
    await faster(page, 2);
    await ended(page);
    const result = await outcome(page);
    console.log(`      longest pause between frames: ${result.longestGapNearMove.toFixed(0)} ms around the move, ${result.longestGap.toFixed(0)} ms overall; heights ${result.heights}`);
    wholeAndClean(result);
    assert.equal(result.revision, 1);
    assert.equal(result.moved.length, 1);
    assert.equal(result.backwards, 0);
    assert.equal(result.volume, 0.6);
    assert.deepEqual(result.qualities, ['720p', '480p', '360p']);
    assert.deepEqual(result.heights, [360, 720]);
    assert.deepEqual(result.breaks, []);
    assert.ok(result.longestGapNearMove < 2000, `${result.longestGapNearMove} ms without a new frame`);
  },

  'A paused viewer of a growing video stays paused at the same picture when it is complete': async ({ page, platform }) => {
    let answer = () => [200, platform.growing()];
    platform.listed = 2;
    platform.playback.set('play_growing', () => answer());
    await page.goto(`${platform.url}/watch/play_growing`);
    await playing(page, 1);
    await page.evaluate(() => window.streamPlayer.video.pause());
    const before = await outcome(page);
    answer = () => [200, { ...platform.final(), playbackId: 'play_growing' }];
    await until(page, () => window.moved.length > 0);
    await until(page, (seconds) => window.streamPlayer.video.duration > seconds - 0.5, clipSeconds);
    const after = await outcome(page);
    assert.equal(after.paused, true);
    assert.equal(after.time, before.time);
    await page.evaluate(() => window.streamPlayer.video.play());
    await faster(page, 4);
    await ended(page);
    wholeAndClean(await outcome(page));
  },

  'A viewer who has reached the end of what is there goes on when the rest is': async ({ page, platform }) => {
    let answer = () => [200, platform.growing()];
    platform.listed = 1;
    platform.playback.set('play_growing', () => answer());
    await page.goto(`${platform.url}/watch/play_growing`);
    await playing(page, 3.5);
    answer = () => [200, { ...platform.final(), playbackId: 'play_growing' }];
    await until(page, () => window.moved.length > 0);
    await faster(page, 4);
    await ended(page);
    wholeAndClean(await outcome(page));
  },

  'A complete growing playlist plays to its end, and the final revision takes over': async ({ page, platform }) => {
    let answer = () => [200, platform.growing()];
    platform.listed = 6;
    platform.growingEnded = true;
    platform.playback.set('play_growing', () => answer());
    await page.goto(`${platform.url}/watch/play_growing`);
    await playing(page, 1);
    await until(page, (seconds) => window.ranges.at(-1)?.[1] > seconds - 1, clipSeconds);
    answer = () => [200, { ...platform.final(), playbackId: 'play_growing' }];
    await until(page, () => window.moved.length > 0);
    await until(page, () => window.streamPlayer.video.videoHeight > 360, undefined, 20_000);
    await faster(page, 4);
    await ended(page);
    wholeAndClean(await outcome(page));
  },

  'The seek bar shows the picture of the time pointed at': async ({ page, platform }) => {
    await page.goto(`${platform.url}/watch/play_final`);
    await playing(page);
    const bar = await page.locator('media-time-range').boundingBox();
    for (const part of [0.25, 0.75]) {
      await page.mouse.move(bar.x + bar.width * part, bar.y + bar.height / 2);
      await until(page, (seconds) => {
        const range = window.streamPlayer.renderRoot.querySelector('media-time-range');
        const place = /sheet\.jpg\?e=1&s=a#xywh=(\d+),(\d+),160,90$/.exec(range.getAttribute('mediapreviewimage') ?? '');
        return place && Math.abs(place[1] / 160 + place[2] / 9 - seconds) <= 1;
      }, Math.floor(part * clipSeconds));
    }
    await page.waitForFunction(() => window.streamPlayer.renderRoot.querySelector('media-time-range').shadowRoot.querySelector('media-preview-thumbnail').shadowRoot.querySelector('img').naturalWidth === 1600);
    assert.ok(platform.log.includes('GET /media/sheet.jpg'));
  },

  'A video in the list moves while it is pointed at': async ({ page, platform }) => {
    platform.assets = [platform.asset({ title: 'Waves', pictures: { poster: '/media/poster.jpg', thumbnails: [], previewVideo: '/media/preview.mp4' } })];
    await page.goto(`${platform.url}/videos#key=test-key`);
    const card = page.getByRole('link', { name: 'Watch Waves' });
    await card.locator('img').waitFor();
    assert.equal(await card.locator('video').count(), 0);
    await card.hover();
    const video = card.locator('video');
    await video.waitFor();
    await page.waitForFunction(() => {
      const deep = (root) => root.querySelector('.picture video') ?? [...root.querySelectorAll('*')].map((each) => each.shadowRoot && deep(each.shadowRoot)).find(Boolean);
      return deep(document)?.currentTime > 0.2;
    });
    assert.equal(await video.evaluate((each) => each.muted), true);
    await page.mouse.move(0, 0);
    await video.waitFor({ state: 'detached' });
  },

  'Each refusal has its own words': async ({ page, platform }) => {
    const cases = [
      [401, 'playback.token_required', 'A token is needed to watch this.', 'needs a link with a token'],
      [403, 'playback.token_invalid', 'This token has expired.', 'gives no access'],
      [404, 'playback.not_found', 'There is no such video.', 'No such video'],
      [409, 'asset.failed', 'This file holds no video.', 'not available'],
    ];
    for (const [status, code, detail, heading] of cases) {
      platform.playback.set('play_refused', () => problem(status, code, detail));
      await page.goto(`${platform.url}/watch/play_refused`);
      await page.getByRole('heading', { name: new RegExp(heading) }).waitFor();
      await page.getByText(detail).waitFor();
      assert.equal(await page.evaluate(() => window.streamPlayer.state), 'error');
    }
  },

  'A cut line is told, and playback goes on once it is back': async ({ page, platform }) => {
    platform.cut = /^\/api\/playback/;
    await page.goto(`${platform.url}/watch/play_final`);
    await page.getByRole('heading', { name: 'No connection' }).waitFor();
    platform.cut = undefined;
    await playing(page);
  },

  'The keyboard drives the player, and choices are remembered': async ({ page, platform }) => {
    await page.goto(`${platform.url}/watch/play_final`);
    await playing(page);
    const video = (name) => page.evaluate((property) => window.streamPlayer.video[property], name);
    await page.keyboard.press('k');
    assert.equal(await video('paused'), true);
    await page.keyboard.press('5');
    assert.ok(Math.abs((await video('currentTime')) - clipSeconds / 2) < 0.1);
    await page.keyboard.press('ArrowLeft');
    assert.ok(Math.abs((await video('currentTime')) - (clipSeconds / 2 - 5)) < 0.1);
    await page.keyboard.press('m');
    assert.equal(await video('muted'), false);
    await page.keyboard.press('ArrowDown');
    assert.ok(Math.abs((await video('volume')) - 0.95) < 0.001);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Quality/ }).click();
    await page.getByRole('menuitemradio', { name: /^480p/ }).click();
    assert.equal(await page.evaluate(() => window.streamPlayer.quality), '480p');
    await page.reload();
    await playing(page);
    assert.ok(Math.abs((await video('volume')) - 0.95) < 0.001);
    assert.equal(await page.evaluate(() => window.streamPlayer.quality), '480p');
    assert.equal(await page.evaluate(() => window.streamPlayer.activeQuality), '480p');
  },

  'Another language is chosen by the keyboard, heard, and remembered': async ({ page, platform }) => {
    for (const [engine, chosen, named] of [['hls', 'End', 'German'], ['dash', 'Home', 'English']]) {
      const fetched = (stream) => platform.log.filter((line) => line.includes(`/media/chunk-stream${stream}-`)).length;
      await page.goto(`${platform.url}/watch/play_final?engine=${engine}`);
      await playing(page);
      // The second engine starts with what was chosen in the first.
      await page.getByRole('button', { name: engine === 'hls' ? 'Language: English' : 'Language: German' }).focus();
      const stream = named === 'German' ? 4 : 3;
      const before = fetched(stream);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press(chosen);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: `Language: ${named}` }).waitFor();
      assert.equal(await page.evaluate(() => window.streamPlayer.renderRoot.activeElement?.label), 'Language');
      while (fetched(stream) === before) await new Promise((resolve) => setTimeout(resolve, 20));
      const { time, errors } = await outcome(page);
      assert.deepEqual(errors, []);
      await playing(page, time + 1);
      await page.reload();
      await playing(page);
      await page.getByRole('button', { name: `Language: ${named}` }).waitFor();
    }
  },

  'An upload goes on after a reload, arrives whole, and its processing is shown': async ({ page, platform }) => {
    const file = { name: 'holiday.mp4', mimeType: 'video/mp4', buffer: Buffer.from(Array.from({ length: 2_000_000 }, (_, i) => (i * 31) % 251)) };
    const { path, remove } = await fileOf(file);
    try {
      let stall = true;
      let refusals = 1;
      platform.onBlock = async (count) => {
        if (count === 2 && refusals-- > 0) return 503;
        while (stall && count >= 4) await new Promise((resolve) => setTimeout(resolve, 20));
      };
      await page.addInitScript(() => delete window.showOpenFilePicker);
      await page.goto(`${platform.url}/upload`);
      await page.getByLabel('API key').fill('test-key');
      await page.getByRole('button', { name: 'Continue' }).click();
      await choose(page, path, 'Choose a file');
      await page.getByRole('button', { name: 'Start upload' }).click();
      while (platform.blocks.size < 4) await new Promise((resolve) => setTimeout(resolve, 20));
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByText(/^Paused/).waitFor();
      stall = false;
      await page.reload();
      const sent = platform.log.filter((line) => line.startsWith('PUT')).length;
      await choose(page, path, 'Resume');
      platform.events = [
        { status: 'Probing' },
        { status: 'Processing', renditions: [{ name: '720p', fraction: 0.2 }, { name: '360p', fraction: 0.6 }], playable: true },
        { status: 'Ready', renditions: [{ name: '720p', fraction: 1 }, { name: '360p', fraction: 1 }], playable: true },
      ];
      await page.getByRole('link', { name: 'Watch', exact: true }).waitFor();
      assert.ok(platform.committed.equals(file.buffer), 'the committed bytes are the file');
      const again = platform.log.filter((line) => line.startsWith('PUT')).length - sent;
      assert.ok(again <= 5, `${again} requests for the rest of 8 blocks`);
      await page.getByRole('link', { name: 'Watch', exact: true }).click();
      await playing(page);
    } finally {
      remove();
    }
  },

  'An upload that has expired says so and can be started again': async ({ page, platform }) => {
    const { path, remove } = await fileOf({ name: 'late.mp4', buffer: Buffer.alloc(600_000, 7) });
    try {
      platform.onBlock = () => 403;
      platform.uploadState = 'expired';
      await page.addInitScript(() => delete window.showOpenFilePicker);
      await page.goto(`${platform.url}/upload#key=test-key`);
      await choose(page, path, 'Choose a file');
      await page.getByRole('button', { name: 'Start upload' }).click();
      await page.getByText('This upload has expired').waitFor();
      platform.onBlock = undefined;
      platform.events = [{ status: 'Failed', failure: { code: 'source.not_a_video', message: 'This file is not a video.' } }];
      await page.getByRole('button', { name: 'Start again' }).click();
      await page.getByText('This file is not a video.').waitFor();
    } finally {
      remove();
    }
  },
};

async function choose(page, path, button) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: button }).click()]);
  await chooser.setFiles(path);
}

async function fileOf({ name, buffer }) {
  const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
  const { join } = await import('node:path');
  const { tmpdir } = await import('node:os');
  const folder = mkdtempSync(join(tmpdir(), 'web-upload-'));
  const path = join(folder, name);
  writeFileSync(path, buffer);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
