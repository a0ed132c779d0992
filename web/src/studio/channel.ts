import type { ChannelChange, ChannelLink, ChannelPodcast, PublicChannel } from '../api/generated';

/** Bounds that the API holds channels to. */
export const channelMost = { name: 100, handle: 30, description: 5000, links: 10, linkTitle: 60, linkUrl: 500 };

/** What an owner can say of a channel, as the fields of a form have it. */
export interface ChannelFields {
  name: string;
  handle: string;
  description: string;
  links: ChannelLink[];
  /** Of its episodes' files; empty of a channel that is no podcast. */
  podcast: '' | ChannelPodcast['format'];
  /** They are not for children. */
  explicit: boolean;
}

/** What is said of a channel, as a form shows it; of a new one nothing. */
export const channelFields = (channel?: PublicChannel): ChannelFields => ({
  name: channel?.name ?? '', handle: channel?.handle ?? '', description: channel?.description ?? '', links: channel?.links ?? [],
  podcast: channel?.podcast?.format ?? '', explicit: channel?.podcast?.explicit ?? false,
});

/** What a form has; its rows of links that are empty are none, and a handle may be written with its @. */
export function formFields(data: FormData): ChannelFields {
  const all = (name: string) => data.getAll(name).map((value) => String(value).trim());
  const urls = all('url');
  const links = all('linkTitle').map((title, at) => ({ title, url: urls[at] ?? '' })).filter(({ title, url }) => title !== '' || url !== '');
  const [name = '', handle = '', description = ''] = ['name', 'handle', 'description'].map((each) => all(each)[0]);
  return { name, handle: handle.replace(/^@/, ''), description, links, podcast: (data.get('podcast') ?? '') as ChannelFields['podcast'], explicit: data.has('explicit') };
}

/** What one form says differently from another, as a merge patch: what is the same is left out, what is empty is cleared. */
export function channelChange(before: ChannelFields, after: ChannelFields): ChannelChange {
  const change: ChannelChange = {};
  for (const name of ['name', 'handle'] as const) if (after[name] !== before[name]) change[name] = after[name];
  if (after.description !== before.description) change.description = after.description || null;
  if (JSON.stringify(after.links) !== JSON.stringify(before.links)) change.links = after.links;
  if (after.podcast !== before.podcast || (after.podcast && after.explicit !== before.explicit)) change.podcast = after.podcast ? { format: after.podcast, explicit: after.explicit } : null;
  return change;
}

/** What a channel's episodes can be. */
export const podcasts: Record<ChannelFields['podcast'], string> = { '': 'No podcast', audio: 'The sound alone', video: 'Video' };
