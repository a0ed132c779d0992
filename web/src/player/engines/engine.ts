import type { Sound } from '../sounds';

export type EngineKind = 'hls' | 'dash' | 'native';

/** One rung a viewer can choose. */
export interface Quality {
  /** `720p`: unique among the qualities of a source. */
  name: string;
  width: number;
  height: number;
  /** Bits a second. */
  bitrate: number;
}

/** Something the player went through; a fatal one ended playback. */
export interface PlayerError {
  code: string;
  message: string;
  fatal: boolean;
  /** Network trouble may pass by itself; trying again helps. */
  network: boolean;
}

export interface EngineEvents {
  onQualities(qualities: Quality[]): void;
  onActiveQuality(name: string | undefined): void;
  /** The sounds there are, and the name of the one that plays. */
  onSounds(sounds: Sound[], active: string | undefined): void;
  onError(error: PlayerError): void;
}

export interface Source {
  url: string;
  /** Seconds. */
  startAt: number;
}

/** What plays a manifest into a video element. Made by `createEngine`, so that only the one in use is downloaded. */
export interface Engine {
  readonly kind: EngineKind;
  load(source: Source): Promise<void>;
  /** A rung's name, or `auto`; a name that the source lacks means the nearest rung below it. */
  setQuality(name: string): void;
  /** A sound of the source by its name. */
  setSound(name: string): void;
  /**
   * Goes on with another manifest of the same video at the present position, without a break where the engine can.
   * Resolves when the new source plays (or stands, if paused).
   */
  moveTo(url: string): Promise<void>;
  /** Tries again after a network failure. */
  retry(): void;
  destroy(): Promise<void> | void;
}

/** The rung for a wish: itself, else the best one not above it, else the lowest. */
export function pickQuality(qualities: readonly Quality[], wish: string): Quality | undefined {
  const exact = qualities.find((quality) => quality.name === wish);
  if (exact) return exact;
  const wanted = Number.parseInt(wish, 10);
  if (!Number.isFinite(wanted)) return undefined;
  const rising = [...qualities].sort((a, b) => shortSide(a) - shortSide(b));
  return rising.filter((quality) => shortSide(quality) <= wanted).at(-1) ?? rising[0];
}

const shortSide = (quality: { width: number; height: number }) => Math.min(quality.width, quality.height);

/** Names rungs by their shorter side, best first; those of equal size are told apart by bitrate. */
export function nameQualities(sizes: readonly { width: number; height: number; bitrate: number; name?: string }[]): Quality[] {
  const base = sizes.map((size) => size.name || (shortSide(size) > 0 ? `${shortSide(size)}p` : 'Audio'));
  return sizes.map((size, i) => {
    const shared = base.filter((name) => name === base[i]).length > 1;
    const name = shared ? `${base[i]} ${(size.bitrate / 1e6).toFixed(1)} Mbit/s` : base[i]!;
    return { name, width: size.width, height: size.height, bitrate: size.bitrate };
  });
}
