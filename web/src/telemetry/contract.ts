/** What plays: hls.js, shaka-player, the browser itself, or something else. */
export type EngineName = 'hls.js' | 'shaka' | 'native' | 'other';

/** The player as it names itself: at most 32 characters each. */
export interface PlayerName {
  name: string;
  version: string;
  engine: EngineName;
}

/** What has come together since the session began: each figure only ever grows, so a lost or doubled event does no harm. */
export interface Totals {
  /** Milliseconds in which pictures moved, by the clock on the wall. */
  watchedMs: number;
  /** Milliseconds of waiting for data after the first picture, but for those after seeks. */
  stalledMs: number;
  stalls: number;
  seeks: number;
  /** kbit/s of the rung shown, times the milliseconds that it was watched. */
  bitrateMs: number;
  droppedFrames: number;
  rungChanges: number;
  /** Milliseconds watched in which the picture was larger than where it was shown. */
  downscaledMs: number;
  /** Milliseconds watched in which the page was hidden. */
  hiddenMs: number;
  /** Bytes of media that were loaded. */
  bytes: number;
  /** 25 hexadecimal digits: which hundredths of the title were watched, the first in the most significant bit. */
  watched: string;
}

/** What belongs to each type of event, beside what every event has. */
export interface EventDetails {
  attempt: object;
  playing: { startupMs: number };
  heartbeat: object;
  pause: object;
  resume: object;
  stall: { durationMs: number };
  seek: { from: number; to: number };
  rung: { height?: number; kbps?: number; codec?: string };
  visibility: { hidden: boolean };
  error: { code: string; fatal: boolean; message?: string };
  ended: object;
  exit: object;
}

export type EventType = keyof EventDetails;

/** One event; `seq` is from 1 and rises within a session, `at` is this clock's milliseconds since 1970, positions are seconds. */
export type TelemetryEvent = {
  [T in EventType]: { seq: number; type: T; at: number; position?: number; totals: Totals } & EventDetails[T];
}[EventType];

/** What the platform answers to who begins to watch. */
export interface SessionGrant {
  sessionId: string;
  /** Lets this session be told of; to be sent nowhere else. */
  sessionToken: string;
  /** RFC 3339. */
  expiresAt: string;
  heartbeatSeconds: number;
  /** Where beacons go, from the platform's origin. */
  reportUrl: string;
}

/** What the platform is told of who begins to watch. */
export interface SessionRequest {
  /** A random id of this browser, only with consent. */
  visitor?: string;
  /** What led here. */
  source?: { kind?: 'direct' | 'internal' | 'search' | 'social' | 'embed' | 'external'; host?: string };
}

/** The platform's bounds of one request. */
export const limits = { beacons: 10, events: 100, bytes: 60_000 } as const;
