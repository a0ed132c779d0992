import assert from 'node:assert/strict';
import { accessible } from './accessible.mjs';

const titles = (place) => place.locator('feed-card h3').allTextContents();
const fitsPhone = async (page) => {
  await page.setViewportSize({ width: 360, height: 740 });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing is wider than a phone');
  await page.setViewportSize({ width: 1280, height: 800 });
};

export const feedScenarios = {
  'The start shows what trends and what is new, and to who signs in what is for them': async ({ page, platform }) => {
    await page.goto(platform.url);
    const [trending, feed] = [page.getByRole('region', { name: 'Trending' }), page.getByRole('region', { name: 'Popular and new' })];
    await feed.getByRole('link', { name: 'Rain' }).waitFor();
    await trending.getByRole('link', { name: 'Harbour' }).waitFor();
    assert.deepEqual(await titles(trending), ['Waves', '<b>Julia</b> sets', 'A long walk home', 'Harbour']);
    assert.equal(await page.locator('feed-card b').count(), 0, 'what a title says is text');
    assert.match(await trending.locator('feed-card article').nth(1).innerText(), /Deep zooms\n1,234 views · Mar 1, 2026/);
    assert.deepEqual(await titles(feed), ['Newton fractals', 'Rain', 'Old']);
    await accessible(page);
    await fitsPhone(page);

    await page.goto(`${platform.url}/sign-in`);
    await page.getByLabel('E-mail address').fill(platform.accounts.email);
    await page.getByLabel('Password').fill(platform.accounts.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    const mine = page.getByRole('region', { name: 'For you' });
    await mine.getByText('From your subscriptions').waitFor();
    await mine.getByText('Like what you like').waitFor();
    assert.equal(platform.feed.asked.at(-1), true);
    await mine.getByRole('button', { name: 'Show more' }).click();
    await mine.getByRole('link', { name: 'Old' }).waitFor();
    assert.deepEqual(await titles(mine), ['Newton fractals', 'Rain', 'News', 'Songs', 'Old']);
    await accessible(page);
  },

  'What trends is chosen by region and category, and shared by its address': async ({ page, platform }) => {
    await page.goto(platform.url);
    await page.getByRole('link', { name: 'All that trends' }).click();
    await page.getByRole('heading', { name: 'The world', level: 2 }).waitFor();
    const list = page.getByRole('region', { name: 'The world' });
    await list.getByRole('link', { name: 'Harbour' }).waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await list.getByRole('link', { name: 'Rain' }).waitFor();
    assert.equal(await list.locator('feed-card .place').nth(5).innerText(), '#6');
    await page.getByLabel('Category').selectOption('Music');
    await page.waitForFunction(() => location.search === '?category=music');
    await list.getByRole('link', { name: 'Waves' }).waitFor({ state: 'detached' });
    await page.getByLabel('Region').selectOption('Germany');
    await page.getByRole('heading', { name: 'Germany', level: 2 }).waitFor();
    assert.deepEqual(await titles(page), ['Alpen']);
    await accessible(page);
    await page.reload();
    await page.getByRole('link', { name: 'Alpen' }).waitFor();
    assert.equal(new URL(page.url()).search, '?region=DE&category=music');
    assert.equal(await page.getByLabel('Region').inputValue(), 'DE');
    await page.goto(`${platform.url}/trending?region=LI`);
    await page.getByRole('heading', { name: 'The world: too few watch in Liechtenstein' }).waitFor();
    await fitsPhone(page);
  },
};
