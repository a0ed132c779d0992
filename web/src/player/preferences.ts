/** What a viewer chose, kept for the next video on this device. */
export interface Preferences {
  volume: number;
  muted: boolean;
  quality: string;
  rate: number;
  /** Of the sound, BCP 47; empty for what each video starts with. */
  language: string;
}

const key = 'stream.player';
const initial: Preferences = { volume: 1, muted: false, quality: 'auto', rate: 1, language: '' };

export function loadPreferences(storage: Pick<Storage, 'getItem'> | undefined = safeStorage()): Preferences {
  try {
    const kept = JSON.parse(storage?.getItem(key) ?? '{}') as Partial<Preferences>;
    return {
      volume: within(kept.volume, 0, 1, initial.volume),
      muted: kept.muted === true,
      quality: typeof kept.quality === 'string' ? kept.quality : initial.quality,
      rate: within(kept.rate, 0.25, 4, initial.rate),
      language: typeof kept.language === 'string' ? kept.language : initial.language,
    };
  } catch {
    return { ...initial };
  }
}

export function savePreferences(preferences: Preferences, storage: Pick<Storage, 'setItem'> | undefined = safeStorage()): void {
  try {
    storage?.setItem(key, JSON.stringify(preferences));
  } catch {
    // Private windows and full disks: the choice then lasts as long as the page.
  }
}

function within(value: unknown, low: number, high: number, otherwise: number): number {
  return typeof value === 'number' && value >= low && value <= high ? value : otherwise;
}

/** Reading `localStorage` itself throws where storage is blocked. */
function safeStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
