/**
 * Keeps the last shown frame over the video while its source changes, and takes it away with the first new frame.
 * (A canvas that shows a cross-origin frame can't be read, but nobody reads it.)
 */
export function holdFrame(video: HTMLVideoElement): () => void {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  if (canvas.width === 0 || !video.parentElement) return () => undefined;
  canvas.className = 'still';
  canvas.setAttribute('aria-hidden', 'true');
  canvas.slot = 'poster';
  try {
    canvas.getContext('2d')?.drawImage(video, 0, 0);
  } catch {
    return () => undefined;
  }
  video.after(canvas);
  return () => canvas.remove();
}

/** Resolves with the next frame that the video presents; at the latest after the given time. */
export function nextFrame(video: HTMLVideoElement, milliseconds = 8000): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const shown = () => (clearTimeout(timer), resolve());
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(shown);
    else (video as HTMLVideoElement).addEventListener('timeupdate', shown, { once: true });
  });
}
