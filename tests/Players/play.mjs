// Puts hls.js, shaka-player (by either manifest) and dash.js through scenario.js in headless Chromium, all at once; prints one
// JSON object a player; `players` names fewer of them. A player that stands still gets other tries. Usage: node play.mjs '{"folder":"…", …}' for manifests in a folder, or '{"hls":"http…","dash":"http…", …}'
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

const options = JSON.parse(process.argv[2])
const near = (place) => createRequire(new URL(place, import.meta.url))
const { chromium } = near('../../package.json')('playwright-core')
const script = (from, name, file) => path.join(path.dirname(from.resolve(`${name}/package.json`)), file)
const web = near('../../web/package.json')
const scripts = {
  hls: script(web, 'hls.js', 'dist/hls.min.js'),
  shaka: script(web, 'shaka-player', 'dist/shaka-player.compiled.js'),
  'shaka hls': script(web, 'shaka-player', 'dist/shaka-player.compiled.js'),
  dash: path.join(import.meta.dirname, '../node_modules/dashjs/dist/modern/umd/dash.all.min.js'),
}

const server = options.folder ? await serve(options.folder) : undefined
const base = server ? `http://127.0.0.1:${server.address().port}/` : new URL('/', options.hls).href
const manifests = server ? { hls: `${base}master.m3u8`, dash: `${base}manifest.mpd` } : {}

// Each player has races of its own where processors are short (dash.js leaves a hole in its buffer that it jumps over once only, shaka-player
// forgets a text track): what stands still is asked again from the start, at other points, since the same ones lead to the same hole; the
// outcome says so. A fault of the stream stands still again.
const attempts = 3

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--autoplay-policy=no-user-gesture-required', '--mute-audio'],
})
try {
  const outcomes = await Promise.all((options.players ?? Object.keys(scripts)).map((name) => play(name)))
  for (const outcome of outcomes) console.log(JSON.stringify(outcome))
} finally {
  await browser.close()
  server?.close()
}

async function play(name, attempt = 1) {
  // A platform's own policy lets no other player in.
  const page = await (await browser.newContext({ bypassCSP: true })).newPage()
  const [folders, failed] = [new Set(), []]
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.m4s')) folders.add(path.dirname(pathname).split('/').slice(-2).join('/'))
  })
  page.on('response', (response) => response.status() >= 400 && /\.(m3u8|mpd|mp4|m4s|vtt)$/.test(new URL(response.url()).pathname) && failed.push(`${response.status()} ${response.url()}`))
  await page.exposeFunction('keysFetched', () => [...folders].filter((folder) => folder.endsWith('/keys')).length)
  await page.goto(base)
  await page.evaluate(() => (document.body.innerHTML = '<video playsinline></video>'))
  for (const file of [scripts[name], ...['adapters.js', 'scenario.js'].map((file) => path.join(import.meta.dirname, file))]) await page.addScriptTag({ path: file })
  const started = Date.now()
  let outcome
  try {
    outcome = await page.evaluate(([name, options]) => window.scenario(name, options), [name, { seeks: 10, rate: 8, ...options, ...manifests, seed: options.seed + attempt - 1 }])
  } catch (error) {
    if (attempt >= attempts || !error.message.includes('never: ')) throw error
    console.error(`${name}, again: ${error.message}`)
    return play(name, attempt + 1)
  } finally {
    await page.close()
  }
  return { ...outcome, attempt, folders: [...folders].sort(), failed, seconds: (Date.now() - started) / 1000 }
}

async function serve(folder) {
  const types = { '.m3u8': 'application/vnd.apple.mpegurl', '.mpd': 'application/dash+xml', '.vtt': 'text/vtt', '.js': 'text/javascript' }
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    if (pathname === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>')
    try {
      const bytes = await readFile(path.join(folder, pathname))
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
      const head = { 'content-type': types[path.extname(pathname)] ?? 'video/mp4' }
      if (from === undefined) response.writeHead(200, head).end(bytes)
      else response.writeHead(206, { ...head, 'content-range': `bytes ${from}-${to}/${bytes.length}` }).end(bytes.subarray(+from, +to + 1))
    } catch {
      response.writeHead(404).end()
    }
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return server
}
