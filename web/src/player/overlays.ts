import { html, nothing, type TemplateResult } from 'lit';
import type { Playback } from './playback-session';
import type { PlayerError } from './engines/engine';
import { shortcuts } from './keyboard';

const headings: Record<number, string> = {
  0: 'No connection',
  401: 'This video needs a link with a token',
  403: 'This link gives no access',
  404: 'No such video',
  409: 'This video is not available',
  410: 'This video is gone',
};

/** What stands over the picture while there is none: waiting, or a failure with its sentence. */
export function overlay(playback: Playback, error: PlayerError | undefined, retry: () => void): TemplateResult | typeof nothing {
  if (error) {
    return panel(
      'alert',
      error.network ? 'The connection was interrupted' : 'This video could not be played',
      error.network ? 'It goes on where it stopped once the connection is back.' : error.message,
      html`<button class="again" @click=${retry}>Try again</button>`,
    );
  }
  switch (playback.phase) {
    case 'waiting':
      return panel('status', 'Almost there', playback.reason, html`<div class="bar" role="progressbar" aria-label="Being prepared"></div>
        <p class="hint">It starts by itself as soon as the first seconds are ready.</p>`);
    case 'failed':
      return panel(
        'alert',
        headings[playback.problem.status] ?? 'Something went wrong',
        playback.problem.message,
        playback.retrying
          ? html`<div class="bar" role="progressbar" aria-label="Trying again"></div>
              <button class="again" @click=${retry}>Try now</button>`
          : nothing,
      );
    default:
      return nothing;
  }
}

function panel(role: string, heading: string, sentence: string, more: TemplateResult | typeof nothing): TemplateResult {
  return html`<div class="overlay" role=${role}>
    <div class="panel">
      <h2>${heading}</h2>
      <p>${sentence}</p>
      ${more}
    </div>
  </div>`;
}

/** The keys. */
export function help(close: () => void): TemplateResult {
  return html`<div class="overlay help" role="dialog" aria-modal="true" aria-label="Keyboard" @click=${close}>
    <div class="panel" @click=${(event: Event) => event.stopPropagation()}>
      <h2>Keyboard</h2>
      <dl>${shortcuts.map(([keys, what]) => html`<dt>${keys.split('  ').map((key) => html`<kbd>${key}</kbd>`)}</dt><dd>${what}</dd>`)}</dl>
      <button class="again" autofocus @click=${close}>Close</button>
    </div>
  </div>`;
}
