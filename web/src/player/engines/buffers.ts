import { Events } from 'hls.js';
import type Hls from 'hls.js';

/** How much of the old revision is kept ahead of the position when a better one takes over, seconds. */
const headroom = 6;

/** Waits until no append of this instance is under way (two quiet looks 20 ms apart), at most two seconds. */
export async function idle(hls: Hls): Promise<void> {
  let quiet = 0;
  for (let look = 0; look < 100 && quiet < 2; look++) {
    quiet = buffersOf(hls).some((buffer) => buffer.updating) ? 0 : quiet + 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * Drops what is buffered further ahead, from a segment boundary on, so that the new revision's better pictures are
 * seen within seconds instead of after everything that was buffered of the old one.
 */
export async function keepUntil(hls: Hls, position: number): Promise<void> {
  const details = hls.levels[hls.loadLevel]?.details ?? hls.latestLevelDetails;
  const boundary = details?.fragments.find((fragment) => fragment.end >= position + headroom)?.end;
  const ends = buffersOf(hls).map((buffer) => (buffer.buffered.length ? buffer.buffered.end(buffer.buffered.length - 1) : 0));
  if (boundary === undefined || Math.max(0, ...ends) <= boundary + 0.1) return;
  const flushed = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, 1000);
    hls.once(Events.BUFFER_FLUSHED, () => (clearTimeout(timer), resolve()));
  });
  hls.trigger(Events.BUFFER_FLUSHING, { startOffset: boundary, endOffset: Infinity, type: null });
  await flushed;
  await idle(hls);
}

function buffersOf(hls: Hls): SourceBuffer[] {
  const media = hls.media;
  const source = media && ((hls as unknown as { bufferController?: { mediaSource?: MediaSource } }).bufferController?.mediaSource);
  return source ? Array.from(source.sourceBuffers) : [];
}
