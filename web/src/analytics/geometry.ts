import { scaleBand, scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';

export interface ChartPoint {
  /** When, or where in a title. */
  label: string;
  /** Left out where nothing is known. */
  value?: number;
}

export interface Geometry {
  /** Of what is drawn: `d` of paths. */
  line: string;
  area: string;
  bars: { x: number; y: number; width: number; height: number }[];
  /** Middles of the points; y is the ground where nothing is known. */
  places: { x: number; y: number }[];
  /** Marks of the values' axis. */
  values: { y: number; value: number }[];
  /** Points whose labels fit beneath. */
  labels: { x: number; label: string }[];
  ground: number;
}

/** Room for the axes' texts. */
export const room = { top: 12, right: 14, bottom: 26, left: 62 };

/** Where everything of a chart lies, in pixels of a picture of this size. */
export function geometryOf(points: readonly ChartPoint[], unit: string, width: number, height: number): Geometry {
  const ground = height - room.bottom;
  const most = Math.max(0, ...points.map(({ value }) => value ?? 0));
  const divisor = divisorOf(most, unit);
  // Of nothing but zeros the axis shows that one would have been seen.
  const vertical = scaleLinear([0, most > 0 ? most / divisor : 1], [ground, room.top]).nice(4);
  const marks = vertical.ticks(4).filter((mark) => !wholes.has(unit) || Number.isInteger(mark));
  const band = scaleBand(points.map((_, i) => i), [room.left, width - room.right]).paddingInner(0.2);
  const across = scaleLinear([0, Math.max(1, points.length - 1)], [room.left, width - room.right]);
  const y = (value = 0) => vertical(value / divisor);
  const known = ({ value }: ChartPoint) => value !== undefined;
  // Texts of 12 pixels, somewhat wider than they mostly are.
  const wide = 7 * Math.max(0, ...points.map(({ label }) => label.length));
  const every = Math.max(1, Math.ceil(points.length / Math.max(1, Math.floor((width - room.left - room.right) / (wide + 24)))));
  return {
    line: line<ChartPoint>((_, i) => across(i), ({ value }) => y(value)).defined(known)([...points]) ?? '',
    area: area<ChartPoint>((_, i) => across(i), ground, ({ value }) => y(value)).defined(known)([...points]) ?? '',
    bars: points.map(({ value }, i) => ({ x: band(i)!, y: y(value), width: band.bandwidth(), height: ground - y(value) })),
    places: points.map(({ value }, i) => ({ x: across(i), y: y(value) })),
    values: marks.map((mark) => ({ y: vertical(mark), value: mark * divisor })),
    labels: points.map(({ label }, i) => ({ x: across(i), label })).filter(({ x }, i) => i % every === 0 && x + wide / 2 <= width),
    ground,
  };
}

/** The point nearest to a place across a picture. */
export const nearest = (places: Geometry['places'], x: number): number =>
  places.reduce((best, place, i) => (Math.abs(place.x - x) < Math.abs(places[best]!.x - x) ? i : best), 0);

/** What a chart shows, for who doesn't see it. */
export function summaryOf(points: readonly ChartPoint[], text: (value: number) => string): string {
  const known = points.filter((point): point is Required<ChartPoint> => point.value !== undefined);
  if (known.length === 0) return 'Nothing is known of this time.';
  const [least, most] = known.reduce(([low, high], point) => [point.value < low.value ? point : low, point.value > high.value ? point : high], [known[0]!, known[0]!]);
  return `${known.length} points, the highest ${text(most.value)} (${most.label}), the lowest ${text(least.value)} (${least.label}).`;
}

/** Units of what there is no half of. */
const wholes = new Set(['sessions', 'viewers', 'session minutes', 'times', 'frames', 'uploads', 'assets']);

/** Marks are round in what their texts are in: hours, not thousands of seconds. */
function divisorOf(most: number, unit: string): number {
  if (unit !== 'ms') return 1;
  return most >= 7_200_000 ? 3_600_000 : most >= 120_000 ? 60_000 : most >= 2000 ? 1000 : 1;
}
