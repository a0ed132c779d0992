import assert from 'node:assert/strict';
import { signIn } from './account-scenarios.mjs';
import { accessible } from './accessible.mjs';
import { until } from './watching.mjs';

const watch = (platform) => `${platform.url}/watch/play_final`;

export const socialScenarios = {
  'A viewer likes a video and saves it, comments, goes to a moment, replies, edits and takes it back': async ({ page, platform }) => {
    platform.social.say('<img src=x onerror=alert(1)> first!', { replies: 0 });
    await page.goto(watch(platform));
    await page.getByText('<img src=x onerror=alert(1)> first!').waitFor();
    assert.equal(await page.locator('video-comments img').count(), 0, 'what is said is text');
    await accessible(page);
    await signIn(page, platform, '?next=/watch/play_final');
    await page.getByRole('button', { name: 'Like 7' }).click();
    await page.getByRole('button', { name: 'Like 8', pressed: true }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByLabel('New playlist').fill('Later');
    await page.keyboard.press('Enter');
    await page.getByText('Saved to Later.').waitFor();
    await accessible(page);
    await page.keyboard.press('Escape');
    assert.deepEqual(platform.playlists.order.map(({ playbackId }) => playbackId), ['play_final']);

    const box = page.getByLabel('Your comment');
    await box.fill('spam');
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'A comment is 1 to' }).waitFor();
    await box.fill('Look at 0:07: k');
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    await page.getByRole('button', { name: 'Go to 0:07' }).click();
    await until(page, () => Math.abs(window.streamPlayer.video.currentTime - 7) < 1.5);
    await page.evaluate(() => window.streamPlayer.video.pause());
    const mine = page.getByRole('article', { name: 'Comment by You' });
    await mine.getByRole('button', { name: 'Reply' }).click();
    await page.getByLabel('Your reply').fill('And at 0:03');
    await mine.getByRole('button', { name: 'Reply' }).last().click();
    await page.getByRole('button', { name: 'Go to 0:03' }).waitFor();
    await mine.first().getByRole('button', { name: 'Edit' }).first().click();
    await page.getByLabel('Another text').fill('Never mind');
    await page.getByRole('button', { name: 'Save', exact: true }).last().click();
    await page.getByText('Never mind').waitFor();
    await page.getByText('edited', { exact: true }).waitFor();
    await accessible(page);
    await mine.last().getByRole('button', { name: 'Delete' }).click();
    await mine.last().getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Go to 0:03' }).waitFor({ state: 'detached' });
  },

  'An owner pins a comment and gives it a heart': async ({ page, platform }) => {
    platform.social.owner = true;
    platform.social.say('Early');
    platform.social.say('Best of all');
    await signIn(page, platform, '?next=/watch/play_final');
    const best = page.getByRole('article').filter({ hasText: 'Best of all' });
    await best.getByRole('button', { name: 'Pin' }).click();
    await page.getByText('Pinned').waitFor();
    assert.match(await page.getByRole('article').first().textContent(), /Best of all/);
    await best.getByRole('button', { name: 'Heart' }).click();
    await page.getByText('Liked by the owner').waitFor();
  },
};
