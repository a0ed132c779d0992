// Reads { name: text } from stdin and writes what each parser makes of it: warnings, segments, durations.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const m3u8 = require('m3u8-parser')
const hls = require('hls-parser')
const mpd = require('mpd-parser')

const files = JSON.parse(readFileSync(0, 'utf8'))
const results = {}
for (const [name, text] of Object.entries(files)) {
  const warnings = []
  if (name.endsWith('.mpd')) {
    const manifest = mpd.parse(text, { manifestUri: 'https://media.test/manifest.mpd', eventHandler: ({ type, message }) => warnings.push(`${type}: ${message}`) })
    const tracks = (group) => Object.entries(group ?? {})
    const counts = ([name, track]) => `${name}: ${track.playlists.map((playlist) => playlist.segments.length).join(' ')}`
    const audio = Object.values(manifest.mediaGroups.AUDIO.audio ?? {}).flatMap((track) => track.playlists)
    results[name] = {
      warnings,
      duration: manifest.duration,
      video: manifest.playlists.map((playlist) => playlist.segments.length),
      audio: audio.map((playlist) => playlist.segments.length),
      sounds: tracks(manifest.mediaGroups.AUDIO.audio).map(counts),
      subtitles: tracks(manifest.mediaGroups.SUBTITLES.subs).map(counts),
      first: manifest.playlists[0].segments[0].resolvedUri,
      last: manifest.playlists[0].segments.at(-1).resolvedUri,
      map: manifest.playlists[0].segments[0].map.resolvedUri,
    }
    continue
  }

  const parser = new m3u8.Parser()
  parser.on('warn', (warning) => warnings.push(warning.message))
  parser.push(text)
  parser.end()
  // hls-parser throws on what the specification forbids.
  const strict = hls.parse(text)
  results[name] = {
    warnings,
    variants: parser.manifest.playlists?.length ?? 0,
    sounds: Object.entries(parser.manifest.mediaGroups?.AUDIO ?? {}).map(([id, group]) => `${id}: ${Object.keys(group)}`),
    subtitles: Object.values(parser.manifest.mediaGroups?.SUBTITLES ?? {}).flatMap((group) => Object.entries(group).map(([name, { language }]) => `${name} ${language}`)),
    segments: parser.manifest.segments.length,
    duration: parser.manifest.segments.reduce((sum, segment) => sum + segment.duration, 0),
    ended: parser.manifest.endList ?? false,
    strictVariants: strict.variants?.length ?? 0,
    strictSegments: strict.segments?.length ?? 0,
    iFramesOnly: strict.isIFrame ?? false,
    iFrameVariants: strict.variants?.filter((variant) => variant.isIFrameOnly).length ?? 0,
    strictMap: strict.segments?.[0]?.map?.uri,
    // Of live playlists; a part that is only hinted at counts, and has no duration.
    skipped: parser.manifest.skip?.skippedSegments ?? 0,
    strictSkipped: strict.skip ?? 0,
    strictComplete: strict.segments?.filter(({ duration }) => duration > 0).length ?? 0,
    strictParts: strict.segments?.flatMap(({ parts }) => parts).length ?? 0,
    partSeconds: strict.segments?.reduce((sum, { duration, parts }) => sum + (duration || parts.reduce((sum, part) => sum + (part.duration ?? 0), 0)), 0) ?? 0,
    reports: strict.renditionReports?.length ?? 0,
  }
}

process.stdout.write(JSON.stringify(results))
