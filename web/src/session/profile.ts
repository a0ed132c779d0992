import type { Me, ProfileChange } from '../api/generated';

/** Bounds that the API holds profiles to. */
export const profileMost = { handle: 30, name: 60, bio: 1000, location: 100, language: 35 };

/** What somebody says of themselves, and how they want pages to be, as the fields of a form have it. */
export interface ProfileFields {
  handle: string;
  name: string;
  bio: string;
  location: string;
  language: string;
  theme: string;
  autoplay: boolean;
  hidden: boolean;
}

const texts = ['handle', 'name', 'bio', 'location', 'language'] as const;

export const profileFields = (me: Me): ProfileFields => ({
  handle: me.handle ?? '', name: me.name ?? '', bio: me.bio ?? '', location: me.location ?? '', language: me.language ?? '',
  theme: me.preferences.theme ?? 'system', autoplay: me.preferences.autoplay ?? true, hidden: me.privacy.hidden ?? false,
});

/** What a form has; a handle may be written with its @. */
export function profileForm(data: FormData): ProfileFields {
  const text = (name: string) => String(data.get(name) ?? '').trim();
  return {
    handle: text('handle').replace(/^@/, ''), name: text('name'), bio: text('bio'), location: text('location'), language: text('language'),
    theme: text('theme'), autoplay: data.has('autoplay'), hidden: data.has('hidden'),
  };
}

/** What one form says differently from another, as a merge patch: what is the same is left out, what is empty is cleared. */
export function profileChange(before: ProfileFields, after: ProfileFields): ProfileChange {
  const change: ProfileChange = {};
  for (const name of texts) if (after[name] !== before[name]) change[name] = after[name] || null;
  const preferences = {
    ...(after.theme === before.theme ? {} : { theme: after.theme as 'system' | 'light' | 'dark' }), ...(after.autoplay === before.autoplay ? {} : { autoplay: after.autoplay }),
  };
  if (Object.keys(preferences).length > 0) change.preferences = preferences;
  if (after.hidden !== before.hidden) change.privacy = { hidden: after.hidden };
  return change;
}
