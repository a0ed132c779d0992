// Watches a live stream by hls.js in headless Chromium and prints, as one JSON object, what it saw: how long after it was drawn
// each picture was shown, and what was loaded. Usage: node live.mjs '{"url":"http…/index.m3u8","epoch":…}'
import { createRequire } from 'node:module'
import path from 'node:path'

const { url, epoch, settings, seconds } = JSON.parse(process.argv[2])
const near = (place) => createRequire(new URL(place, import.meta.url))
const { chromium } = near('../../../package.json')('playwright-core')
const hls = path.join(path.dirname(near('../../../web/package.json').resolve('hls.js/package.json')), 'dist/hls.min.js')

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--autoplay-policy=no-user-gesture-required', '--mute-audio'],
})
try {
  const page = await browser.newPage()
  await page.goto(new URL('/healthz', url).href)
  await page.evaluate(() => (document.body.innerHTML = '<video playsinline muted></video>'))
  await page.addScriptTag({ path: hls })
  const outcome = await page.evaluate(watch, { url, epoch, settings, seconds })
  console.log(JSON.stringify(outcome))
} finally {
  await browser.close()
}

/** In the page. Pictures carry the time they were drawn at, hundredths of a second since the epoch, in eleven boxes (tests/Media/Support/Counter.cs). */
async function watch({ url, epoch, settings, seconds }) {
  const video = document.querySelector('video')
  const pen = Object.assign(document.createElement('canvas'), { width: 160, height: 90 }).getContext('2d', { willReadFrequently: true })
  const [errors, latencies, levels] = [[], [], new Set()]
  let [parts, stalls] = [0, 0]
  const player = new Hls({ enableWorker: false, lowLatencyMode: true, ...settings })
  player.on(Hls.Events.ERROR, (_, { details, fatal }) => {
    if (details === 'bufferStalledError') stalls++
    // What it gets over by itself is no complaint about the stream.
    if (fatal) errors.push(details)
  })
  player.on(Hls.Events.FRAG_LOADED, (_, { part }) => part && parts++)
  player.on(Hls.Events.LEVEL_SWITCHED, (_, { level }) => levels.add(player.levels[level].height))
  player.loadSource(url)
  player.attachMedia(video)
  const started = performance.now()
  await new Promise((resolve) => player.once(Hls.Events.MANIFEST_PARSED, resolve))
  await video.play()
  const playing = performance.now() - started

  const look = () => {
    pen.drawImage(video, 0, 0, 160, 90)
    const { data } = pen.getImageData(0, 82, 160, 1)
    const drawn = Array.from({ length: 11 }, (_, bit) => (data[(bit * 14 + 7) * 4] > 127 ? 1 << bit : 0)).reduce((sum, bit) => sum + bit)
    const now = Math.floor((performance.timeOrigin + performance.now() - epoch) / 10)
    latencies.push({ at: (performance.now() - started) / 1000, latency: ((now - drawn) & 2047) / 100, media: video.currentTime })
    video.requestVideoFrameCallback(look)
  }
  video.requestVideoFrameCallback(look)

  const until = (test) => new Promise((resolve) => {
    const since = performance.now()
    const timer = setInterval(() => (test() || performance.now() - since > 60_000) && (clearInterval(timer), resolve()), 20)
  })
  // Half of the time in whatever size it chose, then, from the next fragment that is loaded, in the other.
  await until(() => latencies.length > 0 && levels.size > 0 && video.currentTime - latencies[0].media > seconds / 2)
  player.loadLevel = 1 - player.currentLevel
  await until(() => levels.size > 1 && video.currentTime - latencies[0].media > seconds)
  return { errors, stalls, parts, playing: playing / 1000, levels: [...levels], latencies }
}
