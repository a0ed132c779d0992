// Plays a manifest in shaka-player in headless Chromium, then at many times the speed by its key frames, and back; prints
// what happened as one JSON object. Usage: node trick.mjs '{"manifest":"…","shaka":"…/shaka-player.compiled.js","rate":8}'
import { chromium } from "playwright-core";

const options = JSON.parse(process.argv[2]);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--autoplay-policy=no-user-gesture-required", "--mute-audio"],
});
try {
  // The site's own policy lets no other player in.
  const page = await (await browser.newContext({ bypassCSP: true })).newPage();
  const requests = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(new URL("/icon.svg", options.manifest).href);
  await page.setContent("<video muted></video>");
  await page.addScriptTag({ path: options.shaka });
  await page.evaluate(async ({ manifest }) => {
    const { shaka } = window;
    window.errors = [];
    window.video = document.querySelector("video");
    window.player = new shaka.Player();
    window.player.addEventListener("error", (event) => window.errors.push(String(event.detail?.code ?? event)));
    window.player.configure({ streaming: { bufferingGoal: 4 } });
    await window.player.attach(window.video);
    await window.player.load(manifest);
    await window.video.play();
  }, options);
  await page.waitForFunction(() => window.video.currentTime > 1, null, { timeout: 60_000 });
  const before = requests.filter((path) => path.includes("/keys/")).length;
  const from = await page.evaluate((rate) => (window.player.trickPlay(rate), window.video.currentTime), options.rate);
  await page.waitForFunction((start) => window.video.currentTime > start + 24, from, { timeout: 90_000 });
  const during = requests.length;
  await page.evaluate(() => window.player.cancelTrickPlay());
  const back = await page.evaluate(() => window.video.currentTime);
  await page.waitForFunction((start) => window.video.currentTime > start + 1 && !window.video.paused, back, { timeout: 60_000 });
  console.log(JSON.stringify({
    errors: await page.evaluate(() => window.errors),
    images: await page.evaluate(() => window.player.getImageTracks().length),
    keysBefore: before,
    keysDuring: requests.slice(0, during).filter((path) => path.includes("/keys/")).length - before,
    segmentsAfter: requests.slice(during).filter((path) => /\/video\/[^/]+\/\d+\.m4s$/.test(path)).length,
  }));
} finally {
  await browser.close();
}
