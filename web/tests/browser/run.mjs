// Plays, moves and uploads in a real browser against a mock platform. Arguments filter scenarios by name.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { communityScenarios } from './community-scenarios.mjs';
import { feedScenarios } from './feed-scenarios.mjs';
import { historyScenarios } from './history-scenarios.mjs';
import { makeMedia } from './media.mjs';
import { searchScenarios } from './search-scenarios.mjs';
import { socialScenarios } from './social-scenarios.mjs';
import { startPlatform } from './mock-platform.mjs';
import { accountScenarios } from './account-scenarios.mjs';
import { analyticsScenarios } from './analytics-scenarios.mjs';
import { liveScenarios } from './live-scenarios.mjs';
import { playlistScenarios } from './playlist-scenarios.mjs';
import { organisationScenarios } from './organisation-scenarios.mjs';
import { profileScenarios } from './profile-scenarios.mjs';
import { scenarios as player } from './scenarios.mjs';
import { securityScenarios } from './security-scenarios.mjs';
import { studioScenarios } from './studio-scenarios.mjs';
import { telemetryScenarios } from './telemetry-scenarios.mjs';
import { instrument } from './watching.mjs';

const scenarios = { ...player, ...accountScenarios, ...securityScenarios, ...liveScenarios, ...playlistScenarios, ...communityScenarios, ...organisationScenarios, ...profileScenarios, ...searchScenarios, ...feedScenarios, ...socialScenarios, ...studioScenarios, ...telemetryScenarios, ...historyScenarios, ...analyticsScenarios };

const web = fileURLToPath(new URL('../..', import.meta.url));
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
const filter = process.argv.slice(2).join(' ').toLowerCase();
const wanted = Object.entries(scenarios).filter(([name]) => name.toLowerCase().includes(filter));

const missing = !existsSync(chromium) ? `no browser at ${chromium}` : spawnSync('ffmpeg', ['-version']).error ? 'no ffmpeg' : undefined;
if (missing) {
  console.log(`browser tests skipped: ${missing}`);
  console.log(`0 passed, 0 failed, ${wanted.length} skipped`);
  process.exit(0);
}

const { chromium: launcher } = await import('playwright-core');
const scratch = mkdtempSync(join(tmpdir(), 'web-browser-'));
const dist = join(scratch, 'dist');
const media = join(scratch, 'media');
/** Milliseconds for one scenario, also on a machine that is busy with other things. */
const deadline = 240_000;
const within = (milliseconds, work) => {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`not done after ${milliseconds} ms`)), milliseconds)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};
/** Scenarios at once, each in a context and against a platform of its own: playing takes time, not a processor. */
const atOnce = 2;
let failed = 0;
let browser;
try {
  execFileSync(process.execPath, [join(web, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', dist, '--emptyOutDir', '--logLevel', 'error'], { cwd: web, stdio: 'inherit' });
  execFileSync(process.execPath, [join(web, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'vite.telemetry.config.ts', '--outDir', dist, '--logLevel', 'error'], { cwd: web, stdio: 'inherit' });
  makeMedia(media);
  browser = await launcher.launch({ executablePath: chromium, args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required', '--mute-audio'] });
  const waiting = [...wanted];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (waiting.length > 0) await play(...waiting.shift());
  }));
} finally {
  await browser?.close();
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${wanted.length - failed} passed, ${failed} failed, 0 skipped`);
process.exit(failed > 0 ? 1 : 0);

async function play(name, scenario) {
  const platform = await startPlatform({ dist, media });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const trouble = [];
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && /Content Security Policy|Uncaught/.test(message.text()) && trouble.push(message.text()));
  await page.addInitScript(instrument);
  const started = performance.now();
  try {
    await within(deadline, scenario({ page, platform, context, media }));
    trouble.push(...platform.untrue, ...platform.telemetry.faults);
    if (trouble.length > 0) throw new Error(trouble.join('\n'));
    console.log(`  ok  ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed++;
    console.log(`  FAILED  ${name}\n${error.stack}\n${trouble.join('\n')}`);
    if (process.env.WEB_TEST_SHOTS) await page.screenshot({ path: join(process.env.WEB_TEST_SHOTS, `${failed}.png`) }).catch(() => undefined);
  } finally {
    await context.close();
    await platform.close();
  }
}
