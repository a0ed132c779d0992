// Reads [{ name, init, segments }] (bytes in base64) from stdin and writes what mp4box makes of each track: every segment after
// its init segment.
import { readFileSync } from 'node:fs'
import * as mp4box from 'mp4box'

const complaints = []
for (const level of ['debug', 'log', 'info', 'warn', 'error']) console[level] = (...words) => complaints.push(words.join(' '))
mp4box.Log.setLogLevel(mp4box.Log.warn)

const results = JSON.parse(readFileSync(0, 'utf8')).map(({ name, init, segments }) => {
  complaints.length = 0
  const files = segments.map((segment) => open(init, segment))
  const [info] = files.map((file) => file.getInfo())
  const [track] = info.tracks
  const moofs = files.flatMap((file) => file.moofs)
  return {
    name,
    complaints: [...new Set([...complaints, ...files.flatMap((file) => unread(file.boxes))])],
    tracks: info.tracks.length,
    fragmented: info.isFragmented,
    codec: track.codec,
    kind: track.type,
    timescale: track.timescale,
    language: track.language,
    extendedLanguage: files[0].moov.traks[0].mdia.elng?.extended_language ?? null,
    width: track.video?.width ?? 0,
    height: track.video?.height ?? 0,
    channels: track.audio?.channel_count ?? 0,
    sampleRate: track.audio?.sample_rate ?? 0,
    starts: moofs.map((moof) => moof.trafs[0].tfdt.baseMediaDecodeTime),
    sequences: moofs.map((moof) => moof.mfhd.sequence_number),
    samples: files.flatMap((file) => file.getTrackSamplesInfo(track.id).map(({ dts, cts, duration, size, is_sync }) => [dts, cts, duration, size, is_sync ? 1 : 0])),
  }
})

function open(...parts) {
  const file = mp4box.createFile(true)
  file.onError = (module, message) => complaints.push(`${module}: ${message}`)
  let at = 0
  for (const part of parts) {
    const bytes = Buffer.from(part, 'base64')
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
    buffer.fileStart = at
    at += bytes.length
    file.appendBuffer(buffer)
  }
  file.flush()
  const read = file.boxes.reduce((sum, box) => sum + box.size, 0)
  if (read !== at) complaints.push(`${read} of ${at} bytes are in boxes`)
  return file
}

/** Boxes that it does not know, or has not read to their end. */
function unread(boxes, path = '') {
  return boxes.flatMap((box) => [
    ...(box.has_unparsed_data || box.constructor.name.startsWith('Unknown') ? [`${path}/${box.type} is not read`] : []),
    ...unread((box.boxes ?? box.entries ?? []).filter((inner) => inner?.type), `${path}/${box.type}`),
  ])
}

process.stdout.write(JSON.stringify(results))
