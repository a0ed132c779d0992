import assert from 'node:assert/strict';
import { signIn } from './account-scenarios.mjs';
import { accessible } from './accessible.mjs';
import { until } from './watching.mjs';

const past = (page, seconds) => until(page, (time) => window.streamPlayer?.video?.currentTime > time, seconds);

export const historyScenarios = {
  'A viewer goes on where they stopped, on a page that was closed and from their history, or starts over': async ({ page, platform }) => {
    const { history } = platform;
    await signIn(page, platform, '?next=/watch/play_final');
    await past(page, 4);
    await page.goto(platform.url);
    const row = page.getByRole('region', { name: 'Continue watching' });
    await row.waitFor();
    const [{ playbackId, positionSeconds, watched, at }] = history.reports;
    assert.ok(positionSeconds > 3.5 && positionSeconds < 20, `the page told ${positionSeconds} as it went`);
    assert.deepEqual([playbackId, /^f{3}[0-9a-f]{22}$/.test(watched), Math.abs(Date.parse(at) - Date.now()) < 120_000], ['play_final', true, true]);
    await accessible(page);

    await row.getByRole('link', { name: 'A walk through the Mandelbrot set' }).click();
    await page.getByText('Resumed at 0:0').waitFor();
    await past(page, positionSeconds);
    assert.ok((await page.evaluate(() => window.frames_[0].time)) >= positionSeconds - 1, 'no picture before it');
    await accessible(page);
    await page.getByRole('button', { name: 'Start over' }).click();
    await until(page, () => window.streamPlayer.video.currentTime < 2);
    await past(page, 3);
    await page.evaluate(() => (window.streamPlayer.video.currentTime = 21));
    await until(page, () => window.streamPlayer.video.ended);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'History' }).click();
    await page.getByText('Watched', { exact: false }).first().waitFor();
    assert.equal(history.videos.get('play_final').completed, true);
    await page.getByRole('link', { name: 'A walk through the Mandelbrot set' }).click();
    await past(page, 0.5);
    assert.equal(await page.getByText('Resumed at').count(), 0, 'what is over begins at the start');
  },

  'A history is looked through, things are taken out of it, and it is paused and cleared': async ({ page, platform }) => {
    const { history, profiles } = platform;
    history.about = (id) => ({ title: `Video ${id}`, durationSeconds: 100 });
    for (const [at, id] of ['a', 'b', 'c'].entries()) history.put(id, 40 + at, new Date(Date.now() - at * 1000).toISOString());
    await signIn(page, platform, '?next=/history');
    await page.getByRole('img', { name: '40 % watched' }).waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'Remove Video a' }).click();
    await page.getByRole('link', { name: 'Video a' }).waitFor({ state: 'detached' });
    assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.querySelector('history-page').shadowRoot.activeElement.getAttribute('aria-label')), 'Remove Video b');

    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('Your history is paused').waitFor();
    assert.equal(profiles.privacy.historyPaused, true);
    await page.goto(`${platform.url}/watch/play_final`);
    await past(page, 3);
    await page.goto(`${platform.url}/history`);
    await page.getByText('Your history is paused').waitFor();
    assert.deepEqual([history.reports, [...history.videos.keys()]], [[], ['b', 'c']]);

    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByRole('button', { name: 'Clear it' }).press('Enter');
    await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
    assert.equal(history.videos.size, 0);
    await page.getByRole('button', { name: 'Go on with it' }).click();
    await page.getByText('Only you see it').waitFor();
    assert.equal(profiles.privacy.historyPaused, false);
    await page.setViewportSize({ width: 360, height: 740 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, 'a phone shows it whole');
  },
};
