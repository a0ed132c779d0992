// Reads the API on its page in headless Chromium and tries one operation; prints what was seen as one JSON object.
// Usage: node reference.mjs http://…/api/docs
import { chromium } from "playwright-core";

const url = process.argv[2];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const [trouble, strangers] = [[], []];
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  page.on("request", (request) => /^https?:/.test(request.url()) && new URL(request.url()).host !== new URL(url).host && strangers.push(request.url()));
  await page.goto(url);
  const { paths } = await (await page.request.get(new URL("openapi.json", url).href)).json();
  const described = Object.values(paths).reduce((count, methods) => count + Object.keys(methods).length, 0);
  // Of many operations the page holds those alone that are in sight: scrolls past all of them, and on to the one that is tried.
  const passed = await page.waitForFunction(
    ([count, path]) => {
      const seen = (window.seen ??= new Map());
      for (const block of document.querySelectorAll(".opblock")) seen.set(block.id, block.querySelector(".opblock-summary-path").dataset.path);
      if (seen.size >= count && document.querySelector(`[data-path="${path}"]`)) return [...seen.values()];
      scrollTo(0, scrollY + innerHeight >= document.body.scrollHeight - 1 ? 0 : scrollY + innerHeight / 2);
    },
    [described, "/health"],
    { polling: 100, timeout: 60_000 },
  );
  const operations = await passed.jsonValue();
  const health = page.locator(".opblock", { has: page.locator('[data-path="/health"]') });
  await health.locator(".opblock-summary-control").click();
  await health.locator("button.execute").click();
  const status = await health.locator(".live-responses-table .response .response-col_status").first().innerText({ timeout: 20_000 });
  if (process.argv[3]) await page.screenshot({ path: process.argv[3] });
  console.log(JSON.stringify({ operations, status: status.trim(), trouble, strangers }));
} finally {
  await browser.close();
}
