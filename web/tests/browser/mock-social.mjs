import { problem } from './problems.mjs';

/** What is said of, and thought about, one video; whoever is signed in is Ada. */
export function mockSocial() {
  const social = { comments: [], mine: undefined, likes: 7, owner: false, mode: 'on' };
  let count = 0;
  const said = (change) => ({
    id: `comment_${++count}`, authorId: 'user_ada', byOwner: false, mine: false, moments: [], mentions: [], state: 'visible', createdAt: '2026-03-01T10:00:00Z',
    likes: 0, liked: false, replies: 0, hearted: false, pinned: false, ...change,
  });
  social.say = (text, change = {}) => social.comments.push(said({ text, authorId: 'user_zoe123', ...change }));
  const momentsIn = (text) => [...text.matchAll(/\b(\d+):(\d\d)\b/g)].map((match) => ({ start: match.index, length: match[0].length, seconds: Number(match[1]) * 60 + Number(match[2]) }));
  const reaction = () => ({ ...(social.mine ? { mine: social.mine } : {}), likes: social.likes + (social.mine === 'like' ? 1 : 0), ...(social.owner ? { dislikes: 2 } : {}) });

  social.answer = ({ method, path, query, body, headers, known }) => {
    const video = /^\/playback\/[^/]+\/(reaction|comments)(?:\/([^/]+))?(?:\/(.+))?$/.exec(path);
    if (!video) return undefined;
    const open = method === 'GET' && video[1] === 'comments';
    if (!open && !known) return problem(401, 'auth.required', 'Send an access token.');
    if (video[1] === 'reaction') {
      if (method !== 'GET') social.mine = body?.kind;
      return [200, reaction()];
    }
    const [, , id, part] = video;
    const threads = social.comments.filter((each) => !each.parentId && !each.pinned);
    if (!id && method === 'GET') {
      const pinned = social.comments.find((each) => each.pinned);
      return [200, { mode: social.mode, count: social.comments.length, ...(pinned ? { pinned } : {}), items: query.get('order') === 'newest' ? threads.toReversed() : threads }];
    }
    if (!id) {
      if (body.text.includes('spam')) return problem(400, 'comment.text_invalid', 'A comment is 1 to 10000 characters.');
      const comment = said({ text: body.text, mine: true, moments: momentsIn(body.text), ...(body.parentId ? { parentId: body.parentId } : {}) });
      social.comments.push(comment);
      const thread = social.comments.find((each) => each.id === body.parentId);
      if (thread) thread.replies++;
      return [201, comment];
    }
    const comment = social.comments.find((each) => each.id === id);
    if (!comment) return problem(404, 'comment.not_found', 'There is no such comment on this video.');
    if (part === 'replies') return [200, { items: social.comments.filter((each) => each.parentId === id) }];
    if (part === 'like') {
      comment.liked = method === 'PUT';
      comment.likes += comment.liked ? 1 : -1;
      return [200, { liked: comment.liked, likes: comment.likes }];
    }
    if (part === 'decision') return [200, Object.assign(comment, body)];
    if (method === 'DELETE') {
      social.comments.splice(social.comments.indexOf(comment), 1);
      return [204];
    }
    if (method === 'PATCH') {
      if (headers['if-match'] !== `"${comment.text.length}"`) return problem(412, 'comment.changed', 'The comment was changed meanwhile. Read it again and repeat the change.');
      Object.assign(comment, { text: body.text, moments: momentsIn(body.text), editedAt: '2026-03-01T11:00:00Z' });
    }
    return [200, comment, { etag: `"${comment.text?.length}"` }];
  };
  return social;
}
