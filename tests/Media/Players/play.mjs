// Plays a folder of manifests and segments with hls.js and shaka-player in headless Chromium: forced switches, another
// language, subtitles. Usage: node play.mjs FOLDER; prints one JSON object a player.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

const folder = process.argv[2]
const root = createRequire(new URL('../../../package.json', import.meta.url))
const web = createRequire(new URL('../../../web/package.json', import.meta.url))
const { chromium } = root('playwright-core')
const scripts = {
  '/hls.js': path.join(path.dirname(web.resolve('hls.js/package.json')), 'dist/hls.min.js'),
  '/shaka.js': path.join(path.dirname(web.resolve('shaka-player/package.json')), 'dist/shaka-player.compiled.js'),
}
const types = { '.m3u8': 'application/vnd.apple.mpegurl', '.mpd': 'application/dash+xml', '.vtt': 'text/vtt', '.js': 'text/javascript' }

const fetched = []
const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost')
  fetched.push(pathname)
  if (pathname === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><video muted></video>')
  try {
    const bytes = await readFile(scripts[pathname] ?? path.join(folder, pathname))
    response.writeHead(200, { 'content-type': types[path.extname(pathname)] ?? 'video/mp4' }).end(bytes)
  } catch {
    response.writeHead(404).end()
  }
}).listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
const url = `http://127.0.0.1:${server.address().port}/`

const players = {
  hls: async (page) => {
    await page.addScriptTag({ url: '/hls.js' })
    return page.evaluate(async () => {
      const errors = []
      const video = document.querySelector('video')
      const hls = new Hls({ enableWorker: false, startPosition: 0, maxBufferLength: 4 })
      const once = (event) => new Promise((resolve) => hls.once(event, (_, data) => resolve(data)))
      hls.on(Hls.Events.ERROR, (_, { details, fatal, reason }) => (fatal || details !== 'bufferStalledError') && errors.push(`${details} ${reason ?? ''}`))
      const parsed = once(Hls.Events.MANIFEST_PARSED)
      hls.loadSource('/master.m3u8')
      hls.attachMedia(video)
      await parsed
      const levels = hls.levels.map((level) => ({ height: level.height, groups: level.audioGroups }))
      await play(video, 0.5)
      const sounds = hls.audioTracks.map(({ name, lang, channels }) => `${name} ${lang} ${channels ?? ''}`.trim())
      for (const level of [0, hls.levels.length - 1]) {
        hls.nextLevel = level
        await once(Hls.Events.LEVEL_SWITCHED)
      }
      const german = hls.audioTracks.findIndex(({ lang }) => lang === 'de')
      const switched = once(Hls.Events.AUDIO_TRACK_SWITCHED)
      hls.audioTrack = german
      await switched
      hls.subtitleDisplay = true
      hls.subtitleTrack = 0
      const text = await shown(video)
      await ended(video)
      return { errors, levels, sounds, text, chosen: hls.audioTracks[hls.audioTrack].lang, ranges: video.buffered.length, time: video.currentTime }
    })
  },
  shaka: async (page) => {
    await page.addScriptTag({ url: '/shaka.js' })
    return page.evaluate(async () => {
      const errors = []
      const video = document.querySelector('video')
      const player = new shaka.Player()
      await player.attach(video)
      player.addEventListener('error', ({ detail }) => errors.push(`${detail.code} ${detail.data}`))
      player.configure({ streaming: { bufferingGoal: 6 }, preferredAudioLanguage: 'en' })
      await player.load('/manifest.mpd')
      const sounds = [...new Set(player.getVariantTracks().map(({ label, language, channelsCount }) => `${label} ${language} ${channelsCount}`))].sort()
      await play(video, 0.5)
      const tracks = () => player.getVariantTracks().filter(({ language, channelsCount }) => language === 'en' && channelsCount === 2).sort((a, b) => a.bandwidth - b.bandwidth)
      player.configure({ abr: { enabled: false } })
      for (const track of [tracks()[0], tracks().at(-1)]) {
        const from = video.currentTime
        player.selectVariantTrack(track, true, 2)
        await play(video, from + 0.5)
      }

      player.selectAudioTrack(player.getAudioTracks().find(({ language }) => language === 'de'))
      await player.selectTextTrack(player.getTextTracks()[0])
      const text = await shown(video)
      await ended(video)
      return { errors, sounds, text, chosen: player.getAudioTracks().find(({ active }) => active).language, ranges: video.buffered.length, time: video.currentTime }
    })
  },
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--autoplay-policy=no-user-gesture-required', '--mute-audio'],
})
try {
  for (const [name, run] of Object.entries(players)) {
    fetched.length = 0
    const page = await browser.newPage()
    page.setDefaultTimeout(60_000)
    await page.addInitScript(() => {
      const until = (test, what) => new Promise((resolve, reject) => {
        const started = Date.now()
        const look = () => (test() ? resolve() : Date.now() - started > 40_000 ? reject(new Error(`never: ${what}`)) : setTimeout(look, 20))
        look()
      })
      window.play = async (video, seconds) => {
        await video.play()
        await until(() => video.currentTime > seconds, `past ${seconds}`)
      }
      window.shown = async (video) => {
        const cues = () => [...video.textTracks].filter(({ mode }) => mode !== 'disabled').flatMap(({ activeCues }) => [...(activeCues ?? [])])
        await until(() => cues().length > 0, 'a cue')
        return cues()[0].text
      }
      window.ended = (video) => until(() => video.ended, 'the end').catch((error) => {
        const ranges = [...Array(video.buffered.length)].map((_, i) => `${video.buffered.start(i)}–${video.buffered.end(i)}`)
        throw new Error(`${error.message}: at ${video.currentTime} of ${video.duration}, paused ${video.paused}, ready ${video.readyState}, buffered ${ranges}`)
      })
    })
    await page.goto(url)
    const outcome = await run(page)
    const folders = [...new Set(fetched.filter((file) => file.endsWith('.m4s')).map((file) => path.basename(path.dirname(file))))].sort()
    console.log(JSON.stringify({ player: name, ...outcome, folders }))
    await page.close()
  }
} finally {
  await browser.close()
  server.close()
}
