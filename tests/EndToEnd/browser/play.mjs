// Plays one watch page to its end in headless Chromium and prints what happened as one JSON object.
// Usage: node play.mjs '{"url":"…","rate":4,"switches":true,"timeoutSeconds":120}'
import { chromium } from "playwright-core";

const options = JSON.parse(process.argv[2]);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required", "--mute-audio",
  ],
});

const failures = [];
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on("pageerror", (error) => failures.push(`page: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") failures.push(`console: ${message.text()}`);
  });

  // Source buffers are private to the player; this is the one place where each track's own end can be seen.
  await page.addInitScript(() => {
    window.trackedBuffers = [];
    for (const type of ["MediaSource", "ManagedMediaSource"]) {
      const prototype = window[type]?.prototype;
      if (!prototype) continue;
      const add = prototype.addSourceBuffer;
      prototype.addSourceBuffer = function (mime) {
        const buffer = add.call(this, mime);
        const entry = { mime, source: this, end: () => {
          try { return buffer.buffered.length ? buffer.buffered.end(buffer.buffered.length - 1) : null; } catch { return null; }
        } };
        window.trackedBuffers.push(entry);
        return buffer;
      };
    }
    window.trackEnds = {};
  });

  await page.goto(options.url);
  await page.waitForFunction(() => window.streamPlayer?.video, null, { timeout: 30_000 });
  await page.evaluate((rate) => {
    const { video } = window.streamPlayer;
    window.startedAt = performance.now();
    window.seen = { heights: [], holes: 0, ranges: [], course: [] };
    setInterval(() => window.seen.course.push(`${video.currentTime.toFixed(1)}${video.paused ? "p" : ""}${video.readyState}`), 5000);
    video.muted = true;
    const note = () => {
      const ranges = [];
      for (let i = 0; i < video.buffered.length; i++) ranges.push([video.buffered.start(i), video.buffered.end(i)]);
      window.seen.ranges = ranges;
      if (ranges.length > 1) window.seen.holes++;
      for (const entry of window.trackedBuffers) {
        if (entry.source.readyState === "closed") continue;
        const end = entry.end();
        if (end !== null) window.trackEnds[entry.mime.split("/")[0]] = end;
      }
      if (video.videoHeight && window.seen.heights.at(-1) !== video.videoHeight) window.seen.heights.push(video.videoHeight);
    };
    for (const name of ["progress", "timeupdate", "resize", "ended", "waiting"]) video.addEventListener(name, note);
    video.addEventListener("playing", () => { window.firstFrameMs ??= performance.now() - window.startedAt; video.playbackRate = rate; });
    // The page may attach its source only now, which interrupts a play() that came before it: no fault of the player.
    const play = () => video.play().catch(() => undefined);
    video.addEventListener("loadedmetadata", play);
    void play();
  }, options.rate ?? 1);

  if (options.switches) {
    await page.waitForFunction(() => window.streamPlayer.qualities.length > 1 && window.streamPlayer.video.currentTime > 0.5, null, { timeout: 30_000 });
    const names = await page.evaluate(() => window.streamPlayer.qualities.map((quality) => quality.name ?? quality));
    const order = [names.at(-1), names[0], names[Math.floor(names.length / 2)], names[0], names.at(-1)];
    for (const name of order) {
      const before = await page.evaluate(() => window.streamPlayer.video.currentTime);
      if (await page.evaluate(() => window.streamPlayer.video.ended)) break;
      await page.evaluate((quality) => window.streamPlayer.setQuality(quality), name);
      await page.waitForFunction(
        (from) => window.streamPlayer.video.ended || window.streamPlayer.video.currentTime > from + 3,
        before, { timeout: 60_000 });
    }
  }

  let ended = true;
  await page.waitForFunction(() => window.streamPlayer.video.ended, null, { timeout: (options.timeoutSeconds ?? 120) * 1000 })
    .catch(() => { ended = false; });
  const outcome = await page.evaluate(() => ({
    engine: window.streamPlayer.engine,
    state: window.streamPlayer.state,
    revision: window.streamPlayer.revision,
    playerErrors: window.streamPlayer.errors.map((error) => error?.message ?? String(error)),
    mediaError: window.streamPlayer.video.error?.message ?? null,
    currentTime: window.streamPlayer.video.currentTime,
    duration: window.streamPlayer.video.duration,
    ranges: window.seen.ranges,
    holes: window.seen.holes,
    heights: window.seen.heights,
    trackEnds: window.trackEnds,
    firstFrameMs: window.firstFrameMs ?? null,
    course: window.seen.course.join(" "),
  }));
  if (options.screenshot) await page.screenshot({ path: options.screenshot });
  console.log(JSON.stringify({ ended, failures, ...outcome }));
} finally {
  await browser.close();
}
