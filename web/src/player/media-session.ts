/** Tells the system what plays, so that its media keys, lock screen and headphones work. */
export function announce(video: HTMLVideoElement, title: string, poster: string | undefined): void {
  const session = navigator.mediaSession;
  if (!session) return;
  session.metadata = new MediaMetadata({ title, artwork: poster ? [{ src: poster }] : [] });
  const seek = (seconds: number) => {
    video.currentTime = Math.min(video.duration || 0, Math.max(0, video.currentTime + seconds));
  };
  const handlers: [MediaSessionAction, MediaSessionActionHandler][] = [
    ['play', () => void video.play()],
    ['pause', () => video.pause()],
    ['seekbackward', (details) => seek(-(details.seekOffset ?? 10))],
    ['seekforward', (details) => seek(details.seekOffset ?? 10)],
    ['seekto', (details) => details.seekTime !== undefined && (video.currentTime = details.seekTime)],
  ];
  for (const [action, handler] of handlers) {
    try {
      session.setActionHandler(action, handler);
    } catch {
      // An action that this browser doesn't know.
    }
  }
}

/** Keeps the system's position display right. */
export function reportPosition(video: HTMLVideoElement): void {
  const { duration, currentTime, playbackRate } = video;
  if (!navigator.mediaSession?.setPositionState || !Number.isFinite(duration) || duration <= 0) return;
  navigator.mediaSession.setPositionState({ duration, position: Math.min(currentTime, duration), playbackRate });
}
