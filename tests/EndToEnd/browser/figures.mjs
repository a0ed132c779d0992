// Opens an analytics page in headless Chromium and prints the figures in it, as machines read them, and what it asked the API, as one JSON object.
// Usage: node figures.mjs 'http://…/videos/ID/analytics#key=…'
import { chromium } from "playwright-core";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--mute-audio"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const [failures, asked] = [[], []];
  page.on("pageerror", (error) => failures.push(error.message));
  page.on("console", (message) => message.type() === "error" && failures.push(message.text()));
  page.on("request", (request) => request.url().includes("/api/analytics/") && asked.push(request.url()));
  await page.goto(process.argv[2]);
  const within = async (place) => {
    await place.first().waitFor({ state: "attached", timeout: 60_000 });
    return place.evaluateAll((all) => all.map((each) => Number(each.value)));
  };
  const chart = (heading) => page.locator(`series-chart[heading="${heading}"] details data`);
  console.log(JSON.stringify({
    totals: await within(page.locator("analytics-overview dl").first().locator("data")),
    views: await within(chart("Views")),
    retention: await within(chart("Watched, of all plays")),
    rows: await within(page.locator("breakdown-table data")),
    minutes: await within(chart("Viewers in the last 60 minutes")),
    whole: asked.find((url) => url.includes("compare=")),
    byCountry: asked.find((url) => url.includes("by=country")),
    viewers: asked.find((url) => url.endsWith("/viewers")),
    failures,
  }));
} finally {
  await browser.close();
}
