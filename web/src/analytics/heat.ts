/** A row's values by the metrics' names. */
type Values = Record<string, number>;

export interface HeatColumn {
  text: string;
  unit: string;
  of(values: Values): number | undefined;
  /** Where the next worse level begins; none for what is neither good nor bad. */
  bounds?: readonly [number, number, number, number];
  /** The more the better. */
  more?: boolean;
}

const over = (part: number | undefined, whole: number | undefined) => (part !== undefined && whole ? part / whole : undefined);

/** What viewers feel of a playback. Bounds are the platform's own, set with what an experience score takes off for. */
export const heatColumns: readonly HeatColumn[] = [
  { text: 'Attempts', unit: 'sessions', of: ({ attempts }) => attempts },
  { text: 'Score', unit: '0 to 100', of: ({ experienceScore }) => experienceScore, bounds: [90, 80, 70, 60], more: true },
  { text: 'Start-up', unit: 'ms', of: ({ startupTime }) => startupTime, bounds: [1000, 2000, 4000, 8000] },
  { text: 'Rebuffering', unit: 'share', of: ({ rebufferRatio }) => rebufferRatio, bounds: [0.002, 0.005, 0.01, 0.02] },
  { text: 'Failed starts', unit: 'share', of: ({ startFailures, attempts }) => over(startFailures, attempts), bounds: [0.002, 0.005, 0.01, 0.02] },
  { text: 'Failed playbacks', unit: 'share', of: ({ playbackFailures, plays }) => over(playbackFailures, plays), bounds: [0.002, 0.005, 0.01, 0.02] },
  { text: 'Bitrate', unit: 'kbit/s', of: ({ averageBitrate }) => averageBitrate },
];

/** The metrics that these columns need; rows come with the most attempts first. */
export const heatMetrics = ['attempts', 'plays', 'experienceScore', 'startupTime', 'rebufferRatio', 'startFailures', 'playbackFailures', 'averageBitrate'] as const;

export const heatLevels = ['good', 'fair', 'middling', 'poor', 'bad'] as const;

/** How good a value is; nothing for what isn't known, or neither good nor bad. */
export function levelOf({ bounds, more }: HeatColumn, value: number | undefined): (typeof heatLevels)[number] | undefined {
  if (!bounds || value === undefined) return undefined;
  return heatLevels[bounds.filter((bound) => (more ? value < bound : value >= bound)).length];
}
