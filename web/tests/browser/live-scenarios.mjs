import assert from 'node:assert/strict';
import { accessible } from './accessible.mjs';

export const liveScenarios = {
  'A creator makes a live stream, sees its key once, and ends it': async ({ page, platform }) => {
    await page.goto(`${platform.url}/live-streams#key=test-key`);
    await page.getByRole('button', { name: 'New live stream' }).click();
    await page.getByLabel('Title').fill('Harbour');
    await accessible(page);
    await page.keyboard.press('Enter');
    await page.getByText('livekey_first').waitFor();
    await page.getByText('rtmp://live.example.com:1935/live').waitFor();
    await page.getByText('Not on air').waitFor();
    await accessible(page);
    await page.reload();
    await page.getByRole('button', { name: 'Make a new key' }).click();
    await page.getByText('livekey_second').waitFor();
    assert.equal(await page.getByText('livekey_first').count(), 0, 'a key is not kept');
    platform.live.onAir = '/media/growing.m3u8';
    await page.getByRole('main').getByText('Live', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Disable it' }).click();
    await page.getByRole('button', { name: 'Enable it' }).waitFor();
    await page.getByRole('button', { name: 'Delete the live stream' }).click();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.getByRole('heading', { name: 'No live stream yet' }).waitFor();
  },

  'Who waits for a live stream sees it begin, and is told when it is over': async ({ page, platform }) => {
    platform.live.streams.push({
      id: 'stream_1', title: 'Harbour', state: 'idle', playbackIds: [{ id: 'live_1', policy: 'public' }], watchUrl: 'x', hlsUrl: 'x', servers: [], createdAt: '2026-03-01T10:00:00Z', updatedAt: '2026-03-01T10:00:00Z',
    });
    await page.goto(`${platform.url}/watch/live_1`);
    await page.getByText('Not on air right now').waitFor();
    await accessible(page);
    platform.listed = 4;
    platform.live.onAir = '/media/growing.m3u8';
    await page.waitForFunction(() => {
      const player = document.querySelector('stream-app')?.shadowRoot?.querySelector('live-watch-page')?.shadowRoot?.querySelector('live-player');
      return player?.video.readyState >= 2 && player.video.currentTime > 0.2;
    }, undefined, { timeout: 60_000 });
    await page.getByText('since').waitFor();
    platform.live.onAir = undefined;
    await page.getByText('Not on air right now').waitFor();

    await page.goto(`${platform.url}/watch/live_2`);
    await page.getByText('There is no video at this address.').waitFor();
  },
};
