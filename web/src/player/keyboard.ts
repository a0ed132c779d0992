/** What a key asks of the player. */
export type Command =
  | { kind: 'toggle-play' | 'toggle-mute' | 'toggle-fullscreen' | 'toggle-captions' | 'toggle-help' }
  | { kind: 'seek-by'; seconds: number }
  | { kind: 'seek-to'; fraction: number }
  | { kind: 'volume-by'; step: number }
  | { kind: 'rate-by'; direction: 1 | -1 };

/** The keys, as the help shows them. */
export const shortcuts: readonly (readonly [keys: string, what: string])[] = [
  ['Space  K', 'Play or pause'],
  ['←  →', 'Back or forward 5 s'],
  ['J  L', 'Back or forward 10 s'],
  ['↑  ↓', 'Volume'],
  ['M', 'Mute'],
  ['F', 'Full screen'],
  ['C', 'Captions'],
  ['0 – 9', 'Jump to 0 – 90 %'],
  ['<  >', 'Slower or faster'],
  ['?', 'This help'],
];

const plain: Record<string, Command> = {
  ' ': { kind: 'toggle-play' },
  k: { kind: 'toggle-play' },
  m: { kind: 'toggle-mute' },
  f: { kind: 'toggle-fullscreen' },
  c: { kind: 'toggle-captions' },
  '?': { kind: 'toggle-help' },
  j: { kind: 'seek-by', seconds: -10 },
  l: { kind: 'seek-by', seconds: 10 },
  arrowleft: { kind: 'seek-by', seconds: -5 },
  arrowright: { kind: 'seek-by', seconds: 5 },
  arrowup: { kind: 'volume-by', step: 0.05 },
  arrowdown: { kind: 'volume-by', step: -0.05 },
  home: { kind: 'seek-to', fraction: 0 },
  end: { kind: 'seek-to', fraction: 1 },
  '<': { kind: 'rate-by', direction: -1 },
  '>': { kind: 'rate-by', direction: 1 },
};

/** What has the focus when a key is pressed decides which keys are left for the player. */
export type Focus = 'none' | 'typing' | 'menu' | 'range' | 'button';

export interface Key {
  key: string;
  ctrlKey?: boolean;
  metaKey?: boolean;
  altKey?: boolean;
}

export function commandFor(event: Key, focus: Focus = 'none'): Command | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || focus === 'typing') return undefined;
  const key = event.key.toLowerCase();
  if (focus === 'button' && key === ' ') return undefined;
  const arrows = key.startsWith('arrow') || key === 'home' || key === 'end';
  if (focus === 'menu' && (arrows || key === ' ')) return undefined;
  if (focus === 'range' && arrows) return undefined;
  if (/^[0-9]$/.test(key)) return { kind: 'seek-to', fraction: Number(key) / 10 };
  return plain[key];
}

/** Where the focus is, from an event's composed path (shadow roots included). */
export function focusOf(path: readonly EventTarget[]): Focus {
  for (const target of path) {
    if (!(target instanceof HTMLElement)) continue;
    const name = target.localName;
    const role = target.getAttribute('role') ?? '';
    if (name === 'media-time-range' || name === 'media-volume-range') return 'range';
    if (name === 'textarea' || name === 'select' || target.isContentEditable) return 'typing';
    if (name === 'input') {
      const type = target.getAttribute('type') ?? 'text';
      if (type === 'range') return 'range';
      return type === 'checkbox' || type === 'radio' ? 'button' : 'typing';
    }
    if (role.startsWith('menu')) return 'menu';
    if (name === 'button' || name === 'a' || name === 'summary' || role === 'button' || /^media-.*-button$/.test(name)) return 'button';
  }
  return 'none';
}

/** The next step of the usual speeds. */
export function nextRate(rate: number, direction: 1 | -1): number {
  const rates = [0.5, 0.75, 1, 1.25, 1.5, 2];
  const candidates = direction > 0 ? rates.filter((each) => each > rate + 0.01) : rates.filter((each) => each < rate - 0.01).reverse();
  return candidates[0] ?? rate;
}
