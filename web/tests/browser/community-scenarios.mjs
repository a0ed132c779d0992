import assert from 'node:assert/strict';
import { accessible } from './accessible.mjs';
import { signIn } from './account-scenarios.mjs';

const phone = async (page) => {
  await page.setViewportSize({ width: 360, height: 740 });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, 'a phone shows it whole');
};

export const communityScenarios = {
  'Somebody subscribes to a channel, sees what is new, and reads what they were told': async ({ page, platform }) => {
    const { community, studio } = platform;
    const video = (title, publishedAt) => ({ playbackId: 'play_final', title, publishedAt, watchUrl: '/watch/play_final' });
    studio.channels.push({ ...studio.channels[0], id: 'ch_2', handle: 'waves', name: 'Waves', foreign: undefined });
    studio.videos = { ch_1: [video('Older', '2026-03-01T10:00:00Z')], ch_2: [video('Newest', '2026-03-02T10:00:00Z'), video('Oldest', '2026-02-01T10:00:00Z')] };
    const notice = (id, kind, change = {}) => ({ id, kind, playbackId: 'play_final', title: 'Tide', createdAt: '2026-03-01T10:00:00Z', read: false, new: true, ...change });
    community.notices = [notice('notice_1', 'video'), notice('notice_2', 'reply'), notice('notice_3', 'heart', { read: true, new: false })];
    await signIn(page, platform, '?next=/subscriptions');
    await page.getByText('You subscribe to no channel yet').waitFor();
    await page.getByRole('link', { name: 'Notifications, 2 new' }).waitFor();
    for (const id of ['waves', 'deep.zooms']) {
      await page.evaluate((path) => (history.pushState(null, '', path), window.dispatchEvent(new PopStateEvent('popstate'))), `/channel/@${id}`);
      await page.getByText(`@${id}`, { exact: true }).waitFor();
      await page.getByText(/^4\d subscribers/).waitFor();
      await page.getByRole('button', { name: 'Subscribe' }).press('Enter');
      await page.getByRole('button', { name: 'Unsubscribe' }).waitFor();
    }
    await page.getByRole('button', { name: 'Tell me of new videos', pressed: true }).press('Enter');
    await page.getByRole('button', { name: 'Tell me of new videos', pressed: false }).waitFor();
    assert.deepEqual([...community.subscriptions], [['ch_2', true], ['ch_1', false]]);

    await page.getByRole('button', { name: 'Menu' }).press('Enter');
    await page.getByRole('link', { name: 'Subscriptions' }).press('Enter');
    await page.getByRole('heading', { name: 'Oldest' }).waitFor();
    assert.deepEqual(await page.locator('found-card h3').allTextContents(), ['Newest', 'Older', 'Oldest']);
    await accessible(page);
    await page.getByRole('button', { name: 'Unsubscribe from Waves' }).click();
    await page.getByRole('button', { name: 'Subscribe to Waves' }).waitFor();
    assert.deepEqual([...community.subscriptions.keys()], ['ch_1']);

    await page.getByRole('link', { name: 'Notifications, 2 new' }).click();
    await page.getByRole('link', { name: 'A reply to your comment on “Tide”' }).waitFor();
    await page.getByRole('link', { name: 'Notifications', exact: true }).first().waitFor();
    assert.equal(community.seen, true);
    await page.getByRole('button', { name: /^Mark as read: New video/ }).press('Enter');
    await page.getByRole('button', { name: /^Mark as read: New video/ }).waitFor({ state: 'detached' });
    assert.match(await page.evaluate(() => { let at = document.activeElement; while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at.getAttribute('aria-label'); }), /A reply/);
    await Promise.all([page.waitForResponse(/preferences/), page.getByLabel('Hearts for my comments').uncheck()]);
    assert.equal(await page.getByLabel(/taken down/).count(), 0, 'of some things everybody is told');
    await Promise.all([page.waitForResponse(/digest/), page.getByLabel(/^A letter a day/).check()]);
    assert.equal(community.digest, true);
    await accessible(page);
    await phone(page);
    assert.deepEqual([community.notices.map(({ read }) => read), community.muted], [[true, false, true], ['heart']]);
  },

  'A channel is made, changed and deleted, and whose it is not is told so': async ({ page, platform }) => {
    const { studio } = platform;
    studio.channels.push({ ...studio.channels[0], id: 'ch_other', handle: 'other', name: 'Not mine', foreign: true });
    await page.goto(`${platform.url}/channels#key=test-key`);
    await page.getByRole('button', { name: 'New channel' }).press('Enter');
    await page.keyboard.type('Tide pools');
    await page.getByLabel('Handle').fill('@deep.zooms');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Another channel has this handle' }).waitFor();
    assert.equal(await page.locator('input:focus').getAttribute('name'), 'handle');
    await accessible(page);
    await page.getByLabel('Handle').fill('tide.pools');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Tide pools' }).waitFor();
    await page.getByLabel('Description').fill('Of small seas.');
    for (const [title, url] of [['Home', 'https://example.com/'], ['Shop', 'https://shop.example.com/']]) {
      await page.getByRole('button', { name: 'Add a link' }).press('Enter');
      await page.keyboard.type(title);
      await page.keyboard.press('Tab');
      await page.keyboard.type(url);
    }
    await page.getByRole('button', { name: 'Take link 1 away' }).click();
    await page.getByLabel(/^Its public videos as episodes/).selectOption('audio');
    await page.getByLabel('Not for children').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await accessible(page);
    await phone(page);
    await page.getByRole('link', { name: /feeds\/podcast$/ }).waitFor();
    const [made] = studio.channels;
    assert.deepEqual(made.podcast, { format: 'audio', explicit: true });
    assert.deepEqual([made.name, made.handle, made.description, made.links], ['Tide pools', 'tide.pools', 'Of small seas.', [{ title: 'Shop', url: 'https://shop.example.com/' }]]);
    await page.getByLabel('Description').fill('');
    made.updatedAt = '2030-01-01T00:00:00Z';
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Load it again' }).click();
    assert.equal(made.description, 'Of small seas.', 'what was changed elsewhere is not written over');
    for (const videos of [undefined, []]) {
      studio.videos[made.id] = videos;
      await page.getByRole('button', { name: 'Delete the channel' }).click();
      await page.getByRole('button', { name: 'Delete it' }).click();
      if (!videos) await page.getByRole('alert').filter({ hasText: 'still shows videos' }).waitFor();
    }
    await page.getByRole('button', { name: 'New channel' }).waitFor();
    assert.deepEqual(studio.channels.map(({ id }) => id), ['ch_1', 'ch_other']);
    await page.evaluate(() => (history.pushState(null, '', '/channels/ch_other'), window.dispatchEvent(new PopStateEvent('popstate'))));
    await page.getByText('This channel is somebody else’s.').waitFor();
  },

  'An owner decides on comments that wait, and chooses whether they do': async ({ page, platform }) => {
    const { community, social } = platform;
    platform.assets = ['Waves', 'Tide'].map((title, i) => platform.asset({ id: `asset_${i}`, title, playbackIds: [{ id: `play_${i}`, policy: 'public' }] }));
    for (const text of ['First', '<b>Second</b>', 'Third']) social.say(text, { state: 'held' });
    community.held = { play_1: social.comments };
    await page.goto(`${platform.url}/videos/asset_1#key=test-key`);
    await page.getByLabel(/^Comments/).selectOption('held');
    await page.getByText('Saved.').waitFor();
    assert.equal(social.mode, 'held');
    await page.getByRole('link', { name: 'Comments to look at' }).first().click();
    const tide = page.getByRole('region', { name: 'Comments on Tide' });
    await tide.getByText('<b>Second</b>').waitFor();
    assert.equal(await page.getByRole('heading', { name: 'Waves' }).count(), 0);
    await accessible(page);
    await phone(page);
    await tide.getByRole('listitem').filter({ hasText: 'First' }).getByRole('button', { name: 'Show it' }).press('Enter');
    await tide.getByText('First').waitFor({ state: 'detached' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tide.getByText('<b>Second</b>').waitFor({ state: 'detached' });
    assert.deepEqual(social.comments.map(({ state }) => state), ['visible', 'rejected', 'held']);
    await page.getByLabel('Which').selectOption('decided');
    await tide.getByRole('button', { name: 'Show it after all' }).click();
    await page.getByText('Nothing that you decided against').waitFor();
    assert.equal(social.comments[1].state, 'visible');
  },

  'A moderator takes a video down, its owner learns why and appeals, and it is put back': async ({ page, platform }) => {
    const { community } = platform;
    platform.assets = [platform.asset({ title: 'Waves' })];
    community.reports = [{ id: 'report_1', reporterId: 'user_zoe123', assetId: 'asset_1', playbackId: 'play_final', reason: 'infringement', details: 'My film.', state: 'open', createdAt: '2026-03-01T10:00:00Z', appeal: false }];
    const go = (path) => page.evaluate((to) => (history.pushState(null, '', to), window.dispatchEvent(new PopStateEvent('popstate'))), path);
    await signIn(page, platform, '?next=/moderation');
    await page.getByRole('button', { name: 'Take the video down…' }).press('Enter');
    assert.equal(await page.locator('select:focus').inputValue(), 'infringement');
    await page.getByLabel(/^What its owner is told/).fill('It is somebody else’s film.');
    await accessible(page);
    await page.getByRole('button', { name: 'Take the video down', exact: true }).press('Enter');
    await page.getByText('Nothing to decide').waitFor();
    assert.equal(community.reports[0].state, 'upheld');
    await go('/videos');
    await page.getByText('Taken down').waitFor();
    await page.getByRole('link', { name: 'Why' }).click();
    await page.getByText('It is somebody else’s film.').waitFor();
    assert.equal(await page.getByLabel('Visibility').count(), 0, 'there is nothing to change');
    await page.getByLabel(/^If you think/).fill('I filmed it.');
    await accessible(page);
    await phone(page);
    await page.getByRole('button', { name: 'Ask for another look' }).press('Enter');
    await page.getByText('You asked for another look').waitFor();
    await go('/moderation');
    await page.getByText('An appeal against a take-down').waitFor();
    await page.getByText('I filmed it.').waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'Put the video back' }).press('Enter');
    await page.getByText('Nothing to decide').waitFor();
    assert.deepEqual([community.reports[1].state, platform.assets[0].takedown], ['upheld', undefined]);
  },

  'A viewer reports a comment, and a moderator removes it': async ({ page, platform }) => {
    const { community, social } = platform;
    social.say('Buy this', { author: { name: 'Zoe', handle: 'zoe', avatar: '/api/people/user_zoe123/avatar' } });
    await signIn(page, platform, '?next=/watch/play_final');
    await page.getByRole('article', { name: 'Comment by Zoe' }).getByRole('button', { name: 'Report' }).press('Enter');
    await page.getByLabel(/^What is wrong with it/).selectOption('spam');
    await page.getByLabel(/^More about it/).fill('Everywhere.');
    await accessible(page);
    await page.getByRole('button', { name: 'Send' }).press('Enter');
    await page.getByText('The moderators will look at it').waitFor();
    await page.keyboard.press('Escape');
    await page.evaluate(() => (history.pushState(null, '', '/moderation'), window.dispatchEvent(new PopStateEvent('popstate'))));
    await page.getByText('Buy this').waitFor();
    await page.getByText('Everywhere.').waitFor();
    await accessible(page);
    await phone(page);
    await page.getByRole('button', { name: 'Remove the comment' }).press('Enter');
    await page.getByText('Nothing to decide').waitFor();
    assert.deepEqual([community.reports[0].state, social.comments[0].state], ['upheld', 'removed']);
    await page.getByLabel('Which').selectOption('upheld');
    await page.getByRole('button', { name: 'Open it again' }).click();
    await page.getByText('None', { exact: true }).waitFor();
    community.moderator = false;
    await page.getByLabel('Which').selectOption('open');
    await page.getByRole('alert').filter({ hasText: 'role moderator' }).waitFor();
  },
};
