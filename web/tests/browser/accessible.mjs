import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Holds the page, as it is now and in both colour schemes, to what axe knows of WCAG 2.2 A and AA. */
export async function accessible(page) {
  // Our policy lets no script in that a page adds; a debugger's are let in.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source());
  // An experiment of axe's is left out: media-chrome's clock is read aloud in other words than it shows.
  const all = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], rules: { 'label-content-name-mismatch': { enabled: false } } };
  // What the colours are changes contrast alone.
  for (const [colorScheme, options] of [['light', all], ['dark', { runOnly: { type: 'rule', values: ['color-contrast'] } }]]) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await page.evaluate((chosen) => window.axe.run(document, { ...chosen, resultTypes: ['violations'] }), options);
    assert.deepEqual(violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join('; ')}`), []);
  }
}

async function source() {
  const { readFile } = await import('node:fs/promises');
  return readFile(axe, 'utf8');
}
