import { html } from 'lit';
import type { Comment, TextMoment } from '../api/generated';
import { partsOf } from '../search/marked';

/** What a comment says, as text: moments of the video can be gone to, nothing else is more than it looks. */
export function commentText({ text, moments }: Pick<Comment, 'text' | 'moments'>, seek: (seconds: number) => void) {
  const of = new Map(moments.map((moment) => [moment.start, moment]));
  let at = 0;
  return partsOf(text ?? '', moments).map((part) => {
    const moment: TextMoment | undefined = part.marked ? of.get(at) : undefined;
    at += part.text.length;
    return moment ? html`<button class="moment num" type="button" @click=${() => seek(moment.seconds)} aria-label="Go to ${part.text}">${part.text}</button>` : part.text;
  });
}

/** Who wrote it, as far as readers may know. */
export function authorText({ mine, byOwner, author, authorId, state }: Comment): string {
  if (state === 'deleted') return 'Somebody';
  if (mine) return 'You';
  return author?.name ?? (author?.handle ? `@${author.handle}` : byOwner ? 'The video’s owner' : `Viewer ${authorId?.slice(-6) ?? ''}`.trim());
}
