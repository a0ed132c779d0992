import assert from 'node:assert/strict';
import { accessible } from './accessible.mjs';

export const studioScenarios = {
  'An owner says what a video is and who may see it, and learns which word was wrong': async ({ page, platform }) => {
    platform.assets = [platform.asset({ title: 'Waves', tags: ['sea'] })];
    await page.goto(`${platform.url}/#key=test-key`);
    await page.getByRole('link', { name: 'Edit' }).click();
    await page.getByLabel('Title').fill('Tide');
    await page.getByLabel('Visibility').selectOption('scheduled');
    await page.getByLabel('Public from').fill('2099-05-01T12:30');
    await page.getByLabel(/^Tags/).fill('x'.repeat(51));
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').filter({ hasText: 'Tags are at most' }).waitFor();
    assert.equal(await page.locator('input:focus').getAttribute('name'), 'tags');
    await accessible(page);
    await page.getByLabel(/^Tags/).fill('sea, tide');
    await page.getByLabel('Category').selectOption('education');
    await page.getByLabel('Channel').selectOption('Deep zooms');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    const [asset] = platform.assets;
    assert.deepEqual(
      [asset.title, asset.visibility, asset.tags, asset.category, asset.channelId, new Date(asset.publishAt).getFullYear(), asset.description],
      ['Tide', 'scheduled', ['sea', 'tide'], 'education', 'ch_1', 2099, undefined]);
    asset.updatedAt = '2030-01-01T00:00:00Z';
    await page.getByLabel('Title').fill('Ebb');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Load it again' }).waitFor();
    assert.equal(asset.title, 'Tide', 'what was changed elsewhere is not written over');
  },

  'Many videos go to the trash and come back, and those that could not stay marked': async ({ page, platform }) => {
    platform.assets = ['Waves', 'Tide', 'Stuck'].map((title, i) => platform.asset({ id: `asset_${i}`, title }));
    await page.goto(`${platform.url}/videos#key=test-key`);
    await page.getByLabel('Select all').check();
    await accessible(page);
    await page.getByRole('button', { name: 'Move 3 to the trash' }).click();
    await page.getByText('Done: 2. Not done: 1. This is not possible just now.').waitFor();
    await page.getByRole('heading', { name: 'Waves' }).waitFor({ state: 'detached' });
    assert.equal(await page.getByLabel('Select Stuck').isChecked(), true);
    await page.getByRole('button', { name: 'Trash', exact: true }).click();
    await page.getByLabel('Select Tide').check();
    await page.getByRole('button', { name: 'Restore 1' }).click();
    await page.getByRole('heading', { name: 'Tide' }).waitFor({ state: 'detached' });
    assert.deepEqual(platform.studio.bulks.map(({ operation, ids }) => [operation, ids.length]), [['trash', 3], ['restore', 1]]);
    await accessible(page);
  },

  'A file on the web is fetched, and a channel shows its videos': async ({ page, platform }) => {
    await page.goto(`${platform.url}/upload#key=test-key`);
    const address = page.getByLabel('Address of the file itself');
    await address.fill('http://localhost/film.mp4');
    await page.getByLabel('Title').fill('Film');
    await page.getByRole('button', { name: 'Fetch it' }).click();
    await page.getByRole('alert').filter({ hasText: 'not on the internet' }).waitFor();
    await accessible(page);
    platform.events = [{ status: 'Ready', renditions: [{ name: '360p', fraction: 1 }], playable: true }];
    await address.fill('https://files.example.com/film.mp4');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Watch', exact: true }).waitFor();
    assert.deepEqual(platform.studio.imported, { url: 'https://files.example.com/film.mp4', title: 'Film' });
    await page.goto(`${platform.url}/channel/@deep.zooms`);
    await page.getByText('Of <b>fractals</b>.').waitFor();
    await page.getByRole('link', { name: 'A walk through the Mandelbrot set' }).waitFor();
    await accessible(page);
  },
};
