// Three viewers watch one page at once in headless Chromium, each in a way of their own. Prints what their video elements
// really did, by listeners that know nothing of the player's telemetry, as one JSON array.
// Usage: node watch.mjs URL PLAYLIST
import { chromium } from "playwright-core";

const [url, playlist] = process.argv.slice(2);
const ladder = await (await fetch(playlist)).text();
/** Bytes a second of the rung with so many lines. */
const rateOf = (lines) => Number(new RegExp(`AVERAGE-BANDWIDTH=(\\d+)[^\\n]*RESOLUTION=\\d+x${lines}\\b`).exec(ladder)[1]) / 8;
// Nobody sits before a headless browser, and the platform knows: these viewers are people.
const userAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

/** Notes in the page what the element does; what it came to is in localStorage when the page is gone. */
function witness() {
  localStorage.setItem("stream.player", JSON.stringify({ muted: true, quality: window.wantedQuality ?? "auto" }));
  const seen = { startupMs: 0, watchedMs: 0, stalls: 0, stalledMs: 0, seeks: 0, parts: [] };
  const now = () => performance.now();
  let [asked, started, moving, waiting, seeking, position] = [0, false, undefined, undefined, false, 0];
  const rests = () => { if (moving !== undefined) seen.watchedMs += now() - moving; moving = undefined; };
  const flows = () => { if (waiting !== undefined) seen.stalledMs += now() - waiting; waiting = undefined; };
  document.addEventListener("playback", (event) => { if (event.detail.phase === "playable") asked ||= now(); });
  const found = setInterval(() => {
    const video = window.streamPlayer?.video;
    if (!video) return;
    clearInterval(found);
    video.addEventListener("playing", () => {
      if (!started) seen.startupMs = now() - asked;
      started = true;
      seeking = false;
      flows();
      moving ??= now();
    });
    video.addEventListener("timeupdate", () => { if (!video.seeking) position = video.currentTime; });
    video.addEventListener("seeking", () => {
      // The player itself jumps a tenth of a second when its buffer doesn't quite reach what is to be shown.
      if (Math.abs(video.currentTime - position) < 0.5) return;
      if (started) seen.seeks++;
      seeking = true;
      rests();
      flows();
    });
    video.addEventListener("waiting", () => { if (started && !seeking && waiting === undefined) { seen.stalls++; waiting = now(); } rests(); });
    for (const type of ["pause", "ended"]) video.addEventListener(type, () => { rests(); flows(); });
    window.seen = seen;
    // First of all listeners, so that nothing is between what it notes and what telemetry notes.
    window.addEventListener("pagehide", () => {
      rests();
      flows();
      const parts = new Set();
      for (let i = 0; i < video.played.length; i++) {
        for (let part = 0; part < 100; part++) {
          if (video.played.start(i) < ((part + 1) * video.duration) / 100 && video.played.end(i) > (part * video.duration) / 100) parts.add(part);
        }
      }
      localStorage.setItem("seen", JSON.stringify({ ...seen, parts: [...parts] }));
    });
  }, 2);
}

async function viewer(browser, quality, watch) {
  const context = await browser.newContext({ viewport: { width: 640, height: 400 }, userAgent });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  const failures = [];
  const session = new Promise((resolve) => page.on("response", async (response) => {
    if (/\/sessions$/.test(new URL(response.url()).pathname)) resolve((await response.json()).sessionId);
  }));
  page.on("pageerror", (error) => failures.push(error.message));
  await page.addInitScript((value) => { window.wantedQuality = value; }, quality);
  await page.addInitScript(witness);
  const carries = (bytesPerSecond) => line.send("Network.emulateNetworkConditions", { offline: false, latency: 20, downloadThroughput: bytesPerSecond, uploadThroughput: -1 });
  const until = (condition, argument) => page.waitForFunction(condition, argument, { timeout: 60_000, polling: 50 });
  const reaches = (milliseconds) => until((wanted) => {
    const video = window.streamPlayer?.video;
    let played = 0;
    for (let i = 0; i < (video?.played.length ?? 0); i++) played += video.played.end(i) - video.played.start(i);
    return played * 1000 >= wanted;
  }, milliseconds);
  await line.send("Network.enable");
  const sought = (seconds) => page.evaluate((to) => { window.streamPlayer.video.currentTime = to; }, seconds);
  await watch({ page, context, carries, until, reaches, sought });
  const sessionId = await session;
  const gone = page.waitForEvent("close");
  await page.close({ runBeforeUnload: true });
  await gone;
  // Another page of the same browser sees what that one has left.
  const after = await context.newPage();
  await after.goto(new URL("/icon.svg", url).href);
  const seen = JSON.parse(await after.evaluate(() => localStorage.getItem("seen")));
  return { sessionId, failures, ...seen };
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--autoplay-policy=no-user-gesture-required", "--mute-audio",
  ],
});
try {
  const viewers = await Promise.all([
    // A line that carries three quarters of what the rung takes, until it has stalled.
    viewer(browser, "720p", async ({ page, carries, until, reaches }) => {
      await carries(rateOf(720) * 0.75);
      await page.goto(url, { waitUntil: "commit" });
      await until(() => window.seen?.stalls > 0 && window.seen.stalledMs > 0);
      await carries(-1);
      await reaches(9_000);
    }),
    // To and fro on a line that has to load what is sought, and then the tab is closed in the middle.
    viewer(browser, "480p", async ({ page, carries, reaches, sought }) => {
      await carries(rateOf(480) * 1.5);
      await page.goto(url, { waitUntil: "commit" });
      await reaches(3_000);
      await sought(23);
      await reaches(6_000);
      await sought(10);
      await reaches(10_000);
    }),
    // The line is gone for a while; what was buffered plays on.
    viewer(browser, "240p", async ({ page, context, reaches }) => {
      await page.goto(url);
      await reaches(4_000);
      await context.setOffline(true);
      await reaches(15_000);
      await context.setOffline(false);
      await reaches(18_000);
    }),
  ]);
  console.log(JSON.stringify(viewers));
} finally {
  await browser.close();
}
