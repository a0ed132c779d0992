// Reads [{ name, init, segments }] (lists of bytes in base64) from stdin and writes what mp4box makes of each track, read as a
// player would: the init segment, then every segment after it.
import { readFileSync } from 'node:fs'
import * as mp4box from 'mp4box'

const complaints = []
for (const level of ['debug', 'log', 'info', 'warn', 'error']) console[level] = (...words) => complaints.push(words.join(' '))
mp4box.Log.setLogLevel(mp4box.Log.warn)

const results = JSON.parse(readFileSync(0, 'utf8')).map(({ name, init, segments }) => {
  complaints.length = 0
  const file = mp4box.createFile(true)
  file.onError = (module, message) => complaints.push(`${module}: ${message}`)
  let at = 0
  const append = (base64) => {
    const bytes = Buffer.from(base64, 'base64')
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
    buffer.fileStart = at
    at += bytes.length
    file.appendBuffer(buffer)
  }
  append(init)
  const header = file.getInfo()
  for (const segment of segments) append(segment)
  file.flush()
  const info = file.getInfo()
  const [track] = info.tracks
  const samples = file.getTrackSamplesInfo(track.id)
  return {
    name,
    complaints: [...complaints, ...unread(file.boxes)],
    bytes: at,
    parsed: file.boxes.reduce((sum, box) => sum + box.size, 0),
    tracks: info.tracks.length,
    fragmented: header.isFragmented,
    brands: info.brands,
    codec: track.codec,
    kind: track.type,
    timescale: track.timescale,
    language: track.language,
    extendedLanguage: file.moov.traks[0].mdia.elng?.extended_language ?? null,
    width: track.video?.width ?? 0,
    height: track.video?.height ?? 0,
    channels: track.audio?.channel_count ?? 0,
    sampleRate: track.audio?.sample_rate ?? 0,
    starts: file.moofs.map((moof) => moof.trafs[0].tfdt.baseMediaDecodeTime),
    sequences: file.moofs.map((moof) => moof.mfhd.sequence_number),
    samples: samples.map(({ dts, cts, duration, size, is_sync }) => [dts, cts, duration, size, is_sync ? 1 : 0]),
  }
})

/** Boxes that it does not know, or has not read to their end. */
function unread(boxes, path = '') {
  return boxes.flatMap((box) => [
    ...(box.has_unparsed_data || box.constructor.name.startsWith('Unknown') ? [`${path}/${box.type} is not read`] : []),
    ...unread((box.boxes ?? box.entries ?? []).filter((inner) => inner?.type), `${path}/${box.type}`),
  ])
}

process.stdout.write(JSON.stringify(results))
