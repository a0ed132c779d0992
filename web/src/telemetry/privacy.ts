import { deviceStorage } from './kept-queue';

/**
 * What a viewer agreed to. `full`: a random id of this browser, and a queue on the device. `anonymous`: neither; nothing is
 * kept on the device. `none`: nothing is sent at all.
 */
export type Consent = 'full' | 'anonymous' | 'none';

/** What browsers say for their users: Global Privacy Control and Do Not Track. */
export interface Signals {
  globalPrivacyControl?: boolean;
  doNotTrack?: string | null;
}

const key = 'stream.visitor';

/** Who asked not to be tracked is never more than anonymous, whatever a page says. */
export function lowered(consent: Consent, signals: Signals = navigator as Signals): Consent {
  const asked = signals.globalPrivacyControl === true || signals.doNotTrack === '1' || signals.doNotTrack === 'yes';
  return consent === 'full' && asked ? 'anonymous' : consent;
}

/** The random id of this browser, made when it is first asked for; nothing where it couldn't be kept. */
export function visitorId(storage: Storage | undefined = deviceStorage()): string | undefined {
  try {
    const known = storage?.getItem(key);
    if (known && /^[\w-]{16,64}$/.test(known)) return known;
    const made = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    storage?.setItem(key, made);
    return storage ? made : undefined;
  } catch {
    return undefined;
  }
}

export function forgetVisitor(storage: Storage | undefined = deviceStorage()): void {
  try {
    storage?.removeItem(key);
  } catch {
    // What can't be written was never written.
  }
}
