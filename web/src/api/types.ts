import type { Asset as WholeAsset, AssetFailure, AssetProgress, CostQuestion, NewUpload, Upload, Watch } from './generated';

/** What our pages show of what the platform answers. Fields that they can do without are optional: an older server may leave them out. */

export type Policy = NonNullable<NewUpload['policy']>;
export type Failure = AssetFailure;

/** What its owner is asked before a video is made that costs more than its cap. */
export type Question = CostQuestion;

/** `GET /api/playback/{playbackId}` */
export type PlaybackInfo = Pick<Watch, 'playbackId' | 'status' | 'revision' | 'growing'> & Partial<Watch>;

/** `POST /api/uploads` */
export type CreatedUpload = Required<Pick<Upload, 'uploadId' | 'assetId' | 'playbackId' | 'url' | 'blockSizeBytes' | 'expiresAt'>>;

export type UploadState = Pick<Upload, 'uploadId' | 'assetId' | 'state'> & Partial<Upload>;

/** What is asked for of each asset of a list. */
export const assetFields = [
  'id', 'title', 'status', 'createdAt', 'durationSeconds', 'revision', 'playbackIds', 'failure', 'question', 'playable', 'watchUrl', 'previewToken', 'pictures',
  'visibility', 'trashedAt', 'eraseAt', 'takedown',
] as const satisfies readonly (keyof WholeAsset)[];

export type Asset = Pick<WholeAsset, 'id' | 'status'> & Partial<Pick<WholeAsset, (typeof assetFields)[number]>>;

/** The body of each server-sent event: a whole snapshot, never a difference. */
export type ProgressSnapshot = Pick<AssetProgress, 'status'> & Partial<AssetProgress>;

export type Visibility = WholeAsset['visibility'];

export interface Page<T> {
  items: T[];
  cursor?: string;
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
