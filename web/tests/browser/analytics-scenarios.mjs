import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accessible } from './accessible.mjs';

/** Pictures for docs go here when it is set. */
const pictures = process.env.WEB_DOC_SHOTS;

/** The figures within an element, as machines read them. */
const figures = (place) => place.locator('data').evaluateAll((all) => all.map((each) => Number(each.value)));
const table = (page, heading) => page.locator(`series-chart[heading="${heading}"] details`);
const wanted = async (page, read, expected) => {
  for (const end = Date.now() + 5000; Date.now() < end; await page.waitForTimeout(50)) if (JSON.stringify(await read()) === JSON.stringify(expected)) return;
  assert.deepEqual(await read(), expected);
};
const fitsPhone = async (page) => {
  await page.setViewportSize({ width: 360, height: 740 });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing is wider than a phone');
  await page.setViewportSize({ width: 1280, height: 800 });
};
const saved = async (page, press) => {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
};

export const analyticsScenarios = {
  'A creator sees in figures, charts and tables what the platform counted of a video': async ({ page, platform }) => {
    const { analytics } = platform;
    await page.clock.install({ time: new Date('2026-03-20T12:00:30Z') });
    platform.assets = [platform.asset({ durationSeconds: 24, previewToken: 'owner-token' })];
    await page.goto(`${platform.url}/videos#key=test-key`);
    await page.getByRole('link', { name: 'Analytics' }).click();
    await page.getByRole('heading', { name: 'A walk through the Mandelbrot set', level: 1 }).waitFor();

    await page.locator('analytics-overview .figure').first().waitFor();
    const whole = analytics.last(({ previous }) => previous);
    assert.deepEqual(await figures(page.locator('analytics-overview dl').first()), whole.metrics.map(({ name }) => whole.totals[name]));
    assert.equal(await page.locator('analytics-overview .better').first().innerText(), '+11 %');

    const course = table(page, 'Views');
    await course.locator('summary').click();
    assert.deepEqual(await figures(course), whole.series.map(({ values }) => values.views));
    await page.getByLabel('Figure in the chart').selectOption('Watch time');
    await wanted(page, () => figures(table(page, 'Watch time')), whole.series.map(({ values }) => values.watchTime));
    await page.getByRole('slider', { name: 'Watch time: a point' }).press('Home');
    assert.match(await page.getByRole('slider', { name: 'Watch time: a point' }).getAttribute('aria-valuetext'), /^Feb 21: \d+ h$/);

    const kept = table(page, 'Watched, of all plays');
    const plays = Math.max(whole.totals.plays, ...whole.retention);
    await wanted(page, () => figures(kept), whole.retention.map((part) => part / plays));
    const player = page.locator('stream-player');
    await page.waitForFunction(() => document.querySelector('stream-app').shadowRoot.querySelector('analytics-page').shadowRoot.querySelector('stream-player')?.video?.readyState > 0);
    await page.getByRole('slider', { name: 'Watched, of all plays: a point' }).fill('50');
    assert.equal(await player.evaluate(({ video }) => video.currentTime), 12, 'the player shows what one points at');
    assert.deepEqual(platform.log.filter((line) => line.includes('/sessions') || line.includes('/telemetry')), [], 'an owner’s look at it is no view');

    const hour = () => figures(table(page, 'Viewers in the last 60 minutes'));
    const present = () => figures(page.locator('last-hour .now'));
    await wanted(page, present, [64]);
    await wanted(page, hour, analytics.present.minutes);
    assert.equal(analytics.present.minutes.length, 60);
    analytics.tell(analytics.viewers(71));
    await wanted(page, present, [71]);
    await wanted(page, hour, analytics.present.minutes);
    // Told no more, it asks.
    analytics.refusesStreams = true;
    analytics.present = analytics.viewers(58);
    for (const stream of analytics.streams) stream.end();
    await wanted(page, present, [58]);
    await wanted(page, hour, analytics.present.minutes);
    analytics.present = analytics.viewers(59);
    await page.clock.fastForward(21_000);
    await wanted(page, present, [59]);

    const rows = page.locator('breakdown-table tbody tr');
    for (const [by, text] of [['country', 'Germany'], ['source', 'Search engines']]) {
      if (by !== 'country') await page.locator('breakdown-table').getByRole('combobox', { name: 'Views by' }).selectOption(by);
      await rows.filter({ hasText: text }).waitFor();
      const said = analytics.last((each) => each.by === by);
      assert.deepEqual(await figures(page.locator('breakdown-table')), said.rows.flatMap(({ values }) => said.metrics.map(({ name }) => values[name])));
    }

    const csv = await saved(page, () => page.getByRole('button', { name: 'Save the table as CSV' }).click());
    assert.deepEqual([csv.name, csv.text.split('\r\n')[0], csv.text.split('\r\n')[1].split(',')[1]], ['analytics-by-source.csv', 'source,views,watchTime,averageViewDuration,completionRate,rebufferRatio', String(analytics.last(({ by }) => by === 'source').rows[0].values.views)]);
    const picture = await saved(page, () => page.getByRole('button', { name: 'Save the picture Watch time' }).click());
    assert.match(picture.text, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.match(picture.text, /<rect[^>]* fill="rgb\(/, "the ground has the colour that is seen");
    assert.match(picture.text, /stroke="rgb\(54, 84, 232\)"/, 'with the colours it is seen in');
    assert.equal(/var\(|style=/.test(picture.text), false);
    await accessible(page);
    await fitsPhone(page);
    if (pictures) {
      await page.emulateMedia({ colorScheme: 'light' });
      await table(page, 'Watch time').locator('summary').click();
      await page.getByRole('slider', { name: 'Watch time: a point' }).press('ArrowRight');
      await page.screenshot({ path: join(pictures, 'analytics.png'), fullPage: true });
    }
  },

  'An operator sees where playing goes badly, a channel’s owner its figures, and nobody else the platform’s': async ({ page, platform }) => {
    const { analytics, profiles } = platform;
    await page.clock.install({ time: new Date('2026-03-20T12:00:30Z') });
    await page.goto(`${platform.url}/channels#key=test-key`);
    await page.getByRole('link', { name: 'Analytics of Deep zooms' }).click();
    await page.getByRole('heading', { name: 'Deep zooms', level: 1 }).waitFor();
    await page.locator('analytics-overview .figure').first().waitFor();
    const channel = analytics.last(({ previous }) => previous);
    assert.equal(channel.path, '/analytics/channels/ch_1');
    assert.deepEqual(await figures(page.locator('analytics-overview dl').first()), channel.metrics.map(({ name }) => channel.totals[name]));

    await page.goto(`${platform.url}/platform`);
    await page.getByRole('alert').filter({ hasText: 'Only who runs this installation' }).first().waitFor();
    profiles.role = 'operator';
    await page.goto(`${platform.url}/`);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'Platform', exact: true }).click();
    await page.getByLabel('Period').selectOption('Last 24 hours');
    await wanted(page, async () => analytics.last(({ previous }) => previous)?.grain, 'hour');
    const whole = () => analytics.last(({ previous }) => previous);
    await wanted(page, () => figures(page.locator('analytics-overview dl').first()), whole().metrics.map(({ name }) => whole().totals[name]));
    for (const by of ['country', 'cdn']) {
      const map = page.locator(`heat-map[by="${by}"]`);
      await map.locator('tbody tr').first().waitFor();
      const { rows } = analytics.last((each) => each.by === by);
      const shown = await map.locator('tbody tr').evaluateAll((all) => all.map((row) => [row.dataset.label, ...[...row.querySelectorAll('data')].map((each) => Number(each.value))]));
      assert.deepEqual(shown, rows.map(({ label, values: v }) => [label, v.attempts, v.experienceScore, v.startupTime, v.rebufferRatio, v.startFailures / v.attempts, v.playbackFailures / v.plays, v.averageBitrate]));
      assert.match(await map.locator('tr[data-label=""], tr[data-label="BR"]').first().innerText(), /middling|poor|bad/, 'what is coloured is said too');
    }
    await page.getByRole('combobox', { name: 'Experience by' }).selectOption('Player');
    const players = page.locator('heat-map[open]');
    await players.locator('tr[data-label="native"]').waitFor();
    assert.deepEqual((await figures(players)).length, analytics.last((each) => each.by === 'player').rows.length * 7);
    await page.getByRole('combobox', { name: 'Experience by' }).selectOption('Delivery host');
    await players.locator('tr[data-label="edge-fra.example"]').waitFor();
    await accessible(page);
    await fitsPhone(page);
    if (pictures) {
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.screenshot({ path: join(pictures, 'analytics-platform-dark.png'), fullPage: true });
    }
  },

  'An operator sees how the platform does as a whole, who came back, and what happened in a session that went badly': async ({ page, platform }) => {
    const { analytics, profiles } = platform;
    profiles.role = 'operator';
    analytics.now = Date.parse('2026-03-20T12:00:30Z');
    await page.clock.install({ time: new Date(analytics.now) });
    await page.goto(`${platform.url}/platform#key=test-key`);
    await page.getByRole('link', { name: 'Business figures' }).click();
    await page.locator('analytics-overview .figure').first().waitFor();
    const whole = analytics.last(({ path }) => path === '/operations/business');
    assert.deepEqual(await figures(page.locator('analytics-overview dl').first()), whole.metrics.map(({ name }) => whole.totals[name]));
    await page.getByLabel('Figure in the chart').selectOption('Availability');
    await table(page, 'Availability').locator('summary').click();
    await wanted(page, () => figures(table(page, 'Availability')), whole.series.map(({ values }) => values.availability));
    const csv = await saved(page, () => page.getByRole('button', { name: 'Save the figures as CSV' }).click());
    assert.equal(csv.text.split('\r\n')[0].split(',')[1], 'dailyActiveUsers');

    await page.locator('cohort-table tbody tr').first().waitFor();
    assert.deepEqual(
      await figures(page.locator('cohort-table')),
      [...analytics.cohorts].reverse().flatMap(({ viewers, known, day1, day7, day30 }) => [viewers, known, day1?.share, day7?.share, day30?.share].filter((each) => each !== undefined)),
    );
    await accessible(page);
    await fitsPhone(page);
    if (pictures) await table(page, 'Availability').locator('summary').click();
    if (pictures) await page.emulateMedia({ colorScheme: 'light' });
    if (pictures) await page.screenshot({ path: join(pictures, 'business.png'), fullPage: true });

    await page.goto(`${platform.url}/poor-sessions`);
    const rows = page.locator('poor-sessions-page table').first().locator('tbody tr');
    await rows.first().waitFor();
    assert.deepEqual(await rows.evaluateAll((all) => all.map((row) => [row.dataset.session, ...[...row.querySelectorAll('data')].map((each) => Number(each.value))])), analytics.poor.sessions.map((each) => [each.sessionId, each.score, each.watchedMs, each.stalledMs]));
    await rows.nth(1).getByRole('button').click();
    const { timeline } = analytics.poor.sessions[1];
    const moments = page.locator('session-timeline tbody tr');
    await wanted(page, () => moments.evaluateAll((all) => all.map((row) => [row.dataset.type, Number(row.querySelector('data').value)])), timeline.map(({ type, atMs }) => [type, atMs]));
    assert.equal(await page.locator('session-timeline svg :is(rect, circle)').count(), timeline.length);
    assert.match(await moments.nth(3).innerText(), /Wait.*23.3 s.*for 7.2 s/s);
    await accessible(page);
    await fitsPhone(page);
    if (pictures) await page.screenshot({ path: join(pictures, 'poor-sessions.png'), fullPage: true });
    await page.getByLabel('Reason').selectOption('Started slowly');
    await wanted(page, () => rows.evaluateAll((all) => all.map((row) => row.dataset.session)), ['ses_3']);
  },
};
