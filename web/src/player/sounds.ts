import type { Choice } from './choice-menu';

/** A sound track a viewer can choose. */
export interface Sound {
  /** Unique among the sounds of a source, and the same in all of its rungs. */
  name: string;
  /** BCP 47; empty where nobody said. */
  language: string;
  /** For people, as the manifest has it. */
  label: string;
}

export function soundOf(language: string | undefined, label: string | undefined): Sound {
  const known = language && language !== 'und' ? language : '';
  return { name: `${known} ${label ?? ''}`, language: known, label: label ?? '' };
}

/** Each once: rungs and rates have the same sounds. */
export function distinct(sounds: readonly Sound[]): Sound[] {
  return [...new Map(sounds.map((sound) => [sound.name, sound])).values()];
}

/** The sound for a language that was wished for: of that very tag, else of its language; else none. */
export function pickSound(sounds: readonly Sound[], language: string): Sound | undefined {
  if (!language) return undefined;
  const base = (tag: string) => tag.split('-')[0]!.toLowerCase();
  return (
    sounds.find((sound) => sound.language.toLowerCase() === language.toLowerCase()) ??
    sounds.find((sound) => sound.language && base(sound.language) === base(language))
  );
}

/** The sounds by the names of their languages, as the reader calls them; by their labels too where languages are shared. One alone is no choice. */
export function soundChoices(sounds: readonly Sound[], locales: readonly string[] = navigator.languages): Choice[] {
  if (sounds.length < 2) return [];
  return sounds.map((sound) => {
    const text = languageName(sound.language, locales) || sound.label || 'Audio';
    const shared = sounds.filter(({ language }) => language === sound.language).length > 1;
    return { name: sound.name, text, detail: shared && sound.label !== text ? sound.label : '' };
  });
}

function languageName(language: string, locales: readonly string[]): string {
  if (!language) return '';
  try {
    const name = new Intl.DisplayNames(locales, { type: 'language' }).of(language) ?? language;
    return name.charAt(0).toLocaleUpperCase() + name.slice(1);
  } catch {
    // A tag that is none.
    return language;
  }
}
