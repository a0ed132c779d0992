// Plays a media file with the browser's own player: from its start, then after a jump to 20 s. Prints one JSON object.
// Usage: node file.mjs URL
import { chromium } from "playwright-core";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--autoplay-policy=no-user-gesture-required", "--mute-audio"],
});
try {
  const page = await browser.newPage();
  await page.goto(new URL("/", process.argv[2]).href);
  const result = await page.evaluate(async (url) => {
    const video = document.createElement("video");
    document.body.replaceChildren(video);
    const reach = (seconds) => new Promise((resolve, reject) => {
      video.addEventListener("error", () => reject(new Error(video.error?.message ?? "error")));
      video.addEventListener("timeupdate", () => video.currentTime >= seconds && resolve());
      setTimeout(() => reject(new Error(`${seconds} s were not reached: ${video.currentTime}`)), 20000);
    });
    video.src = url;
    await video.play();
    await reach(0.7);
    video.currentTime = 20;
    await reach(20.6);
    return { duration: video.duration, height: video.videoHeight, reached: video.currentTime };
  }, process.argv[2]);
  console.log(JSON.stringify(result));
} finally {
  await browser.close();
}
