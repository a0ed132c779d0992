import { html } from 'lit';
import type { LiveStream } from '../api/generated';

/** What a stream is doing, in words. */
export const stateText = ({ state, broadcast }: Pick<LiveStream, 'state' | 'broadcast'>): string =>
  state === 'disabled' ? 'Disabled' : state === 'idle' ? 'Not on air' : broadcast?.playableAt ? 'Live' : 'Connected';

export const stateBadge = (stream: LiveStream) => html`<span class="badge ${stream.state === 'active' ? 'busy' : ''}">${stateText(stream)}</span>`;
