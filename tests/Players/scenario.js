// What every player is put through, in the page. The pictures of a film carry their number (tests/Media/Support/Counter.cs), its languages
// have tones of their own: so what is seen and heard is measured, not believed.
const until = (test, what, limit = 60_000) => new Promise((resolve, reject) => {
  const started = performance.now()
  const look = async () => {
    const value = await test()
    if (value) resolve(value)
    else if (performance.now() - started > limit) reject(new Error(`never: ${what()}`))
    else setTimeout(look, 15)
  }
  look().catch(reject)
})

/** mulberry32: the same points for the same seed, in every player. */
const randomOf = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let bits = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
  return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
}

const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 90 })
const pen = canvas.getContext('2d', { willReadFrequently: true })

/** The number that the picture shows now: eleven boxes along its lower edge, white for one. */
const numberOf = (video) => {
  pen.drawImage(video, 0, 0, 160, 90)
  const { data } = pen.getImageData(0, 82, 160, 1)
  return Array.from({ length: 11 }, (_, bit) => (data[(bit * 14 + 7) * 4] > 127 ? 1 << bit : 0)).reduce((sum, bit) => sum + bit)
}

/** The loudest frequency that comes out of the element, in Hz. */
const ear = (video) => {
  const context = new AudioContext()
  const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 })
  context.createMediaElementSource(video).connect(analyser).connect(context.destination)
  const bins = new Float32Array(analyser.frequencyBinCount)
  return () => {
    analyser.getFloatFrequencyData(bins)
    const loudest = bins.indexOf(Math.max(...bins))
    return bins[loudest] > -60 ? (loudest * context.sampleRate) / analyser.fftSize : 0
  }
}

const place = (video) => {
  const ranges = Array.from({ length: video.buffered.length }, (_, i) => `${video.buffered.start(i)}–${video.buffered.end(i)}`)
  return `at ${video.currentTime} of ${video.duration}, paused ${video.paused}, seeking ${video.seeking}, ready ${video.readyState}, height ${video.videoHeight}, buffered ${ranges}`
}

const reaches = (video, seconds) => until(() => video.ended || video.currentTime >= seconds, () => `${seconds} s: ${place(video)}`)

window.scenario = async (name, { hls, dash, film, seed, seeks, rate }) => {
  const video = document.querySelector('video')
  const hear = film && ear(video)
  const player = await window.adapters[name](video, { hls, dash })
  const told = () => `${name} ${place(video)}; errors ${player.errors}`
  const step = async (what, work) => {
    try {
      return await work()
    } catch (error) {
      throw new Error(`${what}: ${error.message}; ${told()}`)
    }
  }
  // Where the machine is slow the film may end before all was done in it.
  video.loop = true
  await video.play()
  await reaches(video, 0.4)

  const outcome = { name, heights: player.heights, levels: player.levels, switched: [], sounds: [], texts: [], seeks: [], stills: [] }
  const { heights } = player
  for (const height of [heights[0], heights.at(-1), heights[Math.floor(heights.length / 2)]]) {
    await step(`switch to ${height}`, async () => {
      player.choose(height)
      await until(() => video.videoHeight === height, () => `height ${height}`)
      outcome.switched.push(video.videoHeight)
    })
  }

  for (const { language, tone, text } of film?.languages ?? []) {
    await step(`language ${language}`, async () => {
      const cues = () => [...video.textTracks].filter(({ mode }) => mode === 'showing').flatMap(({ activeCues }) => [...(activeCues ?? [])])
      player.speak(language)
      await player.read(language)
      await until(() => Math.abs(hear() - tone) < 12, () => `${tone} Hz, but ${hear()} Hz`)
      await until(() => cues().some((cue) => cue.text === text), () => `cue ${text}, but ${cues().map((cue) => cue.text)}`)
      outcome.sounds.push(`${player.spoken()} ${Math.round(hear() / 20) * 20}`)
      outcome.texts.push(cues().map((cue) => cue.text).join())
    })
  }

  video.loop = false
  if (film) {
    await step('the end', async () => {
      video.playbackRate = 3
      await until(() => video.ended, () => 'ended')
      video.playbackRate = 1
      outcome.ranges = video.buffered.length
      outcome.time = video.currentTime
    })
  }

  const random = randomOf(seed)
  for (let i = 0; i < seeks; i++) {
    const point = Math.floor(random() * (video.duration - 1) * 1000) / 1000
    await step(`seek to ${point}`, async () => {
      video.pause()
      video.currentTime = point
      await until(() => !video.seeking && video.readyState >= 2, () => `seeked to ${point}`)
      const expected = film && Math.floor(point * film.rate + 1e-6)
      if (film) await until(() => numberOf(video) === expected, () => `picture ${expected}, but ${numberOf(video)}`, 20_000)
      await video.play()
      await until(() => video.currentTime > point + 0.15, () => `play on from ${point}`)
      if (film) {
        const off = await new Promise((resolve) => video.requestVideoFrameCallback((_, { mediaTime }) => resolve(numberOf(video) - Math.round(mediaTime * film.rate))))
        if (Math.abs(off) > 1) throw new Error(`the picture is ${off} away from its time`)
      }
      outcome.seeks.push(point)
    })
  }

  await step('trick play', async () => {
    video.currentTime = 0
    await until(() => !video.seeking && video.currentTime < 1, () => 'start again')
    await video.play()
    await reaches(video, 0.3)
    outcome.keysBefore = await window.keysFetched()
    const [from, started] = [video.currentTime, performance.now()]
    await player.fast(rate)
    await reaches(video, from + Math.min(24, (video.duration - from) * 0.7))
    outcome.speed = (video.currentTime - from) / ((performance.now() - started) / 1000)
    outcome.keys = await window.keysFetched()
    await player.slow()
    const back = video.currentTime
    await video.play()
    await until(() => video.currentTime > back + 0.5 && video.playbackRate === 1, () => `plain play from ${back}`)
  })

  if (film && player.stills) {
    await step('key frames', async () => {
      video.pause()
      for (const seconds of [film.keys * 3.4, film.keys * 0.2, film.keys * 5.8]) {
        const element = document.body.appendChild(Object.assign(document.createElement('video'), { muted: true }))
        const stills = await player.stills(element)
        stills.show(seconds)
        const expected = Math.floor(seconds / film.keys) * film.keys * film.rate
        await until(() => element.readyState >= 2 && numberOf(element) === expected, () => `key frame ${expected}, but ${element.readyState >= 2 && numberOf(element)}: ${place(element)}`, 15_000)
        outcome.stills.push(expected)
        stills.close()
        element.remove()
      }
    })
  }

  await step('the end again', async () => {
    video.currentTime = video.duration - 1
    await video.play()
    await until(() => video.ended, () => 'ended')
  })
  return { ...outcome, ended: video.ended, mediaError: video.error?.message ?? null, errors: player.errors, duration: video.duration }
}
