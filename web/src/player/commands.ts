import { nextRate, type Command } from './keyboard';

/** Does what a key asked. Full screen and captions go through the controls, which know this browser's way. */
export function obey(command: Command, video: HTMLVideoElement, controls: ParentNode): void {
  const end = Number.isFinite(video.duration) ? video.duration : 0;
  const press = (name: string) => controls.querySelector<HTMLElement>(name)?.click();
  switch (command.kind) {
    case 'toggle-play':
      if (video.paused) video.play().catch(() => undefined);
      else video.pause();
      break;
    case 'toggle-mute':
      video.muted = !video.muted;
      break;
    case 'toggle-fullscreen':
      press('media-fullscreen-button');
      break;
    case 'toggle-captions':
      press('media-captions-button');
      break;
    case 'seek-by':
      video.currentTime = Math.min(end, Math.max(0, video.currentTime + command.seconds));
      break;
    case 'seek-to':
      video.currentTime = end * command.fraction;
      break;
    case 'volume-by':
      video.volume = Math.min(1, Math.max(0, Math.round((video.volume + command.step) * 100) / 100));
      if (command.step > 0) video.muted = false;
      break;
    case 'rate-by':
      video.playbackRate = nextRate(video.playbackRate, command.direction);
      break;
  }
}
