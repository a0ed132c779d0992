import type { Notification } from '../api/generated';

/** What each kind is called where one says which to be told of. */
export const noticeKinds: Record<Notification['kind'], string> = {
  comment: 'Comments on my videos', reply: 'Replies to my comments', mention: 'Mentions of me', heart: 'Hearts for my comments', video: 'New videos of channels with the bell on',
  takedown: 'Videos of mine that are taken down', reinstatement: 'Videos of mine that are put back',
};

/** What nobody can choose not to be told of. */
export const always: readonly Notification['kind'][] = ['takedown', 'reinstatement'];

const sentences: Record<Notification['kind'], (title: string) => string> = {
  comment: (title) => `New comment on “${title}”`,
  reply: (title) => `A reply to your comment on “${title}”`,
  mention: (title) => `You were mentioned below “${title}”`,
  heart: (title) => `The owner of “${title}” liked your comment`,
  video: (title) => `New video: “${title}”`,
  takedown: (title) => `Moderators took “${title}” down`,
  reinstatement: (title) => `Moderators put “${title}” back`,
};

/** What happened, in a sentence. A kind that these pages don't know yet still tells of which video. */
export const noticeText = ({ kind, title }: Pick<Notification, 'kind' | 'title'>): string => (sentences[kind] ?? ((of: string) => `News of “${of}”`))(title || 'Untitled');
