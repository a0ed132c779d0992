import type { Choice } from './choice-menu';
import type { Quality } from './engines/engine';

/** Auto and the rungs, as the menu lists them. */
export function qualityChoices(qualities: readonly Quality[], choice: string, active?: string): Choice[] {
  if (qualities.length === 0) return [];
  return [
    { name: 'auto', text: 'Auto', detail: choice === 'auto' ? (active ?? '') : '' },
    ...qualities.map(({ name, bitrate }) => ({ name, text: name, detail: rate(bitrate) })),
  ];
}

export function qualityText(choice: string, active?: string): string {
  return choice === 'auto' ? (active ? `Auto ${active}` : 'Auto') : (active ?? choice);
}

const rate = (bits: number) => (bits > 0 ? `${(bits / 1e6).toFixed(bits < 1e7 ? 1 : 0)} Mbit/s` : '');
