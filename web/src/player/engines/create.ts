import type { PlaybackReport } from '../../telemetry';
import type { Authorize } from '../viewer';
import type { Engine, EngineEvents, EngineKind } from './engine';

/** What this browser can do, asked once. */
export interface Support {
  mse: boolean;
  nativeHls: boolean;
}

export function detectSupport(video: HTMLVideoElement): Support {
  const scope = globalThis as { ManagedMediaSource?: typeof MediaSource; MediaSource?: typeof MediaSource };
  const source = scope.ManagedMediaSource ?? scope.MediaSource;
  return {
    mse: source?.isTypeSupported?.('video/mp4; codecs="avc1.42E01E,mp4a.40.2"') ?? false,
    nativeHls: video.canPlayType('application/vnd.apple.mpegurl') !== '',
  };
}

/** Which engine plays: the asked one where possible; MSE before native, since native offers no choice of quality. */
export function chooseEngine(wish: string | undefined, support: Support): EngineKind | undefined {
  if (wish === 'dash' && support.mse) return 'dash';
  if (wish === 'native' && support.nativeHls) return 'native';
  if (support.mse) return 'hls';
  return support.nativeHls ? 'native' : undefined;
}

export async function createEngine(kind: EngineKind, video: HTMLVideoElement, events: EngineEvents, authorize?: Authorize, report?: PlaybackReport): Promise<Engine> {
  switch (kind) {
    case 'hls':
      return new (await import('./hls')).HlsEngine(video, events, authorize, report);
    case 'dash':
      return new (await import('./dash')).DashEngine(video, events, authorize, report);
    case 'native':
      return new (await import('./native')).NativeEngine(video, events);
  }
}
