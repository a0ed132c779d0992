import assert from 'node:assert/strict';
import { accessible } from './accessible.mjs';
import { problem } from './problems.mjs';
import { until } from './watching.mjs';

export async function signIn(page, platform, next = '') {
  await page.goto(`${platform.url}/sign-in${next}`);
  await page.getByLabel('E-mail address').fill(platform.accounts.email);
  await page.getByLabel('Password').fill(platform.accounts.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export const accountScenarios = {
  'Somebody signs up by the letter, and what is wrong with a password is said at its field': async ({ page, platform }) => {
    await page.goto(`${platform.url}/sign-up`);
    await page.getByLabel('E-mail address').fill('new@example.com');
    await page.getByRole('button', { name: 'Send the letter' }).click();
    await page.getByText('A letter is on its way to new@example.com').waitFor();
    await accessible(page);
    await page.goto(platform.url + platform.accounts.letters[0]);
    await page.getByRole('heading', { name: 'Choose a password' }).waitFor();
    assert.equal(new URL(page.url()).hash, '', 'the token has left the address');
    await page.getByLabel('Password').fill('password');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').filter({ hasText: 'would be guessed soon' }).waitFor();
    const focused = page.locator('input:focus');
    assert.equal(await focused.getAttribute('aria-invalid'), 'true');
    await accessible(page);
    await focused.fill('several unusual words');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
  },

  'An address is changed by the letter to the new one': async ({ page, platform }) => {
    await signIn(page, platform, '?next=/account');
    const form = page.locator('account-email');
    await form.getByLabel('New address').fill('countess@example.com');
    await form.getByLabel('Your password').fill('wrong');
    await page.keyboard.press('Enter');
    await form.getByRole('alert').filter({ hasText: 'password is wrong' }).waitFor();
    await form.getByLabel('Your password').fill(platform.accounts.password);
    await page.keyboard.press('Enter');
    await page.getByText('A letter is on its way to countess@example.com').waitFor();
    assert.equal(platform.accounts.email, 'ada@example.com', 'nothing has changed yet');
    await page.goto(platform.url + platform.accounts.letters[0]);
    await page.getByRole('heading', { name: 'Confirm your address' }).waitFor();
    assert.equal(new URL(page.url()).hash, '', 'the token has left the address');
    await accessible(page);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: 'Your address was changed' }).waitFor();
    assert.deepEqual([platform.accounts.email, platform.accounts.sessions.size], ['countess@example.com', 0]);
    await page.goto(`${platform.url}/confirm-email#otp_used`);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('alert').filter({ hasText: 'This link was used' }).waitFor();
  },

  'Tabs share one session, refresh it once, and a page that needs it comes back after signing in': async ({ page, platform, context }) => {
    platform.accounts.slowness = 100;
    platform.accounts.minutes = 0;
    await page.goto(`${platform.url}/account`);
    await page.waitForURL(/sign-in\?next=%2Faccount/);
    await page.getByLabel('E-mail address').fill(platform.accounts.email);
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').filter({ hasText: 'go together' }).waitFor();
    await accessible(page);
    await page.getByLabel('Password').fill(platform.accounts.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Firefox on Linux').waitFor();
    await accessible(page);
    // For each of these the access token is over; both refresh at once, and neither uses the other's token again.
    const other = await context.newPage();
    await Promise.all([page.reload(), other.goto(`${platform.url}/account`)]);
    for (const each of [page, other]) await each.getByText('Firefox on Linux').waitFor();
    assert.equal(platform.accounts.sessions.size, 1, 'the session goes on');
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    assert.doesNotMatch(kept, /access_|rt_/);
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    for (const each of [page, other]) await each.getByRole('heading', { name: 'Sign in' }).waitFor();
    assert.equal(platform.accounts.sessions.size, 0);
  },

  'A token for an app is shown once and can be revoked, and the account acts on the creator\u2019s pages': async ({ page, platform }) => {
    platform.assets = [platform.asset()];
    platform.accounts.code = '123456';
    await signIn(page, platform);
    await page.getByLabel(/^Code of your authenticator app/).fill('123456');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'My videos' }).click();
    await page.getByRole('heading', { name: 'A walk through the Mandelbrot set' }).waitFor();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'Account' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Backup');
    await page.getByRole('button', { name: 'Make a token' }).click();
    await page.getByRole('alert').filter({ hasText: 'A token needs scopes' }).waitFor();
    await page.getByLabel('Videos: read').check();
    await page.getByRole('button', { name: 'Make a token' }).click();
    await page.getByText(/^sp_secret_/).waitFor();
    await accessible(page);
    await page.reload();
    await page.getByRole('button', { name: 'Revoke Backup' }).click();
    await page.getByRole('button', { name: 'Revoke Backup' }).waitFor({ state: 'detached' });
    assert.equal(await page.getByText(/^sp_secret_/).count(), 0);
    assert.deepEqual(platform.accounts.tokens, []);
  },

  'A signing key is made, its private half is shown once, and it is revoked': async ({ page, platform }) => {
    await signIn(page, platform, '?next=/account');
    await page.getByText('You have no signing keys.').waitFor();
    await page.getByLabel('Name of the key').fill('My site');
    await page.getByRole('button', { name: 'Make a signing key' }).click();
    await page.getByText('-----BEGIN PRIVATE KEY-----').waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'Make a signing key' }).click();
    await page.getByRole('alert').filter({ hasText: 'Revoke one first' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Revoke the key My site' }).click();
    await page.getByText('You have no signing keys.').waitFor();
    assert.equal(await page.getByText('-----BEGIN PRIVATE KEY-----').count(), 0);
    assert.deepEqual(platform.accounts.keys, []);
  },

  'A member watches what nobody else may, and everybody else’s requests stay nameless': async ({ page, platform }) => {
    const members = { ...platform.final(), playbackId: 'play_members', visibility: 'members', hlsUrl: '/api/playback/play_members.m3u8', dashUrl: undefined, storyboardUrl: undefined };
    platform.playback.set('play_members', (_, session) => (session ? [200, members] : problem(404, 'playback.not_found', 'There is no video with this address.')));
    platform.playback.set('play_final', (_, session) => (session ? problem(500, 'http.500', 'Nobody had to say who they are.') : [200, platform.final()]));
    await page.goto(`${platform.url}/watch/play_members`);
    await page.getByRole('heading', { name: /No such video/ }).waitFor();
    await signIn(page, platform, '?next=/watch/play_members');
    await until(page, () => window.streamPlayer?.video?.currentTime > 0.3);
    await page.goto(`${platform.url}/watch/play_final`);
    await until(page, () => window.streamPlayer?.video?.currentTime > 0.3);
  },
};
