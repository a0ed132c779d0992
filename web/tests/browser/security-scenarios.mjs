import assert from 'node:assert/strict';
import { accessible } from './accessible.mjs';
import { signIn } from './account-scenarios.mjs';

export const securityScenarios = {
  'An account gets a passkey and an authenticator app, signs in with either, and takes them away': async ({ page, platform, context }) => {
    // A passkey belongs to a name; an address of numbers has none.
    platform.url = platform.url.replace('127.0.0.1', 'localhost');
    const browser = await context.newCDPSession(page);
    await browser.send('WebAuthn.enable');
    await browser.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    });
    await signIn(page, platform, '?next=/account');
    const passkeys = page.locator('account-passkeys');
    await passkeys.getByText('You have no passkey yet.').waitFor();
    await passkeys.getByLabel('What to call it').fill('Laptop');
    await passkeys.getByLabel('Your password').fill('wrong');
    await page.keyboard.press('Enter');
    await passkeys.getByRole('alert').filter({ hasText: 'password is wrong' }).waitFor();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(platform.accounts.password);
    await page.keyboard.press('Enter');
    await passkeys.getByText('Laptop signs you in from now on.').waitFor();
    await passkeys.getByLabel('Your password').fill(platform.accounts.password);
    await page.keyboard.press('Enter');
    await passkeys.getByRole('alert').filter({ hasText: 'has a passkey of your account already' }).waitFor();
    await passkeys.getByRole('button', { name: 'Rename Laptop' }).press('Enter');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Old laptop');
    await page.keyboard.press('Enter');
    await passkeys.getByText('Old laptop').waitFor();

    const factor = page.locator('account-second-factor');
    await factor.getByLabel('Your password').fill(platform.accounts.password);
    await page.keyboard.press('Enter');
    await factor.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
    await factor.getByText('JBSW Y3DP').waitFor();
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await factor.getByRole('alert').filter({ hasText: 'This code does not count' }).waitFor();
    await accessible(page);
    const refreshes = platform.accounts.refreshes;
    await factor.getByLabel(/^Code that/).fill('314159');
    await page.keyboard.press('Enter');
    const codes = factor.getByRole('listitem').filter({ hasText: 'recovery_' });
    await codes.first().waitFor();
    assert.equal(await codes.count(), 10);
    assert.equal(platform.accounts.refreshes, refreshes, 'a wrong code does not cost the token');
    await factor.getByRole('button', { name: 'I have kept them' }).click();

    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('button', { name: 'Use a passkey instead' }).click();
    await passkeys.getByText(/last used/).waitFor();
    await factor.getByText('10 recovery codes are left.').waitFor();
    await factor.getByLabel('Your password').fill(platform.accounts.password);
    await factor.getByLabel(/^Code of the app/).fill('314159');
    await page.setViewportSize({ width: 360, height: 740 });
    await accessible(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, 'a phone shows it whole');
    await page.keyboard.press('Enter');
    await factor.getByRole('button', { name: 'Set up an app' }).waitFor();
    await passkeys.getByRole('button', { name: 'Remove Old laptop' }).click();
    await passkeys.getByRole('button', { name: 'Remove it' }).click();
    await passkeys.getByText('You have no passkey yet.').waitFor();
    assert.deepEqual([platform.accounts.code, platform.accounts.passkeys.all()], [undefined, []]);
  },

  'Somebody has their account deleted in seven days, is signed out, and keeps it by signing in': async ({ page, platform }) => {
    const { accounts } = platform;
    await signIn(page, platform, '?next=/account');
    await page.getByRole('button', { name: 'Delete my account…' }).press('Enter');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'password is wrong' }).waitFor();
    assert.equal(await page.locator('input:focus').getAttribute('name'), 'password');
    await accessible(page);
    await page.locator('account-leaving').getByLabel(/^Your password/).fill(accounts.password);
    await page.keyboard.press('Enter');
    await page.getByText('Sign in before then to keep it').waitFor();
    assert.equal(accounts.deletionDueAt, '2026-03-08T10:00:00Z');
    await accessible(page);
    await page.getByLabel('E-mail address').fill(accounts.email);
    await page.getByLabel('Password').fill(accounts.password);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Delete my account…' }).waitFor();
    assert.equal(accounts.deletionDueAt, undefined);
    assert.equal(await page.getByText('Sign in before then').count(), 0);
  },
};
