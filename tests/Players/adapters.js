// One face for every player, in the page: open, choose a height, speak and read a language, play fast and slow again.
// `opened` is each player's own way to say what it has; `errors` is whatever it complains about.
const byHeight = (list) => [...list].sort((a, b) => a.height - b.height)

window.adapters = {
  async hls(video, { hls: url }) {
    const errors = []
    const hls = new Hls({ enableWorker: false, startPosition: 0, maxBufferLength: 4 })
    // A switch aborts what is being loaded, and a machine that is busy stalls; neither is a complaint about the stream.
    const usual = new Set(['bufferStalledError', 'aborted'])
    hls.on(Hls.Events.ERROR, (_, { details, fatal, reason }) => (fatal || !usual.has(details)) && errors.push(`${details} ${reason ?? ''}`))
    const parsed = new Promise((resolve) => hls.once(Hls.Events.MANIFEST_PARSED, resolve))
    hls.loadSource(url)
    hls.attachMedia(video)
    await parsed
    return {
      errors,
      heights: [...new Set(byHeight(hls.levels).map(({ height }) => height))],
      levels: hls.levels.map(({ height, audioGroups }) => `${height} ${(audioGroups ?? []).join(' ')}`),
      choose: (height) => (hls.nextLevel = hls.levels.findIndex((level) => level.height === height)),
      speak: (language) => (hls.audioTrack = hls.audioTracks.findIndex(({ lang }) => lang === language)),
      read(language) {
        hls.subtitleDisplay = true
        hls.subtitleTrack = hls.subtitleTracks.findIndex(({ lang }) => lang === language)
      },
      spoken: () => hls.audioTracks[hls.audioTrack]?.lang,
      fast: (rate) => (video.playbackRate = rate),
      slow: () => (video.playbackRate = 1),
      // It can show single key frames in another element; that is what its trick play is.
      async stills(element) {
        const stills = hls.createIFramePlayer()
        stills.on(Hls.Events.ERROR, (_, { details, fatal }) => fatal && errors.push(`stills: ${details}`))
        const attached = new Promise((resolve) => stills.once(Hls.Events.MEDIA_ATTACHED, resolve))
        stills.attachMedia(element)
        await attached
        return { show: (seconds) => stills.loadMediaAt(seconds), close: () => stills.destroy() }
      },
    }
  },

  'shaka hls': (video, { hls }) => window.adapters.shaka(video, { dash: hls }),

  async shaka(video, { dash: url }) {
    const errors = []
    const player = new shaka.Player()
    await player.attach(video)
    player.addEventListener('error', ({ detail }) => errors.push(`${detail.code} ${detail.data}`))
    player.configure({ streaming: { bufferingGoal: 6 }, abr: { enabled: false }, preferredAudio: [{ language: 'en' }] })
    await player.load(url)
    const active = () => player.getVariantTracks().find((track) => track.active)
    const beside = (height) => player.getVariantTracks().filter((track) => track.height === height && track.language === active().language)
    return {
      errors,
      heights: [...new Set(byHeight(player.getVariantTracks()).map(({ height }) => height))],
      choose: (height) => player.selectVariantTrack(beside(height).find(({ audioId }) => audioId === active().audioId) ?? beside(height)[0], true, 1),
      speak: (language) => player.selectAudioTrack(player.getAudioTracks().find((track) => track.language === language)),
      read: (language) => player.selectTextTrack(player.getTextTracks().find((track) => track.language === language)),
      spoken: () => active().language,
      fast: (rate) => player.trickPlay(rate),
      slow: () => player.cancelTrickPlay(),
    }
  },

  async dash(video, { dash: url }) {
    const errors = []
    const player = dashjs.MediaPlayer().create()
    player.updateSettings({
      streaming: {
        abr: { autoSwitchBitrate: { audio: false, video: false } },
        buffer: { bufferTimeDefault: 6, bufferTimeAtTopQuality: 6 },
        text: { defaultEnabled: false },
      },
    })
    const ready = new Promise((resolve) => player.on(dashjs.MediaPlayer.events.STREAM_INITIALIZED, resolve))
    player.on(dashjs.MediaPlayer.events.ERROR, ({ error }) => errors.push(`${error?.code} ${error?.message ?? error}`))
    player.initialize(video, url, false)
    await ready
    const track = (type, language) => player.getTracksFor(type).find(({ lang }) => lang === language)
    return {
      errors,
      heights: byHeight(player.getRepresentationsByType('video')).map(({ height }) => height),
      choose: (height) => player.setRepresentationForTypeById('video', player.getRepresentationsByType('video').find((rung) => rung.height === height).id, true),
      speak: (language) => player.setCurrentTrack(track('audio', language)),
      read: (language) => player.setTextTrack(player.getTracksFor('text').findIndex(({ lang }) => lang === language)),
      spoken: () => player.getCurrentTrackFor('audio').lang,
      fast: (rate) => player.setPlaybackRate(rate),
      slow: () => player.setPlaybackRate(1),
    }
  },
}
