import { html } from 'lit';
import type { TextMark } from '../api/generated';

export interface Part {
  text: string;
  marked: boolean;
}

/** A text in parts, by places that count UTF-16 units; what overlaps, or lies outside, is left unmarked. */
export function partsOf(text: string, marks: readonly TextMark[] = []): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { start, length } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at || length <= 0 || start + length > text.length) continue;
    if (start > at) parts.push({ text: text.slice(at, start), marked: false });
    parts.push({ text: text.slice(start, start + length), marked: true });
    at = start + length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}

/** The same to be shown: as text, whatever it says. */
export const markedText = (text: string, marks?: readonly TextMark[]) => partsOf(text, marks).map((part) => (part.marked ? html`<mark>${part.text}</mark>` : part.text));
