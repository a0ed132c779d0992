import { LitElement, css, html, nothing, svg, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { shared } from '../ui/styles';
import { figureText } from './figures';
import { geometryOf, nearest, room, summaryOf, type ChartPoint, type Geometry } from './geometry';
import { save, svgFile } from './save';
import { panel } from './styles';

const height = 250;

/**
 * Figures in a row as a line or as bars. Each can be pointed at, or gone to with the slider beneath, and all are in a table.
 * Tells `chosen` with the point's number.
 */
@customElement('series-chart')
export class SeriesChart extends LitElement {
  @property() heading = '';
  @property() kind: 'line' | 'bars' = 'line';
  @property() unit = '';
  /** What a point is. */
  @property() axis = 'Time';
  @property({ attribute: false }) points: readonly ChartPoint[] = [];
  @state() private width = 720;
  @state() private chosen?: number;
  @query('svg') private picture?: SVGSVGElement;
  private geometry?: Geometry;
  private readonly watcher = new ResizeObserver(([entry]) => (this.width = Math.max(240, Math.round(entry!.contentRect.width))));

  static override styles = [
    shared,
    panel,
    css`
      svg {
        display: block;
        width: 100%;
        touch-action: pan-y;
      }
      text {
        fill: var(--muted);
        font: 12px var(--font);
      }
      .grid {
        stroke: var(--line);
      }
      .line {
        fill: none;
        stroke: var(--accent);
        stroke-width: 2;
        stroke-linejoin: round;
      }
      .area {
        fill: var(--accent);
        fill-opacity: 0.12;
      }
      .bar {
        fill: var(--accent);
      }
      line.chosen {
        stroke: var(--muted);
        stroke-dasharray: 3 3;
      }
      circle.chosen {
        fill: var(--accent);
        stroke: var(--surface);
        stroke-width: 2;
      }
      label {
        grid-template-columns: minmax(0, 1fr);
      }
      input[type='range'] {
        min-height: 24px;
        margin: 0;
        padding: 0;
        border: 0;
        accent-color: var(--accent);
      }
      .wide {
        max-height: 320px;
        margin-top: 8px;
        overflow-y: auto;
      }
    `,
  ];

  override firstUpdated(): void {
    this.watcher.observe(this.renderRoot.querySelector('.picture')!);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watcher.disconnect();
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('points') || changed.has('unit') || changed.has('width')) this.geometry = geometryOf(this.points, this.unit, this.width, height);
    if (this.chosen !== undefined && this.chosen >= this.points.length) this.chosen = undefined;
  }

  override render() {
    const { points, heading } = this;
    return html`
      <div class="row spread"><h2>${heading}</h2><div class="row"><slot name="choice"></slot><button class="quiet" aria-label="Save the picture ${heading}" @click=${this.keep}>Save picture</button></div></div>
      <div class="picture">${this.drawing()}</div>
      ${points.length > 0
        ? html`<label class="small muted"
            ><span class="row spread"><span>${this.axis}</span><output class="num">${this.told()}</output></span
            ><input
              type="range" min="0" max=${points.length - 1} .value=${String(this.chosen ?? points.length - 1)} aria-label="${heading}: a point" aria-valuetext=${this.told()}
              @input=${(event: Event) => this.choose(Number((event.target as HTMLInputElement).value))}
          /></label>`
        : nothing}
      <details><summary>As a table</summary><div class="wide" tabindex="0" role="region" aria-label="${heading} as a table">${this.table()}</div></details>
    `;
  }

  private drawing() {
    const { geometry, width, unit, kind } = this;
    const { line, area, bars, places, values, labels, ground } = geometry!;
    const place = this.chosen === undefined ? undefined : places[this.chosen];
    return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title about" @pointermove=${this.pointed} @pointerdown=${this.pointed}>
      <title id="title">${this.heading}</title>
      <desc id="about">${summaryOf(this.points, (value) => figureText(value, unit))}</desc>
      ${values.map(({ y, value }) => svg`<line class="grid" x1=${room.left} x2=${width - room.right} y1=${y} y2=${y} /><text x=${room.left - 8} y=${y + 4} text-anchor="end">${value === 0 ? '0' : figureText(value, unit)}</text>`)}
      ${labels.map(({ x, label }) => svg`<text x=${x} y=${ground + 19} text-anchor="middle">${label}</text>`)}
      ${kind === 'bars'
        ? bars.map(({ x, y, width: wide, height: high }) => svg`<rect class="bar" x=${x} y=${y} width=${wide} height=${high} />`)
        : svg`<path class="area" d=${area} /><path class="line" d=${line} />`}
      ${place ? svg`<line class="chosen" x1=${place.x} x2=${place.x} y1=${room.top} y2=${ground} /><circle class="chosen" cx=${place.x} cy=${place.y} r="5" />` : nothing}
    </svg>`;
  }

  private table() {
    return html`<table>
      <thead><tr><th scope="col">${this.axis}</th><th scope="col">${this.heading}</th></tr></thead>
      <tbody>
        ${this.points.map(({ label, value }) => html`<tr><th scope="row">${label}</th><td>${value === undefined ? '–' : html`<data value=${value}>${figureText(value, this.unit)}</data>`}</td></tr>`)}
      </tbody>
    </table>`;
  }

  private told(): string {
    const point = this.points[this.chosen ?? this.points.length - 1];
    return point ? `${point.label}: ${figureText(point.value, this.unit)}` : '';
  }

  private choose(index: number): void {
    if (index === this.chosen) return;
    this.chosen = index;
    this.dispatchEvent(new CustomEvent<number>('chosen', { detail: index }));
  }

  private pointed(event: PointerEvent): void {
    const { left, width } = this.picture!.getBoundingClientRect();
    const index = nearest(this.geometry!.places, ((event.clientX - left) / width) * this.width);
    if (this.points.length === 0) return;
    if (event.type === 'pointerdown') this.choose(index);
    else this.chosen = index;
  }

  private keep(): void {
    save(`${this.heading.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.svg`, svgFile(this.picture!));
  }
}
