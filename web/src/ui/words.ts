import type { Asset, Member, Playlist } from '../api/generated';

/** What the API's words are called for people. */
export const categories: Record<NonNullable<Asset['category']>, string> = {
  autosAndVehicles: 'Autos & vehicles', comedy: 'Comedy', education: 'Education', entertainment: 'Entertainment', filmAndAnimation: 'Film & animation',
  gaming: 'Gaming', howToAndStyle: 'How-to & style', music: 'Music', newsAndPolitics: 'News & politics', nonprofitsAndActivism: 'Nonprofits & activism',
  peopleAndBlogs: 'People & blogs', petsAndAnimals: 'Pets & animals', scienceAndTechnology: 'Science & technology', sports: 'Sports', travelAndEvents: 'Travel & events',
};

export const durations = { short: 'Under 4 minutes', medium: '4 to 20 minutes', long: '20 minutes and more' };

export const visibilities: Record<Asset['visibility'], string> = {
  public: 'Public', unlisted: 'Unlisted', private: 'Private', members: 'Members', scheduled: 'Scheduled', premium: 'Premium',
};

export const playlistVisibilities: Record<Playlist['visibility'], string> = { private: 'Private', unlisted: 'Unlisted', public: 'Public' };

export const organisationRoles: Record<Member['role'], string> = { viewer: 'Viewer', editor: 'Editor', admin: 'Admin', owner: 'Owner' };

/** The roles that somebody with this one gives and takes: admins decide on viewers and editors, owners on all. */
export const rolesGivenBy = (role: Member['role'] | undefined): [Member['role'], string][] =>
  (Object.entries(organisationRoles) as [Member['role'], string][]).filter(([each]) => role === 'owner' || (role === 'admin' && (each === 'viewer' || each === 'editor')));

export const licences: Record<Asset['licence'], string> = {
  standard: 'Standard', ccBy: 'CC BY', ccBySa: 'CC BY-SA', ccByNd: 'CC BY-ND', ccByNc: 'CC BY-NC', ccByNcSa: 'CC BY-NC-SA', ccByNcNd: 'CC BY-NC-ND', cc0: 'CC0',
};

/** A language's name as the reader's browser has it; the tag where it has none. */
export function languageText(tag: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
