import { scaleLinear } from 'd3-scale';
import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PoorMoment, PoorSession } from '../api/generated';
import { shared } from '../ui/styles';
import { durationText, figureText } from './figures';
import { panel } from './styles';
import { momentText, momentWords } from './words';

const row = 26;
const room = { left: 96, right: 16, top: 8, bottom: 26 };

/** What happened in a session, kind by kind along its time, and as a table. */
@customElement('session-timeline')
export class SessionTimeline extends LitElement {
  @property({ attribute: false }) session?: PoorSession;
  @state() private width = 720;
  private readonly watcher = new ResizeObserver(([entry]) => (this.width = Math.max(280, Math.round(entry!.contentRect.width))));

  static override styles = [
    shared,
    panel,
    css`
      svg {
        display: block;
        width: 100%;
      }
      text {
        fill: var(--muted);
        font: 12px var(--font);
      }
      line {
        stroke: var(--line);
      }
      .wait {
        fill: var(--warn);
      }
      .error {
        fill: var(--bad);
      }
      .moment {
        fill: var(--accent);
      }
      :is(th, td):is(:nth-child(2), :last-child) {
        text-align: left;
      }
      td:last-child {
        white-space: normal;
        overflow-wrap: anywhere;
      }
    `,
  ];

  override firstUpdated(): void {
    this.watcher.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watcher.disconnect();
  }

  override render() {
    const { session } = this;
    if (!session) return nothing;
    const { timeline } = session;
    return html`
      <h2>What happened in it</h2>
      ${timeline.length > 0 ? this.drawing(timeline) : html`<p class="muted">The player told nothing but heartbeats.</p>`}
      <div class="wide" tabindex="0" role="region" aria-label="What happened, as a table">
        <table>
          <thead><tr><th scope="col">After</th><th scope="col">What</th><th scope="col">Position</th><th scope="col">More</th></tr></thead>
          <tbody>
            ${timeline.map(
              (moment) => html`<tr data-type=${moment.type}>
                <th scope="row"><data value=${moment.atMs}>${durationText(moment.atMs)}</data></th>
                <td>${momentWords[moment.type]}</td>
                <td>${moment.position === undefined ? '–' : html`<data value=${moment.position}>${figureText(moment.position * 1000, 'ms')}</data>`}</td>
                <td>${momentText(moment)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  /** A line a kind, in the order in which they began. */
  private drawing(timeline: readonly PoorMoment[]) {
    const kinds = [...new Set(timeline.map(({ type }) => type))];
    const end = Math.max(1000, ...timeline.map(({ atMs }) => atMs));
    const divisor = end >= 120_000 ? 60_000 : 1000;
    const across = scaleLinear([0, end], [room.left, this.width - room.right]);
    const height = room.top + kinds.length * row + room.bottom;
    return html`<svg viewBox="0 0 ${this.width} ${height}" role="img" aria-labelledby="title">
      <title id="title">${timeline.length} moments in ${durationText(end)}, the same as in the table.</title>
      ${scaleLinear([0, end / divisor], [0, 1]).ticks(5).map((mark) => svg`<line x1=${across(mark * divisor)} x2=${across(mark * divisor)} y1=${room.top} y2=${height - room.bottom} /><text x=${across(mark * divisor)} y=${height - 8} text-anchor="middle">${mark} ${divisor === 1000 ? 's' : 'min'}</text>`)}
      ${kinds.map((kind, i) => svg`<text x="0" y=${room.top + i * row + 17}>${momentWords[kind]}</text>`)}
      ${timeline.map((moment) => this.mark(moment, kinds.indexOf(moment.type), across))}
    </svg>`;
  }

  /** Waiting is as long as it was, and ended at its moment. */
  private mark({ type, atMs, durationMs, fatal }: PoorMoment, line: number, across: (at: number) => number) {
    const y = room.top + line * row + 4;
    const waited = type === 'stall' || type === 'playing' ? durationMs : undefined;
    if (waited !== undefined) {
      const x = across(Math.max(0, atMs - waited));
      return svg`<rect class="wait" x=${x} y=${y} width=${Math.max(3, across(atMs) - x)} height=${row - 8} rx="2" />`;
    }
    return svg`<circle class=${type === 'error' ? 'error' : 'moment'} cx=${across(atMs)} cy=${y + (row - 8) / 2} r=${fatal ? 8 : 5} />`;
  }
}
