import assert from 'node:assert/strict';
import { accessible } from './accessible.mjs';
import { signIn } from './account-scenarios.mjs';
import { until } from './watching.mjs';

const videos = (...ids) => ids.map((id) => ({ playbackId: id, title: `Film ${id}`, durationSeconds: 24 }));
const order = (platform) => platform.playlists.order.map(({ playbackId }) => playbackId).join('');

export const playlistScenarios = {
  'A playlist is made, put in order by keys and by dragging, renamed and deleted': async ({ page, platform }) => {
    await page.goto(`${platform.url}/playlists`);
    await page.waitForURL(/sign-in\?next=%2Fplaylists/);
    await signIn(page, platform, '?next=/playlists');
    await page.getByText('No playlists yet').waitFor();
    await page.getByRole('button', { name: 'New playlist' }).press('Enter');
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'A playlist has a title' }).waitFor();
    assert.equal(await page.locator('input:focus').getAttribute('aria-invalid'), 'true');
    await accessible(page);
    platform.playlists.order = videos('a', 'b', 'c').map((video) => ({ id: `item_${video.playbackId}`, addedAt: '2026-03-01T10:00:00Z', ...video }));
    await page.keyboard.type('ylophones');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'xylophones' }).waitFor();
    assert.equal(platform.playlists.all[0].visibility, 'private');
    await page.getByText('3 videos').waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByRole('link', { name: 'Film c' }).waitFor();

    await page.getByRole('button', { name: 'Move Film a down' }).press('Enter');
    await page.getByText('Film a is number 2 of 3 now.').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Film a is number 3 of 3 now.').waitFor();
    assert.equal(await page.locator('button:focus').getAttribute('aria-label'), 'Move Film a up', 'the focus goes along');
    const row = (title) => page.getByRole('listitem').filter({ hasText: title });
    const [from, to] = [await row('Film a').locator('.handle').boundingBox(), await row('Film b').boundingBox()];
    await page.mouse.move(from.x + 5, from.y + 5);
    await page.mouse.down();
    await page.mouse.move(from.x + 5, to.y + 5, { steps: 4 });
    await page.mouse.up();
    await page.getByText('Film a is number 1 of 3 now.').waitFor();
    await page.getByRole('button', { name: 'Take Film c out' }).click();
    await page.getByText('Film c is not in it any more.').waitFor({ state: 'attached' });
    assert.equal(order(platform), 'ab');
    platform.playlists.full = true;
    await page.getByRole('button', { name: 'Move Film a down' }).click();
    await page.getByRole('alert').filter({ hasText: 'Too many do this' }).waitFor();
    await page.locator('li').first().filter({ hasText: 'Film a' }).waitFor();
    await accessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, 'a phone shows it whole');

    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Title').fill('Xylophones');
    await page.getByLabel('Who may see it').selectOption('public');
    await page.getByLabel('Title').press('Enter');
    await page.getByRole('heading', { name: 'Xylophones' }).waitFor();
    assert.deepEqual(platform.playlists.all.map(({ title, visibility }) => [title, visibility]), [['Xylophones', 'public']]);
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.getByText('No playlists yet').waitFor();
  },

  'A playlist is played through, for anybody whom it is public to': async ({ page, platform }) => {
    platform.playlists.add('Films', videos('play_a', 'play_b', 'play_c')).visibility = 'public';
    for (const id of ['play_a', 'play_b', 'play_c']) platform.playback.set(id, () => [200, { ...platform.final(), playbackId: id, title: `Film ${id}`, storyboardUrl: undefined }]);
    await page.goto(`${platform.url}/playlist/pl_1`);
    await page.getByRole('link', { name: 'Play all' }).click();
    const queue = page.getByRole('list', { name: 'Videos of the playlist' });
    await queue.getByRole('link', { name: 'Film play_a', exact: false }).and(page.locator('[aria-current]')).waitFor();
    await accessible(page);
    await until(page, () => window.streamPlayer?.video?.currentTime > 0.2);
    await page.evaluate(() => (window.streamPlayer.video.currentTime = window.streamPlayer.video.duration - 0.3));
    await page.waitForURL(/play_b\?list=pl_1/);
    await page.getByRole('heading', { name: 'Film play_b' }).waitFor();
    await until(page, () => window.streamPlayer?.playbackId === 'play_b' && window.streamPlayer.video.currentTime > 0.2 && window.streamPlayer.video.currentTime < 10);
    await page.getByRole('link', { name: 'Next', exact: true }).click();
    await page.getByRole('heading', { name: 'Film play_c' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Next', exact: true }).count(), 0, 'the last is the last');
  },
};
