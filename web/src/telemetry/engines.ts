import type { CmcdPolicy, HlsCmcd } from './cmcd';
import { shakaCmcd } from './cmcd';
import type { Rung } from './meter';

/** What engines tell a report. */
export interface Heard {
  rung(rung: Rung): void;
  /** A piece of media came from there. */
  loaded(bytes: number, url: string): void;
  error(error: { code: string; fatal: boolean; message?: string }): void;
}

/** As much of an instance of hls.js as is used. */
export interface HlsLike {
  // Their types differ between versions of hls.js; the data is looked at with care.
  on(event: never, listener: never): void;
  readonly levels: readonly { height?: number; bitrate: number; averageBitrate?: number; videoCodec?: string }[];
  readonly config?: object;
}

/** As much of a shaka.Player as is used. */
export interface ShakaLike {
  addEventListener(type: string, listener: (event: Event) => void): void;
  getVariantTracks(): readonly { active: boolean; height: number | null; bandwidth: number; videoCodec: string | null }[];
  getNetworkingEngine(): { registerResponseFilter(filter: (type: number, response: { uri: string; data: ArrayBuffer | ArrayBufferView }) => void): void } | null;
  configure(settings: object): unknown;
}

/** Listens to hls.js; tells of the rung that is seen, not of the one that is loaded. */
export function followHls(hls: HlsLike, heard: Heard, errors: boolean): void {
  const on = hls.on.bind(hls) as (event: string, listener: (event: string, data: never) => void) => void;
  on('hlsLevelSwitched', (_, { level }: { level: number }) => {
    const shown = hls.levels[level];
    if (shown) heard.rung(rungOf(shown.height, shown.averageBitrate || shown.bitrate, shown.videoCodec));
  });
  on('hlsFragLoaded', (_, { frag, payload }: { frag?: { url?: string }; payload?: ArrayBuffer }) => heard.loaded(payload?.byteLength ?? 0, frag?.url ?? ''));
  if (!errors) return;
  on('hlsError', (_, { details, fatal, response, error }: { details: string; fatal: boolean; response?: { code?: number }; error?: Error }) => {
    if (fatal || !quiet.has(details)) heard.error({ code: `hls.${details}${response?.code ? `.${response.code}` : ''}`, fatal, message: error?.message });
  });
}

/** Waiting for data, and loads that were stopped on purpose, are no errors. */
const quiet = new Set(['bufferStalledError', 'internalAborted']);

/** Requests from now on name the session; hls.js reads its configuration only when it loads a manifest, and keeps this to itself. */
export function nameHls(hls: HlsLike, sessionId: string): void {
  const cmcd = (hls.config as { cmcd?: HlsCmcd } | undefined)?.cmcd;
  if (!cmcd) return;
  cmcd.sessionId = sessionId;
  (hls as { cmcdController?: { reporter?: { update(data: object): void } } }).cmcdController?.reporter?.update({ sid: sessionId });
}

export function nameShaka(player: ShakaLike, sessionId: string, contentId: string, policy: CmcdPolicy): void {
  player.configure(shakaCmcd(sessionId, contentId, policy));
}

const segment = 1;

/** Listens to shaka-player, which tells of a rung when it is chosen: it counts once pictures have its size. */
export function followShaka(player: ShakaLike, video: HTMLVideoElement, heard: Heard, errors: boolean): void {
  const look = () => {
    const track = player.getVariantTracks().find(({ active }) => active);
    if (!track || (track.height && video.videoHeight && track.height !== video.videoHeight)) return;
    heard.rung(rungOf(track.height ?? undefined, track.bandwidth, track.videoCodec ?? undefined));
  };
  for (const type of ['adaptation', 'variantchanged', 'trackschanged']) player.addEventListener(type, look);
  for (const type of ['resize', 'playing']) video.addEventListener(type, look);
  player.getNetworkingEngine()?.registerResponseFilter((type, { uri, data }) => {
    if (type === segment) heard.loaded(data.byteLength, uri);
  });
  if (!errors) return;
  player.addEventListener('error', (event) => {
    const { code, severity, message } = (event as Event & { detail?: { code?: number; severity?: number; message?: string } }).detail ?? {};
    heard.error({ code: `shaka.${code ?? 'unknown'}`, fatal: severity === 2, message });
  });
}

function rungOf(height: number | undefined, bitrate: number, codec: string | undefined): Rung {
  return { ...(height ? { height } : {}), ...(bitrate > 0 ? { kbps: Math.round(bitrate / 1000) } : {}), ...(codec ? { codec: codec.slice(0, 64) } : {}) };
}
