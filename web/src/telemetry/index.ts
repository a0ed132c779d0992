/** Tells StreamPlatform how videos play: usable by any page and any player, and without dependencies. See docs/telemetry.md. */
export type { CmcdPolicy, HlsCmcd } from './cmcd';
export type { Clock } from './clock';
export type * from './contract';
export type { HlsLike, ShakaLike } from './engines';
export type { Rung } from './meter';
export type { PlaybackReport, ReportOptions } from './playback-report';
export type { Consent } from './privacy';
export type { Line } from './sender';
export { platformSession, SessionRefused, type PlatformSession, type SessionSource } from './sessions';
export { Telemetry, type Surroundings } from './telemetry';
