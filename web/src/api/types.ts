/** What the platform answers. Fields that a server may leave out are optional: pages show what there is. */

export type Policy = 'public' | 'signed';

export interface Failure {
  code: string;
  message: string;
}

/** `GET /api/playback/{playbackId}` */
export interface PlaybackInfo {
  playbackId: string;
  title?: string;
  status: string;
  revision: number;
  /** More segments will come: the playlist is an EVENT one, and a final revision will follow. */
  growing: boolean;
  durationSeconds?: number;
  hlsUrl?: string;
  dashUrl?: string;
  posterUrl?: string;
  thumbnails?: (string | { url: string; seconds?: number })[];
  /** WebVTT whose cues are places on sheets of small pictures. */
  storyboardUrl?: string;
  previewVideoUrl?: string;
  previewImageUrl?: string;
  /** JSON in audiowaveform's format, of what is only heard. */
  waveformUrl?: string;
  /** In order; each lasts until its end. */
  chapters?: { startSeconds: number; endSeconds: number; title: string }[];
  /** What it was cut from, when everybody may watch that. */
  clipOf?: { title: string; watchUrl: string; startSeconds: number };
  failure?: Failure;
}

/** `POST /api/uploads` */
export interface CreatedUpload {
  uploadId: string;
  assetId: string;
  playbackId: string;
  /** SAS URL of the one blob that this upload may write. */
  url: string;
  blockSizeBytes: number;
  expiresAt: string;
}

export interface UploadState {
  uploadId: string;
  assetId: string;
  state: 'awaiting' | 'committed' | 'aborted' | 'expired';
  expiresAt?: string;
}

export interface Rendition {
  name: string;
  kind?: string;
  width?: number;
  height?: number;
  averageBitrate?: number;
}

/** Of a published asset; what could not be made is left out. */
export interface Pictures {
  poster?: string;
  thumbnails?: string[];
  storyboard?: string;
  /** Muted MP4 of a few seconds. */
  previewVideo?: string;
  /** The same as animated WebP. */
  previewImage?: string;
  waveform?: string;
}

export interface Asset {
  id: string;
  title?: string;
  status: string;
  createdAt?: string;
  durationSeconds?: number;
  revision?: number;
  playbackIds?: { id: string; policy: Policy }[];
  renditions?: Rendition[];
  failure?: Failure | null;
  warnings?: (string | Failure)[];
  question?: Question;
  readyAt?: string | null;
  playable?: boolean;
  watchUrl?: string | null;
  hlsUrl?: string | null;
  dashUrl?: string | null;
  previewToken?: string | null;
  pictures?: Pictures;
}

/** What its owner is asked before a video is made that costs more than its cap. */
export interface Question {
  expectedDollars: number;
  capDollars: number;
}

/** The body of each server-sent event: a whole snapshot, never a difference. */
export interface ProgressSnapshot {
  status: string;
  stage?: string;
  playable?: boolean;
  renditions?: { name: string; fraction?: number }[];
  items?: { id: string; kind?: string; state?: string; fraction?: number; renditions?: string[] }[];
  question?: Question;
  failure?: Failure | null;
  timings?: Record<string, number | string | null>;
}

export interface Page<T> {
  items: T[];
  cursor?: string | null;
  nextCursor?: string | null;
}

const terminal = new Set(['ready', 'failed', 'cancelled', 'deleting', 'deleted']);

export const statusOf = (status: string | undefined): string => (status ?? '').toLowerCase();

export const isTerminal = (status: string | undefined): boolean => terminal.has(statusOf(status));

const names: Record<string, string> = {
  awaitingupload: 'Waiting for the file',
  probing: 'Checking the file',
  awaitingapproval: 'Waiting for your yes',
  processing: 'Processing',
  ready: 'Ready',
  failed: 'Failed',
  cancelled: 'Cancelled',
  deleting: 'Being deleted',
  deleted: 'Deleted',
};

/** A state for people. */
export const statusText = (status: string | undefined): string => names[statusOf(status)] ?? status ?? '';
