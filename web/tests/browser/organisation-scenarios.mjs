import assert from 'node:assert/strict';
import { accessible } from './accessible.mjs';
import { signIn } from './account-scenarios.mjs';

export const organisationScenarios = {
  'Somebody acts for an organisation in one tab, and for themselves again once they may not any more': async ({ page, platform, context }) => {
    const { organisations } = platform;
    organisations.add('Walks Ltd', 'editor');
    platform.assets = [platform.asset({ title: 'Mine' })];
    organisations.assets = [platform.asset({ id: 'asset_org', title: 'Ours' })];
    await signIn(page, platform, '?next=/');
    await page.getByRole('heading', { name: 'Mine' }).waitFor();
    await page.getByRole('button', { name: 'Menu' }).press('Enter');
    await page.getByLabel('Walks Ltd').click();
    await page.getByText('You act for Walks Ltd').waitFor();
    await page.getByRole('heading', { name: 'Ours' }).waitFor();
    await accessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, 'a phone shows it whole');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${platform.url}/organisations`);
    await page.getByRole('link', { name: 'Walks Ltd' }).waitFor();
    assert.ok(organisations.asked.every(([path, account]) => account === undefined || /^\/(account|assets|channels|people|playback|playlists|search)/.test(path)), 'only what organisations have is asked for it');
    const other = await context.newPage();
    await other.goto(platform.url);
    await other.getByRole('heading', { name: 'Mine' }).waitFor();
    await other.close();
    organisations.left = true;
    await page.goto(platform.url);
    await page.getByText('You can’t act for Walks Ltd any more').waitFor();
    await page.getByRole('heading', { name: 'Mine' }).waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'All right' }).click();
    await page.getByText('You can’t act for').waitFor({ state: 'detached' });
  },

  'Somebody accepts an invitation after signing in, gives a role, invites, and takes somebody out': async ({ page, platform }) => {
    const { organisations } = platform;
    await page.goto(`${platform.url}/invitation#once_letter`);
    await page.waitForURL(/sign-in\?next=%2Finvitation$/);
    await page.getByLabel('E-mail address').fill(platform.accounts.email);
    await page.getByLabel('Password').fill(platform.accounts.password);
    await page.keyboard.press('Enter');
    await page.getByText('You were invited by the letter').waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'Accept' }).press('Enter');
    await page.getByRole('link', { name: 'Walks Ltd' }).click();
    const ben = page.getByRole('listitem').filter({ hasText: 'ben@example.com' });
    await page.getByLabel('Role of ben@example.com').selectOption('editor');
    await page.getByText('ben@example.com is editor now.').waitFor({ state: 'attached' });
    assert.equal(organisations.members[1].role, 'editor');
    const mine = page.getByRole('listitem').filter({ hasText: 'You' }).getByRole('combobox');
    await mine.selectOption('viewer');
    await page.getByRole('alert').filter({ hasText: 'always has an owner' }).waitFor();
    assert.equal(await mine.inputValue(), 'owner', 'what is shown is what is so');
    const address = page.getByLabel('E-mail address');
    await address.fill('ben@example.com');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'a member already' }).waitFor();
    await address.fill('cleo@example.com');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Take the invitation of cleo@example.com back' }).waitFor();
    await accessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, 'a phone shows it whole');
    await page.getByRole('button', { name: 'Take the invitation of cleo@example.com back' }).click();
    await page.getByText('Taken back').waitFor();
    await ben.getByRole('button', { name: 'Take ben@example.com out' }).click();
    await ben.getByRole('button', { name: 'Take out', exact: true }).click();
    await ben.waitFor({ state: 'detached' });
    await page.getByLabel('Name', { exact: true }).fill('Walks');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Walks', exact: true }).waitFor();
    assert.deepEqual([organisations.all[0].name, organisations.members.length, organisations.invitations[0].state], ['Walks', 1, 'withdrawn']);
  },
};
