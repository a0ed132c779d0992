import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Seconds of the test clip, and of each of its segments. */
export const clipSeconds = 24;
export const segmentSeconds = 4;

/**
 * A clip with three rungs and sound in two languages, as HLS and DASH over the same fragmented MP4 segments. media_0 is the
 * best rung, media_2 the 360p one, media_3 the English sound, media_4 the German.
 */
export function makeMedia(folder) {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'master.m3u8'))) {
    const rung = (i, size, rate) => [`-map`, `0:v`, `-s:v:${i}`, size, `-b:v:${i}`, rate];
    execFileSync('ffmpeg', [
      '-v', 'error', '-y',
      '-f', 'lavfi', '-i', `testsrc2=s=640x360:r=24:d=${clipSeconds}`,
      '-f', 'lavfi', '-i', `sine=f=330:r=48000:d=${clipSeconds}`,
      '-f', 'lavfi', '-i', `sine=f=660:r=48000:d=${clipSeconds}`,
      ...rung(0, '1280x720', '900k'), ...rung(1, '854x480', '500k'), ...rung(2, '640x360', '300k'),
      '-map', '1:a', '-map', '2:a', '-metadata:s:a:0', 'language=en', '-metadata:s:a:1', 'language=de', '-c:a', 'aac', '-b:a', '64k',
      '-c:v', 'libx264', '-preset', 'ultrafast', '-bf', '0', '-g', '48', '-keyint_min', '48', '-sc_threshold', '0', '-pix_fmt', 'yuv420p',
      '-aspect', '16:9', '-f', 'dash', '-seg_duration', String(segmentSeconds), '-use_template', '1', '-use_timeline', '1', '-hls_playlist', '1',
      '-adaptation_sets', 'id=0,streams=v id=1,streams=3 id=2,streams=4', join(folder, 'manifest.mpd'),
    ]);
    const master = join(folder, 'master.m3u8');
    writeFileSync(master, readFileSync(master, 'utf8').replace('NAME="audio_3"', 'NAME="English",LANGUAGE="en"').replace('NAME="audio_4"', 'NAME="Deutsch",LANGUAGE="de"'));
    for (const [name, at] of [['poster', 3], ['t0', 2.4], ['t1', 6], ['t2', 12], ['t3', 18], ['t4', 21.6]]) {
      execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', 'mandelbrot=s=640x360:r=1', '-ss', String(at), '-frames:v', '1', join(folder, `${name}.jpg`)]);
    }
  }
  if (!existsSync(join(folder, 'preview.mp4'))) {
    // A tile a second, each of one colour: the seek bar's picture tells which second it is of.
    execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', `color=s=160x90:r=1:d=${clipSeconds},hue=h=0,geq=r='10*N':g='255-10*N':b=0,tile=10x3`, '-frames:v', '1', '-q:v', '2', join(folder, 'sheet.jpg')]);
    execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=15:d=2', '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', join(folder, 'preview.mp4')]);
  }
}

/** Thumbnails for the seek bar, one a second, as the platform lists them. */
export function storyboard(url) {
  const time = (seconds) => `00:00:${String(seconds).padStart(2, '0')}.000`;
  const cue = (i) => `\n${time(i)} --> ${time(i + 1)}\n${url}/media/sheet.jpg?e=1&s=a#xywh=${(i % 10) * 160},${Math.floor(i / 10) * 90},160,90\n`;
  return `WEBVTT\n${Array.from({ length: clipSeconds }, (_, i) => cue(i)).join('')}`;
}

/** A media playlist without the clock times that ffmpeg adds: ours has none. */
export function plainPlaylist(folder, track) {
  return readFileSync(join(folder, `media_${track}.m3u8`), 'utf8').replace(/#EXT-X-PROGRAM-DATE-TIME.*\n/g, '');
}

/** The first `count` segments of a media playlist, as the EVENT playlist that a growing video has. */
export function growingPlaylist(folder, track, count, ended) {
  const lines = plainPlaylist(folder, track).split('\n').filter((line) => line !== '');
  const head = lines.filter((line) => /^#EXT(M3U|-X-(VERSION|TARGETDURATION|MEDIA-SEQUENCE|MAP))/.test(line));
  const entries = [];
  for (let i = 0; i < lines.length; i++) if (lines[i].startsWith('#EXTINF')) entries.push(lines[i], lines[i + 1]);
  return [...head, '#EXT-X-PLAYLIST-TYPE:EVENT', '#EXT-X-START:TIME-OFFSET=0', ...entries.slice(0, count * 2), ...(ended ? ['#EXT-X-ENDLIST'] : []), ''].join('\n');
}

/** A multivariant playlist with the 360p rung and the English sound alone. */
export function growingMaster(folder) {
  const lines = readFileSync(join(folder, 'master.m3u8'), 'utf8').split('\n');
  const kept = [];
  for (let i = 0; i < lines.length; i++) {
    if (lines[i].startsWith('#EXT-X-STREAM-INF')) {
      if (lines[i + 1] === 'media_2.m3u8') kept.push(lines[i], 'growing_2.m3u8');
      i++;
    } else if (!lines[i].includes('media_4.m3u8')) kept.push(lines[i].replace('media_3.m3u8', 'growing_3.m3u8'));
  }
  return kept.join('\n');
}
