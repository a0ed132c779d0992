import assert from 'node:assert/strict';
import { accessible } from './accessible.mjs';

export const searchScenarios = {
  'Suggestions are walked by the keyboard, and what is found is narrowed, shared by its address and gone back to': async ({ page, platform }) => {
    await page.goto(`${platform.url}/search`);
    const box = page.getByRole('combobox', { name: 'Search videos' });
    await box.pressSequentially('walk');
    await page.getByRole('option').first().waitFor();
    assert.equal(await box.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('ArrowUp');
    assert.equal(await page.locator('[aria-selected="true"]').textContent(), 'A long walk home');
    await accessible(page);
    await page.keyboard.press('Escape');
    assert.equal(await box.getAttribute('aria-expanded'), 'false');
    assert.equal(await box.inputValue(), 'walk');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '3 videos' }).waitFor();
    assert.equal(await page.locator('found-card').count(), 2);
    assert.deepEqual(await page.locator('found-card h3 mark').allTextContents(), ['walk', 'Walk']);
    assert.equal(await page.locator('found-card i').count(), 0, 'what a description says is text');
    await accessible(page);
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByRole('link', { name: 'A long walk home' }).waitFor();
    await page.getByLabel('Category').selectOption('music');
    await page.getByRole('heading', { name: '1 video', exact: true }).waitFor();
    assert.equal(new URL(page.url()).search, '?q=walk&category=music');
    await page.reload();
    await page.getByRole('heading', { name: '1 video', exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '3 videos' }).waitFor();
  },

  'A mistyped word is told, and the watch page shows videos like it': async ({ page, platform }) => {
    await page.goto(`${platform.url}/search?q=wakl`);
    await page.getByRole('link', { name: 'Search for it' }).click();
    await page.waitForURL(/q=walk/);
    await page.goto(`${platform.url}/watch/play_final`);
    await page.getByRole('heading', { name: 'Related videos' }).waitFor();
    await page.getByRole('link', { name: '<b>Julia</b> sets & more' }).waitFor();
    await accessible(page);
  },
};
