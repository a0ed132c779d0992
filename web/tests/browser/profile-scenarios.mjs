import assert from 'node:assert/strict';
import { accessible } from './accessible.mjs';
import { signIn } from './account-scenarios.mjs';

export const profileScenarios = {
  'Somebody says who they are, shows a picture, chooses their colours, and is seen by others': async ({ page, platform, media }) => {
    const { profiles } = platform;
    profiles.role = 'moderator';
    await signIn(page, platform, '?next=/profile');
    await page.getByLabel('Name', { exact: true }).fill('Ada');
    await page.getByLabel('Handle').fill('taken');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Somebody else has this handle' }).waitFor();
    assert.equal(await page.locator('input:focus').getAttribute('name'), 'handle');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('@ada');
    await page.getByLabel('About you').fill('Of <b>engines</b>.');
    await page.getByLabel('Colours').selectOption('dark');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByText('Saved.').waitFor();
    assert.deepEqual([profiles.said.handle, profiles.said.name, profiles.preferences, profiles.privacy], ['ada', 'Ada', { autoplay: true, captions: false, theme: 'dark' }, {}]);
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    assert.equal(await background(), 'rgb(15, 16, 20)', 'dark, though the system is light');

    const picture = page.getByLabel('Choose a picture');
    await picture.setInputFiles({ name: 'notes.txt', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await page.getByRole('alert').filter({ hasText: 'can\u2019t show that file' }).waitFor();
    await picture.setInputFiles(`${media}/poster.jpg`);
    await page.getByRole('button', { name: 'Take the picture away' }).waitFor();
    const [width, height] = [16, 20].map((at) => profiles.picture.readUInt32BE(at));
    assert.deepEqual([profiles.picture.subarray(1, 4).toString(), width === height, width > 100], ['PNG', true, true], 'the middle of it, as PNG');
    await accessible(page);

    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'Reports' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'See it as others do' }).click();
    await page.getByText('Of <b>engines</b>.').waitFor();
    await page.getByRole('heading', { name: 'No public playlists' }).waitFor();
    await accessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, 'a phone shows it whole');
    await page.goto(`${platform.url}/people/@nobody`);
    await page.getByRole('alert').filter({ hasText: 'There is no such profile' }).waitFor();
    assert.equal(await background(), 'rgb(15, 16, 20)', 'the next visit begins so');
    assert.equal(platform.accounts.refreshes, 0, 'and goes on with the token that was there');
  },
};
