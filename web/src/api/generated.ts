// Made of the API's description by `UPDATE_DOCS=1 dotnet test tests/Functions`; a test holds both together.

/** A request as an operation describes it, below the API's base URL. */
export interface ApiRequest {
  method: string;
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  headers?: Record<string, string | undefined>;
  /** JSON unless `contentType` says otherwise. */
  body?: unknown;
  contentType?: string;
}

/**
 * Sends a request and gives what is answered: JSON as its value, text as a string, nothing as undefined. It adds what is the
 * same for every request: the credentials, and `Account-Id` where somebody acts for an organisation.
 */
export type Send = <T>(request: ApiRequest, signal?: AbortSignal) => Promise<T>;

/** An account as the API shows it. */
export interface Account {
  id: string;
  bytes: QuotaUse;
  minutesThisMonth: QuotaUse;
  openUploads: QuotaUse;
}

/** Body of requests for a letter. */
export interface Address {
  email?: string;
}

/** Figures of a video, a channel or the platform. Values are by the metrics' names; one that isn't known is left out. */
export interface Analytics {
  /** When the first window begins. */
  from: string;
  /** When the window after the last begins. */
  to: string;
  grain: 'minute' | 'hour' | 'day';
  /** The metrics' units and meanings, in the order in which they were asked for. */
  metrics: AnalyticsMetric[];
  /** Of the whole time. */
  totals: Record<string, number>;
  /** Of as long a time just before, when that was asked for. */
  previous?: Record<string, number>;
  /** A point for each window. */
  series: AnalyticsPoint[];
  by?: 'country' | 'device' | 'player' | 'cdn' | 'source';
  /** By label, the largest first; empty without a breakdown. */
  rows: AnalyticsRow[];
  /** How many plays watched each of the title's 100 parts; empty where none did, and of more than one video. */
  retention: number[];
}

export interface AnalyticsMetric {
  name: string;
  unit: string;
  meaning: string;
}

export interface AnalyticsPoint {
  /** When the window begins. */
  start: string;
  values: Record<string, number>;
}

export interface AnalyticsRow {
  /** Such as a country; empty where it isn't known. */
  label: string;
  values: Record<string, number>;
}

/** Why an asset should be there again, in its owner's words: 1 to 1000 characters. */
export interface Appeal {
  text?: string;
}

/** Body of POST /auth/deletion. */
export interface AskDeletion {
  /** The caller's; absent of who signed in less than ten minutes ago. */
  password?: string;
}

/** An asset as its owner sees it over the API. */
export interface Asset {
  id: string;
  title: string;
  status: 'awaitingUpload' | 'probing' | 'awaitingApproval' | 'processing' | 'ready' | 'failed' | 'cancelled' | 'deleting' | 'deleted';
  /** Who may see it once it is published. */
  visibility: 'public' | 'unlisted' | 'private' | 'members' | 'scheduled' | 'premium';
  /** When it will be, or was, made public by schedule. */
  publishAt?: string;
  /** Where it plays; absent when it plays everywhere. */
  restrictions?: ViewingRestrictions;
  /** The channel it is assigned to; absent for the owner's default. */
  channelId?: string;
  description?: string;
  category?: 'autosAndVehicles' | 'comedy' | 'education' | 'entertainment' | 'filmAndAnimation' | 'gaming' | 'howToAndStyle' | 'music' | 'newsAndPolitics' | 'nonprofitsAndActivism' | 'peopleAndBlogs' | 'petsAndAnimals' | 'scienceAndTechnology' | 'sports' | 'travelAndEvents';
  tags: string[];
  /** The language that is mainly spoken (BCP 47). */
  language?: string;
  location?: AssetLocation;
  licence: 'standard' | 'ccBy' | 'ccBySa' | 'ccByNd' | 'ccByNc' | 'ccByNcSa' | 'ccByNcNd' | 'cc0';
  recordedAt?: string;
  createdAt: string;
  updatedAt: string;
  durationSeconds?: number;
  revision: number;
  playbackIds: PlaybackId[];
  renditions: AssetRendition[];
  tracks: Track[];
  chapters?: Chapter[];
  /** What its owner is asked before it is made; only while it waits for the answer. */
  question?: CostQuestion;
  failure?: AssetFailure;
  warnings: AssetFailure[];
  uploadedAt?: string;
  firstPlayableAt?: string;
  readyAt?: string;
  /** Since when it is in the trash; absent when it isn't there. */
  trashedAt?: string;
  /** When it is erased for good, unless it is restored. */
  eraseAt?: string;
  /** That moderators took it down: then nobody plays or finds it. */
  takedown?: OwnTakedown;
  playable: boolean;
  watchUrl?: string;
  hlsUrl?: string;
  dashUrl?: string;
  previewToken?: string;
  /** Where it was cut from; null of what was uploaded. */
  clipOf?: ClipOrigin;
  /** Where each published rendition is asked for as a file; empty before. */
  downloads: DownloadLink[];
  /** Of the published revision; signed URLs. */
  pictures: PictureLinks;
}

/** What an owner says of an asset, as a JSON merge patch: what is absent stays, null clears. */
export interface AssetChange {
  /** 1 to 200 characters. */
  title?: string;
  /** Who may see it; cleared it is unlisted. */
  visibility?: 'public' | 'unlisted' | 'private' | 'members' | 'scheduled' | 'premium' | null;
  /** From when on it is public, with the visibility scheduled. */
  publishAt?: string | null;
  /** Where it plays; cleared it plays everywhere. */
  restrictions?: RestrictionsChange | null;
  /** One of the owner's channels, under which it is shown once it is public; cleared it is their default. */
  channelId?: string | null;
  /** At most 5000 characters. */
  description?: string | null;
  /** What it is about. */
  category?: 'autosAndVehicles' | 'comedy' | 'education' | 'entertainment' | 'filmAndAnimation' | 'gaming' | 'howToAndStyle' | 'music' | 'newsAndPolitics' | 'nonprofitsAndActivism' | 'peopleAndBlogs' | 'petsAndAnimals' | 'scienceAndTechnology' | 'sports' | 'travelAndEvents' | null;
  /** At most 30 of 50 characters, together 500. */
  tags?: string[] | null;
  /** The language that is mainly spoken (BCP 47). */
  language?: string | null;
  /** Where it was taken. */
  location?: LocationChange | null;
  /** What others may do with it; cleared it is standard. */
  licence?: 'standard' | 'ccBy' | 'ccBySa' | 'ccByNd' | 'ccByNc' | 'ccByNcSa' | 'ccByNcNd' | 'cc0' | null;
  /** When it was taken. */
  recordedAt?: string | null;
}

/** Why an asset failed: a stable code and a sentence for its creator. */
export interface AssetFailure {
  code: string;
  message: string;
}

/** Where a video was taken: a place's name, its coordinates, or both. */
export interface AssetLocation {
  name?: string;
  /** Degrees north (WGS 84); null exactly when longitude is. */
  latitude?: number;
  /** Degrees east. */
  longitude?: number;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface AssetPage {
  items: Asset[];
  cursor?: string;
}

/** An asset's way to ready, as its owner watches it: a full snapshot each time. */
export interface AssetProgress {
  status: 'awaitingUpload' | 'probing' | 'awaitingApproval' | 'processing' | 'ready' | 'failed' | 'cancelled' | 'deleting' | 'deleted';
  /** upload, probing, approval, transcoding, packaging, or the final state. */
  stage: string;
  /** True when a player would get something to play. */
  playable: boolean;
  revision: number;
  renditions: RenditionProgress[];
  items: ItemSummary[];
  /** What the owner is asked while the asset waits for the answer. */
  question?: CostQuestion;
  failure?: AssetFailure;
  timings: AssetTimings;
}

/** One published rendition, as the API shows it. Bitrates in bits a second; sizes 0 for audio. */
export interface AssetRendition {
  name: string;
  kind: string;
  codecs: string;
  width: number;
  height: number;
  averageBitrate: number;
  peakBitrate: number;
}

/** When things happened; null when they have not. */
export interface AssetTimings {
  uploadedAt?: string;
  firstPlayableAt?: string;
  readyAt?: string;
}

/** Something that was done by rank. */
export interface Audit {
  id: string;
  at: string;
  actorId: string;
  /** What, as asset.takeDown. */
  action: string;
  /** To what. */
  subjectId: string;
  /** Why. */
  details?: string;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface AuditPage {
  items: Audit[];
  cursor?: string;
}

/** Who wrote a comment. */
export interface Author {
  /** Without its @. */
  handle?: string;
  name?: string;
  /** Address of the picture, which takes size. */
  avatar?: string;
}

/** What to give to PublicKeyCredential.parseCreationOptionsFromJSON; the ceremony goes back with the authenticator's answer, within five minutes. */
export interface BegunPasskey {
  ceremony: string;
  options: PasskeyCreation;
}

/** What to give to PublicKeyCredential.parseRequestOptionsFromJSON; the ceremony goes back with the authenticator's answer, within five minutes. */
export interface BegunPasskeySignIn {
  ceremony: string;
  options: PasskeyRequest;
}

/** Body of POST /assets/bulk: one thing that is done to many assets. */
export interface Bulk {
  /** 1 to 100 assets; one that is named twice is one. */
  ids?: string[];
  operation?: 'trash' | 'restore' | 'change';
  /** With the operation change: what PATCH /assets/{assetId} takes. */
  change?: AssetChange;
}

/** What became of one asset. */
export interface BulkItem {
  id: string;
  /** The HTTP status that asking for it alone would have had. */
  status: number;
  /** Why it was not done, as in problem details. */
  code?: string;
  /** The same for people. */
  message?: string;
}

/** What became of each asset, in the order in which they were named. */
export interface BulkResult {
  items: BulkItem[];
}

/** What an owner says of a channel, as a JSON merge patch: what is absent stays, null clears. */
export interface ChannelChange {
  /** 3 to 30 lower-case letters, digits, dots and hyphens; unique. */
  handle?: string;
  /** 1 to 100 characters. */
  name?: string;
  /** At most 5000 characters. */
  description?: string | null;
  /** At most 10. */
  links?: ChannelLink[] | null;
  /** Whether its public videos are a podcast, whose files anybody may take with them. */
  podcast?: ChannelPodcast | null;
}

/** A place of a channel's owner elsewhere. */
export interface ChannelLink {
  /** 1 to 60 characters. */
  title: string;
  /** https or http. */
  url: string;
}

/** That a channel's public videos are a podcast as well, whose files anybody may take with them. */
export interface ChannelPodcast {
  /** Of the episodes' files. */
  format: 'audio' | 'video';
  /** They are not for children. */
  explicit?: boolean;
}

/** How many subscribe to a channel, and whether the caller does. */
export interface ChannelSubscription {
  /** The caller does. */
  subscribed: boolean;
  /** The caller is told of new videos. */
  notify: boolean;
  subscribers: number;
}

/** A chapter; it lasts until the next. */
export interface Chapter {
  startSeconds?: number;
  title?: string;
}

/** Body of PUT /assets/{assetId}/chapters: null for the source's own, empty for none. */
export interface Chapters {
  chapters?: Chapter[];
}

/** Where a clip was cut from. The asset may be gone by now: a clip has segments of its own. */
export interface ClipOrigin {
  assetId: string;
  /** On the timeline of the asset it was cut from, as cut: on a boundary of segments. */
  startSeconds: number;
  endSeconds: number;
}

/** The video that a clip was cut from, as far as everybody may watch it. */
export interface ClipSource {
  title: string;
  /** Its page, a path on this host. */
  watchUrl: string;
  /** Where in it the clip begins. */
  startSeconds: number;
}

/** A code of an authenticator app. */
export interface Code {
  code?: string;
}

/** Who watched on a day, and how many of them watched again. */
export interface Cohort {
  /** In UTC. */
  day: string;
  /** All, within 2 %. */
  viewers: number;
  /** Those of them who can be known again another day: who have an account, or agreed to be remembered. */
  known: number;
  /** Of the known, those who watched on the day after; null while that day isn't over. */
  day1?: ReturnRate;
  /** Those who watched seven days after. */
  day7?: ReturnRate;
  /** Those who watched thirty days after. */
  day30?: ReturnRate;
}

/** Viewers by the day on which they watched, and how many of them came back. */
export interface Cohorts {
  /** The oldest first; a day without viewers too. */
  days: Cohort[];
}

/** A comment, or a reply to one. */
export interface Comment {
  id: string;
  /** The thread that it replies to; absent of what begins one. */
  parentId?: string;
  /** Absent once its author took it back. */
  authorId?: string;
  /** What its author says of themselves; absent of somebody who says nothing, or is hidden. */
  author?: Author;
  /** The video is the author's. */
  byOwner: boolean;
  /** The caller wrote it. */
  mine: boolean;
  /** As it was written: plain text, never markup. Absent once its author took it back. */
  text?: string;
  /** Moments of the video that the text names, within its length. */
  moments: TextMoment[];
  mentions: Mention[];
  state: 'visible' | 'held' | 'rejected' | 'removed' | 'deleted';
  createdAt: string;
  /** Absent of what was never edited. */
  editedAt?: string;
  likes: number;
  /** The caller likes it. */
  liked: boolean;
  /** Replies that everybody sees. */
  replies: number;
  /** The video's owner gave it a heart. */
  hearted: boolean;
  pinned: boolean;
}

/** What the video's owner, or a moderator, decides on a comment; null leaves a thing as it is. */
export interface CommentDecision {
  /** Whether it is seen; deleted is its author's alone. */
  state?: 'visible' | 'held' | 'rejected' | 'removed' | 'deleted';
  /** Shown first, instead of what was; of threads that are visible. */
  pinned?: boolean;
  /** The owner's heart, which nobody else gives. */
  hearted?: boolean;
}

/** What a comment said before. */
export interface CommentEdit {
  text: string;
  /** When it was written. */
  at: string;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface CommentEditPage {
  items: CommentEdit[];
  cursor?: string;
}

/** How many like a comment, and whether the caller does. */
export interface CommentLikes {
  liked: boolean;
  likes: number;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface CommentPage {
  items: Comment[];
  cursor?: string;
}

/** What a comment is to say. */
export interface CommentText {
  text?: string;
}

/** What becomes of comments on a video. */
export interface Commenting {
  mode: 'on' | 'held' | 'off';
}

/** A page of what is said of a video. */
export interface Comments {
  /** What becomes of what is said. */
  mode: 'on' | 'held' | 'off';
  /** Comments and replies that everybody sees. */
  count: number;
  /** Shown before all; on the first page alone, and among the items of none. */
  pinned?: Comment;
  items: Comment[];
  /** Absent on the last page. */
  cursor?: string;
}

/** The caller's password once more, and the code of the second factor where it is taken away. */
export interface Confirm {
  password?: string;
  code?: string;
}

/** A plan that is expected to cost more than its owner allowed without being asked. */
export interface CostQuestion {
  /** Of the processor time it takes, at the platform's prices; by the cost model, so within a factor, not to the cent. */
  expectedDollars: number;
  /** What may be spent unasked. */
  capDollars: number;
}

/** Body of POST /signing-keys. */
export interface CreateSigningKey {
  name?: string;
}

/** Body of POST /tokens; 90 days when no time is given. */
export interface CreateToken {
  name?: string;
  scopes?: string[];
  expiresInDays?: number;
}

/** When the caller's account is deleted, unless they sign in before. */
export interface Deletion {
  dueAt: string;
}

/** What players told of a day, held against the log of what was given to them. */
export interface Deliveries {
  /** For media, that were answered in the day. */
  requests: number;
  /** Of these answers. */
  bytes: number;
  /** Of these requests, those that named no session. */
  unnamed: number;
  /** Sessions that began in the day and told of 30 seconds of watching or more. */
  watched: number;
  /** Of these, those that no request named: made up, or by a player that doesn't name its session, or out of the viewer's own cache. */
  unfetched: number;
  /** What these told of watching. */
  unfetchedWatchedSeconds: number;
  /** Sessions that requests of the day named. */
  fetched: number;
  /** Of these, those that fetched at least three times and told nothing: blocked, or lost. */
  untold: number;
  /** What these fetched. */
  untoldBytes: number;
  /** What the watched sessions that were fetched for told. */
  toldBytes: number;
  /** What was given to these. */
  fetchedBytes: number;
  /** Some that are unfetched, or untold: those that told, or fetched, most. */
  samples: DeliverySample[];
}

/** A message on its way to a webhook. */
export interface Delivery {
  /** The message's id, header webhook-id. */
  id: string;
  type: string;
  state: 'pending' | 'delivered' | 'failed';
  createdAt: string;
  attempts: DeliveryAttempt[];
  /** The JSON that is sent. */
  payload: string;
}

/** One try. */
export interface DeliveryAttempt {
  at: string;
  /** HTTP; null when there was no answer. */
  status?: number;
  milliseconds: number;
  /** Why there was none. */
  error?: string;
  succeeded?: boolean;
  /** The receiver wants no more. */
  isGone?: boolean;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface DeliveryPage {
  items: Delivery[];
  cursor?: string;
}

/** A session that only one of both sources knows. */
export interface DeliverySample {
  sessionId: string;
  assetId: string;
  /** That it told of; 0 of one that told nothing. */
  watchedSeconds: number;
  /** That named it; 0 of one that nothing was given to. */
  requests: number;
  bytes: number;
}

/** Whether the caller gets a letter a day of what is new for them. */
export interface Digest {
  wanted: boolean;
}

/** A rendition and its sound as one MP4 file, made when it is first asked for. */
export interface Download {
  rendition: string;
  /** How far it is. */
  status: 'making' | 'ready' | 'failed';
  /** Signed; null until it is ready. */
  url?: string;
  /** Length of the file; null until it is ready. */
  bytes?: number;
  /** When url ends to work. */
  expiresAt?: string;
  /** Why it could not be made. */
  failure?: AssetFailure;
}

/** Where a rendition is asked for as one MP4 file. */
export interface DownloadLink {
  rendition: string;
  url: string;
}

/** Body of POST /auth/email. */
export interface Email {
  /** The new address. */
  email?: string;
  /** The caller's. */
  password?: string;
}

/** Body of POST /auth/email/finish; the token is from the letter. */
export interface EmailFinish {
  token?: string;
}

/** What the owner chose of how an original is made into renditions. Part of the plan, so that another choice is another run. */
export interface EncodingChoice {
  /** What is not said is the platform's choice, not the account's. */
  withoutDefaults?: boolean;
  /** Name of one of encodingProfiles; null for the platform's default. */
  profile?: string;
  /** Make what can be decoded of a damaged or cut off file, instead of refusing it. */
  keepDamaged?: boolean;
  /** The part of the original to make; null for all of it. */
  trim?: TrimChoice;
  /** Burned into every picture; null for none. */
  watermark?: WatermarkChoice;
  /** Dollars that a run may be expected to cost without asking the owner; null for the platform's cap, if it has one. */
  costCap?: number;
}

/** How many hits have this value. */
export interface FacetCount {
  value: string;
  count: number;
}

/** How many hits have what. Each list has the most frequent first and at most maxValues values. */
export interface FacetCounts {
  category: FacetCount[];
  language: FacetCount[];
  /** By durationBand, in lower case. */
  duration: FacetCount[];
  /** By lines: of those that have at most so many. */
  resolution: FacetCount[];
  /** By true and false: whether there are any. */
  captions: FacetCount[];
}

/** Body of POST /auth/sign-up/finish and POST /auth/password-reset/finish; the token is from the letter. */
export interface Finish {
  token?: string;
  password?: string;
}

/** Body of POST /auth/passkeys/finish. */
export interface FinishPasskey {
  ceremony?: string;
  name?: string;
  credential?: PasskeyAttestation;
}

/** Body of POST /auth/passkeys/sign-in/finish. */
export interface FinishPasskeySignIn {
  ceremony?: string;
  credential?: PasskeyAssertion;
}

/** A channel that somebody subscribes to. */
export interface FollowedChannel {
  channelId: string;
  at: string;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface FollowedChannelPage {
  items: FollowedChannel[];
  cursor?: string;
}

/** Who published it. */
export interface FoundChannel {
  id: string;
  /** Empty of a channel that was given none. */
  name: string;
}

/** How the platform is, as anyone may know it. */
export interface Health {
  status: 'healthy' | 'degraded' | 'unhealthy';
  dependencies: HealthDependency[];
  /** What works and yet needs an operator. */
  concerns: HealthConcern[];
}

/** Something that works and yet needs an operator. */
export interface HealthConcern {
  /** Stable, such as queue.old. */
  code: string;
  /** A sentence that anybody may read. */
  reason: string;
}

export interface HealthDependency {
  name: string;
  up: boolean;
  milliseconds: number;
}

/** A page of the first page's videos. */
export interface Home {
  /** Whose trending videos are in it. */
  region: string;
  items: VideoCard[];
  /** Of the next page; absent on the last. */
  cursor?: string;
}

/** Body of POST /assets: where the file is, and what is said of the asset. */
export interface Import {
  /** Of the file itself, https or http; it is fetched by us, from the internet alone. */
  url?: string;
  policy?: 'public' | 'signed';
  encoding?: EncodingChoice;
  onDuplicate?: 'keep' | 'reject';
  /** 1 to 200 characters. */
  title?: string;
  /** Who may see it; cleared it is unlisted. */
  visibility?: 'public' | 'unlisted' | 'private' | 'members' | 'scheduled' | 'premium' | null;
  /** From when on it is public, with the visibility scheduled. */
  publishAt?: string | null;
  /** Where it plays; cleared it plays everywhere. */
  restrictions?: RestrictionsChange | null;
  /** One of the owner's channels, under which it is shown once it is public; cleared it is their default. */
  channelId?: string | null;
  /** At most 5000 characters. */
  description?: string | null;
  /** What it is about. */
  category?: 'autosAndVehicles' | 'comedy' | 'education' | 'entertainment' | 'filmAndAnimation' | 'gaming' | 'howToAndStyle' | 'music' | 'newsAndPolitics' | 'nonprofitsAndActivism' | 'peopleAndBlogs' | 'petsAndAnimals' | 'scienceAndTechnology' | 'sports' | 'travelAndEvents' | null;
  /** At most 30 of 50 characters, together 500. */
  tags?: string[] | null;
  /** The language that is mainly spoken (BCP 47). */
  language?: string | null;
  /** Where it was taken. */
  location?: LocationChange | null;
  /** What others may do with it; cleared it is standard. */
  licence?: 'standard' | 'ccBy' | 'ccBySa' | 'ccByNd' | 'ccByNc' | 'ccByNcSa' | 'ccByNcNd' | 'cc0' | null;
  /** When it was taken. */
  recordedAt?: string | null;
}

/** How far a file is that is fetched. */
export interface ImportProgress {
  /** Where it is fetched from, without its query, which may be a secret. */
  url: string;
  bytesDone: number;
  /** Absent until its server told it, and of a server that doesn't. */
  bytesTotal?: number;
}

/** An invitation as the organisation's admins see it; one whose time is over goes. */
export interface Invitation {
  id: string;
  /** The address that was invited, unless a user was. */
  email?: string;
  /** The user who was invited, unless an address was. */
  userId?: string;
  role: 'viewer' | 'editor' | 'admin' | 'owner';
  state: 'open' | 'accepted' | 'declined' | 'withdrawn';
  /** The member who invites; should they lose the right to, the invitation counts no longer. */
  invitedBy: string;
  createdAt: string;
  expiresAt: string;
}

/** Which invitation is answered: by the token of its letter, or one of one's own by its id. */
export interface InvitationAnswer {
  token?: string;
  invitationId?: string;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface InvitationPage {
  items: Invitation[];
  cursor?: string;
}

/** Whom an organisation asks in: an address or a user, one of them. */
export interface Invitee {
  /** Gets a letter. */
  email?: string;
  /** The id that they find at GET /account. */
  userId?: string;
  /** What they will be; a viewer without it. */
  role?: 'viewer' | 'editor' | 'admin' | 'owner';
}

/** What OpenID Connect Discovery 1.0 calls metadata, as far as those need it who check access tokens. */
export interface Issuer {
  issuer: string;
  jwks_uri: string;
  response_types_supported: string[];
  subject_types_supported: string[];
  id_token_signing_alg_values_supported: string[];
}

/** A JSON Web Key Set (RFC 7517). */
export interface IssuerKeys {
  keys: PublicKey[];
}

/** A work item as the API shows it. */
export interface ItemSummary {
  id: string;
  kind: 'headStart' | 'measure' | 'video' | 'audio' | 'pictures' | 'text';
  priority: 'high' | 'normal' | 'low';
  renditions: string[];
  state: 'queued' | 'running' | 'done' | 'failed';
  fraction: number;
  failure?: AssetFailure;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface ItemSummaryPage {
  items: ItemSummary[];
  cursor?: string;
}

/** A new API key, shown this once. */
export interface Key {
  key: string;
}

/** A video that somebody likes. */
export interface LikedVideo {
  playbackId: string;
  title: string;
  durationSeconds?: number;
  at: string;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface LikedVideoPage {
  items: LikedVideo[];
  cursor?: string;
}

/** Where to connect, by wss or ws; whoever has the URL hears the group. */
export interface Listening {
  url: string;
  expiresAt: string;
}

/** One connection of an encoder. */
export interface LiveBroadcast {
  id: string;
  startedAt: string;
  /** When there was something to watch; absent before. */
  playableAt?: string;
  /** Absent while it lasts, and of one whose node died. */
  endedAt?: string;
}

/** A live stream as its owner sees it. */
export interface LiveStream {
  id: string;
  title: string;
  state: 'idle' | 'active' | 'disabled';
  playbackIds: PlaybackId[];
  watchUrl: string;
  hlsUrl: string;
  /** RTMP addresses that an encoder may send to, with the stream key; the first is the stream's own. */
  servers: string[];
  /** What is on air, or was last; absent when nobody has sent yet. */
  broadcast?: LiveBroadcast;
  createdAt: string;
  updatedAt: string;
  /** The key itself: in the answer that made it, and nowhere else. */
  streamKey?: string;
}

/** What an owner wants of a live stream; null leaves a thing as it is. */
export interface LiveStreamChange {
  /** 1 to 200 characters. */
  title?: string;
  /** Whether encoders are let in; false disconnects one that sends. */
  enabled?: boolean;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface LiveStreamPage {
  items: LiveStream[];
  cursor?: string;
}

/** Body of POST /live-streams/{liveStreamId}/playback-tokens; an hour when no time is given. */
export interface LiveToken {
  expiresInSeconds?: number;
}

/** What a watch page shows of a live stream. */
export interface LiveWatch {
  playbackId: string;
  title: string;
  /** There is something to watch right now. */
  onAir: boolean;
  /** Since when it is on air; absent while it is not. */
  startedAt?: string;
  /** Multivariant playlist, a path on this host; absent while it is not on air. */
  hlsUrl?: string;
}

/** A change of where a video was taken: what is absent stays, null clears. */
export interface LocationChange {
  /** The place's name. */
  name?: string | null;
  /** Degrees north (WGS 84), together with the longitude. */
  latitude?: number | null;
  /** Degrees east. */
  longitude?: number | null;
}

/** Text, and where in it the words are that were looked for. It is plain: whoever shows it as HTML has to escape it. */
export interface MarkedText {
  text: string;
  marks: TextMark[];
}

/** The caller, as they alone see themselves. */
export interface Me {
  id: string;
  role: 'viewer' | 'creator' | 'moderator' | 'operator';
  /** Of who signed up here. */
  email?: string;
  /** Without its @; absent while they have none. */
  handle?: string;
  /** When another one may be taken; absent when now. */
  handleChangeableAt?: string;
  name?: string;
  bio?: string;
  location?: string;
  language?: string;
  /** Address of the picture, which takes size. */
  avatar?: string;
  preferences: Preferences;
  privacy: Privacy;
  /** When their account is deleted, which they asked for; absent otherwise. */
  deletionDueAt?: string;
}

/** A member as the others see them. */
export interface Member {
  userId: string;
  role: 'viewer' | 'editor' | 'admin' | 'owner';
  since: string;
  /** The address that they were invited by: for admins and owners. */
  email?: string;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface MemberPage {
  items: Member[];
  cursor?: string;
}

/** Body of PATCH /organisations/{organisationId}/members/{userId}. */
export interface MemberRole {
  role?: 'viewer' | 'editor' | 'admin' | 'owner';
}

/** Somebody who is meant by a part of a text that begins with @. */
export interface Mention {
  start: number;
  length: number;
  personId: string;
}

/** Where something goes. */
export interface Move {
  /** The caller's own id, or that of an organisation in which they are an editor at least. */
  to?: string;
}

/** What goes to which account. */
export interface Moved {
  id: string;
  accountId: string;
  /** It is there; of a channel, with all that is assigned to it. */
  moved: boolean;
}

/** Body of POST /assets/{assetId}/clips; seconds of the video. Title and policy are the video's unless given. */
export interface NewClip {
  start?: number;
  end?: number;
  title?: string;
  policy?: 'public' | 'signed';
}

/** What somebody wants to say. */
export interface NewComment {
  /** 1 to 10,000 characters. */
  text?: string;
  /** The comment that it replies to; a reply to a reply goes to the same thread. */
  parentId?: string;
}

/** A live stream that somebody wants. */
export interface NewLiveStream {
  /** 1 to 200 characters. */
  title?: string;
  /** Who may watch; public when it isn't said. */
  playbackPolicy?: 'public' | 'signed';
}

/** How many are new, 100 at most. */
export interface NewNotifications {
  count: number;
}

/** Who an ID is for; anybody, unless it says otherwise. */
export interface NewPlaybackId {
  policy?: 'public' | 'signed';
}

/** Body of POST /playback/{playbackId}/sessions; none is as good as an empty one. */
export interface NewPlaybackSession {
  /** An id of 16 to 64 letters, digits, `-` and `_` that the client has made at random and keeps with the viewer's consent; without it viewers are told apart for a day at most. */
  visitor?: string;
  /** What led the viewer here; the server guesses by the host when no kind is told. */
  source?: TrafficSource;
}

/** Body of POST /assets/{assetId}/playback-tokens; an hour when no time is given. */
export interface NewPlaybackToken {
  playbackId?: string;
  expiresInSeconds?: number;
}

/** A video that is to be in a playlist. */
export interface NewPlaylistItem {
  playbackId: string;
  /** The item that it is to follow; empty for the start, absent for the end. */
  after?: string;
}

/** What an operator asks for. */
export interface NewRecount {
  /** In UTC; it must have ended three days ago, and be in the archive. */
  day: string;
}

/** What should not be there, and why. */
export interface NewReport {
  reason: 'spam' | 'harassment' | 'hate' | 'violence' | 'sexual' | 'childSafety' | 'selfHarm' | 'misinformation' | 'infringement' | 'other';
  /** The comment; absent of the video itself. */
  commentId?: string;
  /** At most 1000 characters. */
  details?: string;
}

/** Why an asset is taken down. */
export interface NewTakedown {
  reason?: 'spam' | 'harassment' | 'hate' | 'violence' | 'sexual' | 'childSafety' | 'selfHarm' | 'misinformation' | 'infringement' | 'legalOrder' | 'other';
  /** What its owner is told besides the reason, at most 1000 characters. */
  note?: string;
  /** The report about the asset that is upheld by it. */
  reportId?: string;
}

/** Body of POST /uploads: the file, and what is said of the asset. With assetId it replaces that asset's original, and everything else stays. */
export interface NewUpload {
  fileName?: string;
  sizeBytes: number;
  policy?: 'public' | 'signed';
  assetId?: string;
  encoding?: EncodingChoice;
  /** What becomes of it when you have another asset of the same content: it is made all the same, with a warning, or it fails. */
  onDuplicate?: 'keep' | 'reject';
  /** 1 to 200 characters. */
  title?: string;
  /** Who may see it; cleared it is unlisted. */
  visibility?: 'public' | 'unlisted' | 'private' | 'members' | 'scheduled' | 'premium' | null;
  /** From when on it is public, with the visibility scheduled. */
  publishAt?: string | null;
  /** Where it plays; cleared it plays everywhere. */
  restrictions?: RestrictionsChange | null;
  /** One of the owner's channels, under which it is shown once it is public; cleared it is their default. */
  channelId?: string | null;
  /** At most 5000 characters. */
  description?: string | null;
  /** What it is about. */
  category?: 'autosAndVehicles' | 'comedy' | 'education' | 'entertainment' | 'filmAndAnimation' | 'gaming' | 'howToAndStyle' | 'music' | 'newsAndPolitics' | 'nonprofitsAndActivism' | 'peopleAndBlogs' | 'petsAndAnimals' | 'scienceAndTechnology' | 'sports' | 'travelAndEvents' | null;
  /** At most 30 of 50 characters, together 500. */
  tags?: string[] | null;
  /** The language that is mainly spoken (BCP 47). */
  language?: string | null;
  /** Where it was taken. */
  location?: LocationChange | null;
  /** What others may do with it; cleared it is standard. */
  licence?: 'standard' | 'ccBy' | 'ccBySa' | 'ccByNd' | 'ccByNc' | 'ccByNcSa' | 'ccByNcNd' | 'cc0' | null;
  /** When it was taken. */
  recordedAt?: string | null;
}

/** Something that somebody was told of. */
export interface Notification {
  id: string;
  kind: 'comment' | 'reply' | 'mention' | 'heart' | 'video' | 'takedown' | 'reinstatement';
  /** Of the video that it is about. */
  playbackId?: string;
  /** The video's. */
  title: string;
  actorId?: string;
  commentId?: string;
  channelId?: string;
  createdAt: string;
  read: boolean;
  /** It was neither read nor seen. */
  new: boolean;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface NotificationPage {
  items: Notification[];
  cursor?: string;
}

/** What somebody does not want to be told of. */
export interface NotificationPreferences {
  muted?: ('comment' | 'reply' | 'mention' | 'heart' | 'video' | 'takedown' | 'reinstatement')[];
}

/** A video as oEmbed 1.0 tells of it (https://oembed.com). */
export interface OEmbed {
  type: string;
  version: string;
  title: string;
  author_name: string;
  provider_name: string;
  provider_url: string;
  /** Seconds for which this may be kept. */
  cache_age: number;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
  /** A frame with the player. */
  html: string;
  width: number;
  height: number;
}

/** An organisation as its members see it. */
export interface Organisation {
  id: string;
  name: string;
  /** The caller's there; absent for operators who are no members. */
  role?: 'viewer' | 'editor' | 'admin' | 'owner';
  /** How many there are. */
  members: number;
  /** An operator turned it off. */
  disabled: boolean;
  createdAt: string;
  /** When it is deleted, which an owner asked for; told of one organisation alone, and not in lists. */
  deletionDueAt?: string;
}

/** Body of POST /organisations and PATCH /organisations/{organisationId}: 1 to 100 characters. */
export interface OrganisationName {
  name?: string;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface OrganisationPage {
  items: Organisation[];
  cursor?: string;
}

/** Why an asset was taken down, as its owner sees it. */
export interface OwnTakedown {
  at: string;
  reason: 'spam' | 'harassment' | 'hate' | 'violence' | 'sexual' | 'childSafety' | 'selfHarm' | 'misinformation' | 'infringement' | 'legalOrder' | 'other';
  /** What the moderators add to it. */
  note?: string;
  /** When its owner asked for another look; absent while they still can, by POST /assets/{assetId}/appeal. */
  appealedAt?: string;
}

/** A passkey as its owner sees it. */
export interface Passkey {
  id: string;
  name: string;
  createdAt: string;
  usedAt?: string;
}

/** An algorithm that is taken, by its number in COSE. */
export interface PasskeyAlgorithm {
  type: string;
  alg: number;
}

/** What get answers: AuthenticationResponseJSON of WebAuthn, as far as it matters. */
export interface PasskeyAssertion {
  id?: string;
  type?: string;
  response?: PasskeyAssertionResponse;
}

/** Its inner part. */
export interface PasskeyAssertionResponse {
  clientDataJSON?: string;
  authenticatorData?: string;
  signature?: string;
  userHandle?: string;
}

/** What create answers: RegistrationResponseJSON of WebAuthn, as far as it matters. */
export interface PasskeyAttestation {
  id?: string;
  type?: string;
  response?: PasskeyAttestationResponse;
}

/** Its inner part. */
export interface PasskeyAttestationResponse {
  clientDataJSON?: string;
  attestationObject?: string;
}

/** What navigator.credentials.create is asked with: PublicKeyCredentialCreationOptionsJSON of WebAuthn. Bytes are base64url. */
export interface PasskeyCreation {
  challenge: string;
  rp: PasskeyParty;
  user: PasskeyUser;
  pubKeyCredParams: PasskeyAlgorithm[];
  timeout: number;
  excludeCredentials: PasskeyReference[];
  authenticatorSelection: PasskeySelection;
  attestation: string;
}

/** What a passkey is called. */
export interface PasskeyName {
  /** At most 100 characters; what is longer is cut, and of none it is called Passkey. */
  name?: string;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface PasskeyPage {
  items: Passkey[];
  cursor?: string;
}

/** The site. */
export interface PasskeyParty {
  id: string;
  name: string;
}

/** A passkey by its id. */
export interface PasskeyReference {
  type: string;
  id: string;
}

/** What navigator.credentials.get is asked with: PublicKeyCredentialRequestOptionsJSON of WebAuthn. */
export interface PasskeyRequest {
  challenge: string;
  rpId: string;
  timeout: number;
  userVerification: string;
}

/** What the authenticator must do. */
export interface PasskeySelection {
  residentKey: string;
  requireResidentKey: boolean;
  userVerification: string;
}

/** Whose passkey it will be; id comes back when they sign in. */
export interface PasskeyUser {
  id: string;
  name: string;
  displayName: string;
}

/** Body of POST /auth/password. */
export interface Password {
  currentPassword?: string;
  newPassword?: string;
}

/** Body of PATCH /operations/organisations/{organisationId}. */
export interface PatchOrganisationState {
  disabled: boolean;
}

/** Body of PATCH /operations/users/{userId}; what is left out stays. */
export interface PatchUser {
  role?: 'viewer' | 'creator' | 'moderator' | 'operator';
  disabled?: boolean;
}

/** Somebody, as anybody may see them. */
export interface Person {
  id: string;
  /** Without its @; absent while they have none. */
  handle?: string;
  name?: string;
  bio?: string;
  location?: string;
  language?: string;
  /** Address of the picture, which takes size. */
  avatar?: string;
  createdAt: string;
}

/** Where the pictures of a revision are fetched. Those of blobs are signed and absolute; null where there is none. */
export interface PictureLinks {
  poster?: string;
  thumbnails: string[];
  /** WebVTT whose cues are places on sheets (#xywh=), by the API. */
  storyboard?: string;
  /** Muted MP4 of a few seconds. */
  previewVideo?: string;
  /** The same as animated WebP. */
  previewImage?: string;
  /** JSON in audiowaveform's format. */
  waveform?: string;
}

/** Where an item is to be. */
export interface Place {
  /** The item that it is to follow; empty for the start, absent for the end. */
  after?: string;
}

/** An item that is in its place. */
export interface PlacedItem {
  id: string;
}

/** A public handle by which an asset is played; an asset may have several with different policies. */
export interface PlaybackId {
  id: string;
  policy: 'public' | 'signed';
}

/** A session that has begun. */
export interface PlaybackSession {
  /** Not secret. */
  sessionId: string;
  /** What its player tells with; printable ASCII, to be kept by the player alone. */
  sessionToken: string;
  /** After that nothing is taken of it. */
  expiresAt: string;
  /** How often the player tells that it plays. */
  heartbeatSeconds: number;
  /** Where it tells. */
  reportUrl: string;
}

/** A token and when it stops working. */
export interface PlaybackToken {
  token: string;
  expiresAt: string;
}

/** A playlist. */
export interface Playlist {
  id: string;
  ownerId: string;
  title: string;
  description?: string;
  visibility: 'private' | 'unlisted' | 'public';
  /** For its owner alone, where one playlist is asked for. */
  itemCount?: number;
  createdAt: string;
  updatedAt: string;
}

/** What an owner wants of a playlist; null leaves a thing as it is. */
export interface PlaylistChange {
  /** 1 to 150 characters; a new one needs it. */
  title?: string;
  /** At most 5000 characters; empty for none. */
  description?: string;
  /** A new one is private. */
  visibility?: 'private' | 'unlisted' | 'public';
}

/** A video in a playlist. */
export interface PlaylistItem {
  id: string;
  playbackId: string;
  title: string;
  durationSeconds?: number;
  addedAt: string;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface PlaylistItemPage {
  items: PlaylistItem[];
  cursor?: string;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface PlaylistPage {
  items: Playlist[];
  cursor?: string;
}

/** Something that happened in a session. */
export interface PoorMoment {
  type: 'attempt' | 'playing' | 'heartbeat' | 'pause' | 'resume' | 'stall' | 'seek' | 'rung' | 'visibility' | 'error' | 'ended' | 'exit';
  /** Since the session began. */
  atMs: number;
  /** Seconds from the title's beginning; null where that isn't known. */
  position?: number;
  /** How long a stall was, which ended then; how long the start took. */
  durationMs?: number;
  /** The position before a seek. */
  from?: number;
  /** The position after it. */
  to?: number;
  /** Lines of the picture of a rung that was changed to. */
  height?: number;
  /** Its bitrate. */
  kbps?: number;
  codec?: string;
  /** Whether the page was hidden, or shown. */
  hidden?: boolean;
  /** The player's code of an error. */
  code?: string;
  /** Playing ended by it. */
  fatal?: boolean;
  /** What the player says of it, without what follows a question mark in addresses. */
  message?: string;
}

/** A session that went badly, as it can be looked at: what happened, and nothing of who it was. */
export interface PoorSession {
  /** Made up for this session alone. */
  sessionId: string;
  assetId: string;
  startedAt: string;
  /** Its experience score, 0 to 59. */
  score: number;
  /** What cost most of it. */
  reason: 'startFailure' | 'playbackFailure' | 'slowStart' | 'stalls' | 'droppedFrames';
  /** Two letters; ZZ where it isn't known. */
  country: string;
  device: string;
  /** name version engine. */
  player: string;
  /** The host that segments came from; empty where the player didn't say. */
  cdn: string;
  durationSeconds?: number;
  /** From the attempt to the first picture; null where there was none, or the player didn't tell. */
  startupMs?: number;
  watchedMs: number;
  stalledMs: number;
  stalls: number;
  droppedFrames: number;
  /** Of what was watched; null where nothing was. */
  averageKbps?: number;
  /** What happened but for heartbeats, the first 100. */
  timeline: PoorMoment[];
}

/** Some sessions of a day that went badly. */
export interface PoorSessions {
  /** When it begins. */
  day: string;
  /** The worst first; at most 200. */
  sessions: PoorSession[];
}

/** A look at popular titles: its workflow, and what was decided of each title; null until all are decided. */
export interface Popular {
  id: string;
  decisions?: PopularDecision[];
}

/** What was decided of a title, dollars over the horizon. */
export interface PopularDecision {
  assetId: string;
  /** It is being made. */
  started: boolean;
  /** The better encode that was weighed; null when there was none. */
  step?: string;
  why: string;
  saving?: number;
  cost?: number;
}

/** Input of the ReencodePopular workflow. */
export interface PopularTitles {
  titles: TitleVelocity[];
}

/** How a person wants players and pages to be, wherever they sign in. */
export interface Preferences {
  /** The next video begins by itself. */
  autoplay?: boolean;
  /** Captions are on where there are any. */
  captions?: boolean;
  /** Which, if there is a choice: BCP 47; null for the video's own. */
  captionLanguage?: string;
  /** Of pages. */
  theme?: 'system' | 'light' | 'dark';
}

/** A change of preferences: what is absent stays. */
export interface PreferencesChange {
  autoplay?: boolean;
  captions?: boolean;
  /** Null for the video's own language. */
  captionLanguage?: string | null;
  theme?: 'system' | 'light' | 'dark';
}

/** What others learn of a person, and what is kept of what they watch. */
export interface Privacy {
  /** What they watch is not kept with them. */
  historyPaused?: boolean;
  /** Only they see what they like. */
  likesPrivate?: boolean;
  /** Only they see what they subscribe to. */
  subscriptionsPrivate?: boolean;
  /** For others there is no profile of theirs: nothing but what they publish and say. */
  hidden?: boolean;
}

/** A change of privacy: what is absent stays. */
export interface PrivacyChange {
  historyPaused?: boolean;
  likesPrivate?: boolean;
  subscriptionsPrivate?: boolean;
  hidden?: boolean;
}

/** What a person says of themselves, as a JSON merge patch: what is absent stays, null clears. */
export interface ProfileChange {
  /** 3 to 30 lower-case letters, digits, dots and hyphens; unique among people. It can be changed every 14 days. */
  handle?: string | null;
  /** 1 to 60 characters. */
  name?: string | null;
  /** At most 1000 characters. */
  bio?: string | null;
  /** At most 100 characters. */
  location?: string | null;
  /** BCP 47, such as en or pt-BR. */
  language?: string | null;
  preferences?: PreferencesChange;
  privacy?: PrivacyChange;
}

/** A channel, as anybody may see it. */
export interface PublicChannel {
  id: string;
  /** Without its @. */
  handle: string;
  name: string;
  description?: string;
  links: ChannelLink[];
  podcast?: ChannelPodcast;
  createdAt: string;
  updatedAt: string;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface PublicChannelPage {
  items: PublicChannel[];
  cursor?: string;
}

/** A public RSA key as a JSON Web Key (RFC 7517): base64url throughout. */
export interface PublicKey {
  kty: string;
  use: string;
  alg: string;
  kid: string;
  n: string;
  e: string;
}

/** A video that anyone may find. */
export interface PublicVideo {
  playbackId: string;
  title: string;
  description?: string;
  category?: 'autosAndVehicles' | 'comedy' | 'education' | 'entertainment' | 'filmAndAnimation' | 'gaming' | 'howToAndStyle' | 'music' | 'newsAndPolitics' | 'nonprofitsAndActivism' | 'peopleAndBlogs' | 'petsAndAnimals' | 'scienceAndTechnology' | 'sports' | 'travelAndEvents';
  durationSeconds?: number;
  /** Since when anyone may. */
  publishedAt: string;
  /** Its page. */
  watchUrl: string;
  /** A picture; absent of what has none. */
  posterUrl?: string;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface PublicVideoPage {
  items: PublicVideo[];
  cursor?: string;
}

/** A chapter of what is played, seconds. */
export interface PublishedChapter {
  startSeconds: number;
  endSeconds: number;
  title: string;
}

/** What the caller thinks of a video. */
export interface PutReaction {
  kind: 'like' | 'dislike';
}

/** How somebody wants to subscribe. */
export interface PutSubscription {
  /** To be told of new videos; so it is unless it says otherwise. */
  notify?: boolean;
}

/** A session that counts apart, or that was judged. */
export interface Quarantine {
  sessionId: string;
  startedAt: string;
  /** False of one that was released. */
  quarantined: boolean;
  /** By which: suspicious, implausible, views_per_hour or operator. */
  rule: string;
  /** Absent where no verdict came. */
  judgedAt?: string;
  /** The same of all of a viewer; it tells nothing else of them. */
  viewer: string;
  country: string;
  watchedSeconds: number;
  isView: boolean;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface QuarantinePage {
  items: Quarantine[];
  cursor?: string;
}

/** How much of a quota is used. */
export interface QuotaUse {
  used: number;
  limit: number;
}

/** What viewers think of a video. */
export interface Reaction {
  /** What the caller thinks; absent for nothing. */
  mine?: 'like' | 'dislike';
  likes: number;
  /** For its owner alone. */
  dislikes?: number;
}

/** A rebuild of the search indexes. */
export interface Rebuild {
  id: string;
  state: 'filling' | 'done' | 'superseded';
  /** Read from the catalog so far. */
  assets: number;
}

/** An invitation as who is invited sees it. */
export interface ReceivedInvitation {
  id: string;
  organisationId: string;
  organisationName: string;
  role: 'viewer' | 'editor' | 'admin' | 'owner';
  createdAt: string;
  expiresAt: string;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface ReceivedInvitationPage {
  items: ReceivedInvitation[];
  cursor?: string;
}

/** A day that is, or was, counted again. */
export interface Recount {
  id: string;
  state: 'running' | 'done' | 'failed';
  day: string;
  beganAt: string;
  /** Absent while it goes on. */
  endedAt?: string;
  /** Of the hub. */
  partitions: number;
  /** That the archive should have and hasn't; of the partitions that they are of nothing is repaired. Absent while it goes on, and where nobody can tell. */
  lackingMessages?: number;
  /** That were compared until now, of videos, channels and the platform, of hours and the day. */
  windows: number;
  /** Windows that weren't there. */
  missing: number;
  /** Windows that nothing in the archive belongs into. */
  foreign: number;
  /** Windows that told something else. */
  different: number;
  /** Of these three, those that are right now. */
  repaired: number;
  /** Of these three, those in which something was counted that came after the recount began. */
  late: number;
  /** Of these three, those that were left as they are, since the archive lacks messages. */
  withheld: number;
  /** Some that were wrong. */
  samples: RecountDrift[];
  /** What players told, held against what was given to them; absent while there is nothing of it. */
  deliveries?: Deliveries;
}

/** A window that was wrong. */
export interface RecountDrift {
  /** The part of a video, a channel or the platform. */
  shard: string;
  hubPartition: number;
  grain: 'minute' | 'hour' | 'day';
  start: string;
  /** What was wrong with it. */
  kind: 'missing' | 'foreign' | 'different';
  /** As it told. */
  storedViews: number;
  /** As the archive says. */
  countedViews: number;
  storedWatchedMs: number;
  countedWatchedMs: number;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface RecountPage {
  items: Recount[];
  cursor?: string;
}

/** Recovery codes: each signs in once instead of a code. They are told once. */
export interface Recovery {
  recoveryCodes: string[];
}

/** Body of POST /auth/refresh and POST /auth/sign-out. */
export interface Refresh {
  refreshToken?: string;
}

/** An image as choices name it. */
export interface RegisteredWatermark {
  image: string;
  width: number;
  height: number;
}

/** What was not taken of a request, and why. Sending it again is of no use. */
export interface RejectedEvent {
  /** Which beacon, from 0. */
  beacon: number;
  /** Which of its events, from 0; null for the whole beacon. */
  event?: number;
  /** Stable, such as telemetry.event_invalid. */
  code: string;
  /** A sentence for people. */
  reason: string;
}

/** Videos like one, best first. */
export interface Related {
  items: VideoCard[];
}

/** How far a rendition is, 0 to 1. */
export interface RenditionProgress {
  name: string;
  fraction: number;
}

/** Which rendition: by its name (1080p-av1), or by height (the shorter side, lines) and codec (h264 when null). */
export interface RenditionRequest {
  name?: string;
  height?: number;
  codec?: string;
}

/** A rendition that an asset has, or could have. */
export interface RenditionStatus {
  name: string;
  codec: string;
  width: number;
  height: number;
  status: 'available' | 'making' | 'ready' | 'failed';
  /** Of the work on it, 0 to 1; while it is made. */
  fraction?: number;
  /** Why it could not be made when it was asked for last. */
  failure?: AssetFailure;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface RenditionStatusPage {
  items: RenditionStatus[];
  cursor?: string;
}

/** What somebody reported, as moderators see it. */
export interface Report {
  id: string;
  reporterId: string;
  assetId: string;
  /** By which the reporter saw the video. */
  playbackId: string;
  /** Absent of the video itself. */
  commentId?: string;
  reason: 'spam' | 'harassment' | 'hate' | 'violence' | 'sexual' | 'childSafety' | 'selfHarm' | 'misinformation' | 'infringement' | 'other';
  details?: string;
  state: 'open' | 'upheld' | 'dismissed';
  createdAt: string;
  decidedBy?: string;
  /** The video was taken down, and its owner says why it should be there again. */
  appeal: boolean;
}

/** What becomes of a report. */
export interface ReportDecision {
  state: 'open' | 'upheld' | 'dismissed';
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface ReportPage {
  items: Report[];
  cursor?: string;
}

/** What was reported is on its way to the moderators. */
export interface Reported {
  id: string;
}

/** A change of where an asset plays: what is absent stays, null clears. */
export interface RestrictionsChange {
  /** It plays in these countries only (ISO 3166-1 alpha-2). */
  allowedCountries?: string[] | null;
  /** It does not play in these. */
  deniedCountries?: string[] | null;
  /** It plays on pages of these hosts only: `www.example.com`, or `*.example.com` for all below. */
  allowedOrigins?: string[] | null;
}

/** Which share of a cohort came back on a day. */
export interface ReturnRate {
  /** 0 to 1. */
  share: number;
  /** In 95 of 100 cases the share is off by no more; 0 where everybody was looked at. */
  margin: number;
  /** How many viewers were looked at. */
  of: number;
}

/** A page of what a search found, best first. */
export interface Search {
  /** May be fewer than were asked for though there is another page. */
  items: VideoCard[];
  /** Of the next page; absent on the last. */
  cursor?: string;
  /** How many there are, counted to 10,000; only with facets=true. */
  total?: number;
  /** Only with facets=true. */
  facets?: FacetCounts;
  /** The search as it was probably meant, when a word was mistyped; the items are of that already. */
  didYouMean?: string;
}

/** Whether the caller has a second factor. */
export interface SecondFactor {
  /** A code is asked for at sign-in. */
  active: boolean;
  /** Absent while there is no second factor. */
  recoveryCodesLeft?: number;
}

/** A message that is sent now; its log tells what becomes of it. */
export interface Sent {
  deliveryId: string;
}

/** A session as its owner sees it. */
export interface Session {
  id: string;
  /** What the browser or app said of itself when it signed in. */
  device?: string;
  createdAt: string;
  usedAt: string;
  expiresAt: string;
  /** The one that the request comes from. */
  current: boolean;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface SessionPage {
  items: Session[];
  cursor?: string;
}

/** How often a video was shared. */
export interface Shares {
  shares: number;
}

/** Body of POST /auth/sign-in; the code of the authenticator app, or a recovery code, where there is a second factor. */
export interface SignIn {
  email?: string;
  password?: string;
  code?: string;
}

/** What somebody who signed in gets: accessToken for requests, refreshToken once for the next pair. */
export interface SignedIn {
  userId: string;
  accessToken: string;
  expiresAt: string;
  refreshToken: string;
  refreshExpiresAt: string;
}

/** A signing key as its account sees it. */
export interface SigningKey {
  /** What tokens carry as kid. */
  id: string;
  name: string;
  createdAt: string;
  /** PEM, SubjectPublicKeyInfo. */
  publicKey: string;
  /** PEM, PKCS #8: in the answer that made the key, and nowhere else. */
  privateKey?: string;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface SigningKeyPage {
  items: SigningKey[];
  cursor?: string;
}

/** Somebody's subscription to a channel. */
export interface Subscription {
  /** The channel's. */
  channelId: string;
  /** They are told of new videos. */
  notify: boolean;
  /** Since when it is so. */
  at: string;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface SubscriptionPage {
  items: Subscription[];
  cursor?: string;
}

/** Titles that begin as was typed. */
export interface Suggestions {
  suggestions: string[];
}

/** Whether an asset is down, as moderators see it. */
export interface Takedown {
  assetId: string;
  /** It is, now. */
  takenDown: boolean;
  /** When it was taken down last; absent when it never was, as is all that follows. */
  at?: string;
  reason?: 'spam' | 'harassment' | 'hate' | 'violence' | 'sexual' | 'childSafety' | 'selfHarm' | 'misinformation' | 'infringement' | 'legalOrder' | 'other';
  note?: string;
  by?: string;
  appealedAt?: string;
  /** When that was taken back. */
  liftedAt?: string;
}

/** Body of POST /telemetry, 64 KB at most. It describes the API; what comes is read by its parts, so that a bad one spoils no other. */
export interface Telemetry {
  /** At most 10. */
  beacons: TelemetryBeacon[];
}

/** What became of a request of players. */
export interface TelemetryAnswer {
  /** Events that were taken, and are durable. */
  accepted: number;
  /** What was not taken, and why; sending it again is of no use. */
  rejected: RejectedEvent[];
}

/** What a player tells of one session at once. */
export interface TelemetryBeacon {
  /** The session's token. */
  session: string;
  /** When it is sent, by the client's clock, in milliseconds since 1970. The clock need not be right. */
  sentAt: number;
  /** Which player it is. */
  player?: TelemetryPlayer;
  /** Host that segments came from. */
  cdn?: string;
  /** At most 100. */
  events: TelemetryEvent[];
}

/** Something that happened in a player. */
export interface TelemetryEvent {
  /** From 1, rising within the session; an event that is sent again has the same. */
  seq: number;
  type: 'attempt' | 'playing' | 'heartbeat' | 'pause' | 'resume' | 'stall' | 'seek' | 'rung' | 'visibility' | 'error' | 'ended' | 'exit';
  /** When it happened, by the client's clock, in milliseconds since 1970. */
  at: number;
  /** What had come together in the session until then. */
  totals: TelemetryTotals;
  /** Seconds from the title's beginning. */
  position?: number;
  /** Of `playing`: milliseconds from the attempt to the first picture. */
  startupMs?: number;
  /** Of `stall`. */
  durationMs?: number;
  /** Of `seek`: the position before, in seconds. */
  from?: number;
  /** Of `seek`: the position after, in seconds. */
  to?: number;
  /** Of `rung`: lines of its picture. */
  height?: number;
  /** Of `rung`. */
  kbps?: number;
  /** Of `rung`: as manifests name it, 64 characters at most. */
  codec?: string;
  /** Of `visibility`. */
  hidden?: boolean;
  /** Of `error`: 64 characters at most. */
  code?: string;
  /** Of `error`: playing ended by it. */
  fatal?: boolean;
  /** Of `error`: beyond 200 characters it is cut. */
  message?: string;
  /** Common media client data (CTA-5004), 1024 characters at most. */
  cmcd?: string;
}

/** A player, each text of at most 32 characters. */
export interface TelemetryPlayer {
  name?: string;
  version?: string;
  /** `hls.js`, `shaka`, `native` or `other`. */
  engine?: string;
}

/** What has come together in a session since it began; none ever sinks, and what is not told is 0. */
export interface TelemetryTotals {
  /** Time in which pictures moved, by the clock on the wall. */
  watchedMs?: number;
  /** Time of waiting for data after the first picture, but for that after seeks. */
  stalledMs?: number;
  /** How often it waited so. */
  stalls?: number;
  seeks?: number;
  /** kbit/s of the rung shown, times the milliseconds that it was watched. */
  bitrateMs?: number;
  droppedFrames?: number;
  rungChanges?: number;
  /** Time watched in which the picture was larger than where it was shown. */
  downscaledMs?: number;
  /** Time watched in which the page was hidden. */
  hiddenMs?: number;
  /** Bytes of media that were loaded. */
  bytes?: number;
  /** 25 hexadecimal digits: the first bit is the first hundredth of the title, and so on; set is watched. */
  watched?: string;
}

/** A place in a text, in UTF-16 code units, as JavaScript counts. */
export interface TextMark {
  start: number;
  length: number;
}

/** A moment of the video that a part of a text names: 1:23. */
export interface TextMoment {
  /** In UTF-16 code units, as is length. */
  start: number;
  length: number;
  seconds: number;
}

/** A look at the tiers. */
export interface Tier {
  id: string;
  moves: boolean;
  /** The whole catalog was looked at. */
  done: boolean;
  report: TierReport;
}

/** What goes from one tier to another. */
export interface TierMove {
  from: 'hot' | 'cool' | 'cold' | 'archive';
  to: 'hot' | 'cool' | 'cold' | 'archive';
  assets: number;
  blobs: number;
  bytes: number;
}

/** What a look at the tiers found. Reports of parts of the catalog add up. */
export interface TierReport {
  /** Published ones that were looked at. */
  assets: number;
  /** Of these, those whose views nobody counts: they stay where they are. */
  uncounted: number;
  /** What was moved, or in a dry run would be, by where from and where to. */
  moves: TierMove[];
}

/** What an operator asks for. */
export interface TierRequest {
  /** Media is moved; else it is told what would be. */
  move: boolean;
}

/** How often a title is watched. */
export interface TitleVelocity {
  assetId: string;
  /** Counted over days. */
  views: number;
  /** Length of the window. */
  days?: number;
  viewsPerDay?: number;
}

/** An API token as its account sees it. */
export interface Token {
  id: string;
  name: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string;
  /** When an app last used it, to the hour. */
  usedAt?: string;
  /** The token itself: in the answer that made it, and nowhere else. */
  token?: string;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface TokenPage {
  items: Token[];
  cursor?: string;
}

/** What goes into an authenticator app: the secret to type, or the address for a QR code. */
export interface TotpEnrolment {
  secret: string;
  address: string;
}

/** A text track as the API shows it; uploaded is false for one of the source. */
export interface Track {
  language: string;
  kind: 'subtitles' | 'captions' | 'descriptions' | 'forced';
  label: string;
  uploaded: boolean;
  bytes: number;
  cues?: number;
  updatedAt?: string;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface TrackPage {
  items: Track[];
  cursor?: string;
}

/** What led a viewer to a video. */
export interface TrafficSource {
  /** As the client knows it: only it can tell a search on the platform from a link. */
  kind?: 'direct' | 'internal' | 'search' | 'social' | 'embed' | 'external';
  /** Of the page that linked here, `www.example.com`. */
  host?: string;
}

/** A page of what trends, best first. */
export interface Trending {
  /** Whose list it is: world, or a country by ISO 3166-1 alpha-2. */
  region: string;
  /** Countries that have a list of their own; those where too few watch have none. */
  regions: string[];
  /** Up to when it is known what was watched; absent while nothing is. */
  madeAt?: string;
  items: VideoCard[];
  /** Of the next page; absent on the last. */
  cursor?: string;
}

/** Which part of an original is made into renditions. */
export interface TrimChoice {
  /** Seconds from the start of the original; null for its start. */
  start?: number;
  /** Seconds from the start of the original; null for its end. */
  end?: number;
}

/** An upload as the API shows it. url is there while it waits for its file. */
export interface Upload {
  uploadId: string;
  assetId: string;
  playbackId?: string;
  fileName: string;
  sizeBytes: number;
  blockSizeBytes: number;
  /** Only of one whose file is fetched from the web. */
  import?: ImportProgress;
  state: 'awaiting' | 'committed' | 'aborted' | 'expired';
  createdAt: string;
  expiresAt: string;
  url?: string;
  failure?: AssetFailure;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface UploadPage {
  items: Upload[];
  cursor?: string;
}

/** A user as operators see them. */
export interface User {
  id: string;
  role: 'viewer' | 'creator' | 'moderator' | 'operator';
  disabled: boolean;
  email?: string;
  /** Where they sign in, when not here. */
  issuer?: string;
  createdAt: string;
}

/** An operator's verdict. */
export interface Verdict {
  /** The session counts apart; false: it counts, whatever rules say. */
  quarantined: boolean;
}

/** What becomes of a verdict. */
export interface VerdictAnswer {
  sessionId: string;
  quarantined: boolean;
  /** The session isn't kept any more: the verdict counts once its day is counted again. */
  needsRecount: boolean;
}

/** A video in a list for viewers. */
export interface VideoCard {
  playbackId: string;
  title: string;
  channel: FoundChannel;
  durationSeconds?: number;
  /** Absolute, and the same for ever; null when there is no picture. */
  posterUrl?: string;
  /** Since when anybody may find it. */
  publishedAt: string;
  category?: 'autosAndVehicles' | 'comedy' | 'education' | 'entertainment' | 'filmAndAnimation' | 'gaming' | 'howToAndStyle' | 'music' | 'newsAndPolitics' | 'nonprofitsAndActivism' | 'peopleAndBlogs' | 'petsAndAnimals' | 'scienceAndTechnology' | 'sports' | 'travelAndEvents';
  language?: string;
  /** How often it was viewed, an hour or so behind; only of what trends and on the first page. */
  views?: number;
  /** What it is recommended for; only on the first page. */
  why?: 'trending' | 'fresh' | 'subscription' | 'likedChannel' | 'likedCategory';
  /** Where in the title the words are that were looked for; only in searches. */
  titleMarks?: TextMark[];
  /** The part of the description that has these words; only in searches, null when none has. */
  description?: MarkedText;
}

/** What the caller's history says of a video. */
export interface VideoHistory {
  /** Nothing is added to it: there is no need to report. */
  paused: boolean;
  /** Absent of what is not in it. */
  video?: WatchedVideo;
}

/** Who watches now and watched within the last hour: sessions that watched something in a minute. */
export interface ViewersPresent {
  /** In the minute that has just begun, or in the one before it if these are more: players tell every ten seconds, so the newest minute is told only in part. */
  now: number;
  /** When the first of minutes begins. */
  from: string;
  /** In each of the last 60 minutes, the last of them the one that has just begun. */
  minutes: number[];
}

/** Where an asset plays, for all but its owner: in which countries, and on whose pages. */
export interface ViewingRestrictions {
  /** Nowhere else; empty for anywhere. ISO 3166-1 alpha-2, upper case. */
  allowedCountries?: string[];
  /** Not there, even if allowed. */
  deniedCountries?: string[];
  /** On pages of these hosts only; empty for any. See hostPattern. */
  allowedOrigins?: string[];
}

/** What a watch page needs. URLs of manifests are paths on this host; those of pictures are signed and absolute. */
export interface Watch {
  playbackId: string;
  title: string;
  status: 'awaitingUpload' | 'probing' | 'awaitingApproval' | 'processing' | 'ready' | 'failed' | 'cancelled' | 'deleting' | 'deleted';
  visibility: 'public' | 'unlisted' | 'private' | 'members' | 'scheduled' | 'premium';
  /** As its owner wrote it: plain text, to be escaped. */
  description?: string;
  category?: 'autosAndVehicles' | 'comedy' | 'education' | 'entertainment' | 'filmAndAnimation' | 'gaming' | 'howToAndStyle' | 'music' | 'newsAndPolitics' | 'nonprofitsAndActivism' | 'peopleAndBlogs' | 'petsAndAnimals' | 'scienceAndTechnology' | 'sports' | 'travelAndEvents';
  tags: string[];
  /** The language that is mainly spoken (BCP 47). */
  language?: string;
  location?: AssetLocation;
  licence: 'standard' | 'ccBy' | 'ccBySa' | 'ccByNd' | 'ccByNc' | 'ccByNcSa' | 'ccByNcNd' | 'cc0';
  recordedAt?: string;
  /** 0 while the first revision is still being made. */
  revision: number;
  /** True while segments are still being added to what hlsUrl gives. */
  growing: boolean;
  durationSeconds?: number;
  hlsUrl?: string;
  dashUrl?: string;
  posterUrl?: string;
  thumbnails: string[];
  /** In order; empty when there are none. */
  chapters: PublishedChapter[];
  /** WebVTT of thumbnails for the seek bar, a path on this host. */
  storyboardUrl?: string;
  /** A few seconds that move, muted: MP4. */
  previewVideoUrl?: string;
  /** The same as animated WebP. */
  previewImageUrl?: string;
  /** How loud it is where (JSON), of what is only heard. */
  waveformUrl?: string;
  /** Null of what is no clip, and when not everybody may watch what it was cut from. */
  clipOf?: ClipSource;
  /** How often it was viewed: whoever watched 30 seconds, or half of what is shorter than a minute. An hour or so behind. */
  views: number;
  likes: number;
  /** For its owner alone. */
  dislikes?: number;
  /** What is said of it, replies too; absent where nothing is to be said. */
  comments?: number;
  failure?: AssetFailure;
}

/** How far the caller watched a video. */
export interface WatchReport {
  /** Where they are. */
  positionSeconds: number;
  /** Which hundredths they watched in this viewing: 25 hexadecimal digits, as in beacons; absent while the length is not known. */
  watched?: string;
  /** When they were there, by the platform's clock, up to 24 hours ago; absent for now. */
  at?: string;
}

/** A video that the caller watched. */
export interface WatchedVideo {
  playbackId: string;
  title: string;
  /** Absent of what not everybody may see. */
  posterUrl?: string;
  /** Absent while it is not known. */
  durationSeconds?: number;
  /** Where they were last. */
  positionSeconds: number;
  /** Where to go on; absent for the start. */
  resumeSeconds?: number;
  /** 90 of its hundredths were watched, or they were in its last twentieth. */
  completed: boolean;
  /** When they watched it last. */
  watchedAt: string;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface WatchedVideoPage {
  items: WatchedVideo[];
  cursor?: string;
}

/** An image of the owner's that is burned into every picture, at the same place whatever the size. */
export interface WatermarkChoice {
  /** Name of a registered image: the SHA-256 of its file, in hexadecimal. */
  image: string;
  corner?: 'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight';
  /** 0.05 to 1, on top of what the image itself lets through. */
  opacity?: number;
  /** Width of the image, percent of the picture's: 1 to 50. */
  size?: number;
  /** Room to the picture's edges, percent of its shorter side: 0 to 25. */
  margin?: number;
}

/** A webhook as the API shows it. */
export interface Webhook {
  id: string;
  url: string;
  events: string[];
  description?: string;
  state: 'enabled' | 'paused' | 'disabled';
  /** Since when nothing got through; absent while it does. */
  failingSince?: string;
  createdAt: string;
  updatedAt: string;
  /** What deliveries are signed with; only in the answers that made it. */
  secret?: string;
}

/** What an owner wants of an endpoint; null leaves a thing as it is. */
export interface WebhookChange {
  url?: string;
  events?: string[];
  description?: string;
  enabled?: boolean;
}

/** A page of a listing, as the API gives it; cursor is absent on the last one. */
export interface WebhookPage {
  items: Webhook[];
  cursor?: string;
}

/** What went wrong and what to do (RFC 9457). */
export interface Problem {
  /** The HTTP status once more. */
  status: number;
  /** What the status is called. */
  title: string;
  /** A sentence for people. */
  detail: string;
  /** A stable code for programs. */
  code: string;
  /** What the request is called in the logs: its x-request-id. */
  requestId?: string;
}

/** What the caller uses and may use. */
export const getAccount = (send: Send, signal?: AbortSignal): Promise<Account> =>
  send({ method: 'GET', path: '/account' }, signal);

/** What the account's uploads get where they say nothing, with its ETag once it was set. */
export const getEncoding = (send: Send, signal?: AbortSignal): Promise<EncodingChoice> =>
  send({ method: 'GET', path: '/account/encoding' }, signal);

/** Sets what the account's uploads get where they say nothing. */
export const putEncoding = (send: Send, input: { ifMatch?: string; body: EncodingChoice }, signal?: AbortSignal): Promise<EncodingChoice> =>
  send({ method: 'PUT', path: '/account/encoding', headers: { 'If-Match': input.ifMatch }, body: input.body }, signal);

/** The videos that the caller likes, the latest first. */
export const getLikes = (send: Send, input: { cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<LikedVideoPage> =>
  send({ method: 'GET', path: '/account/likes', query: { cursor: input.cursor, limit: input.limit } }, signal);

/** Where a client connects by WebSocket to hear at once what happens to the caller's assets, in the protocols json. */
export const postListening = (send: Send, signal?: AbortSignal): Promise<Listening> =>
  send({ method: 'POST', path: '/account/listening' }, signal);

/** What the caller was told of in the last 90 days, the latest first. */
export const getNotifications = (send: Send, input: { cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<NotificationPage> =>
  send({ method: 'GET', path: '/account/notifications', query: { cursor: input.cursor, limit: input.limit } }, signal);

/** Whether the caller gets a letter a day of new videos and replies. */
export const getDigest = (send: Send, signal?: AbortSignal): Promise<Digest> =>
  send({ method: 'GET', path: '/account/notifications/digest' }, signal);

/** The caller wants a letter a day of new videos and replies, or none any more. */
export const putDigest = (send: Send, input: { body: Digest }, signal?: AbortSignal): Promise<Digest> =>
  send({ method: 'PUT', path: '/account/notifications/digest', body: input.body }, signal);

/** How many of the latest 100 are new. */
export const getNewNotifications = (send: Send, signal?: AbortSignal): Promise<NewNotifications> =>
  send({ method: 'GET', path: '/account/notifications/new' }, signal);

/** What the caller does not want to be told of. */
export const getNotificationPreferences = (send: Send, signal?: AbortSignal): Promise<NotificationPreferences> =>
  send({ method: 'GET', path: '/account/notifications/preferences' }, signal);

/** What the caller does not want to be told of. */
export const putNotificationPreferences = (send: Send, input: { body: NotificationPreferences }, signal?: AbortSignal): Promise<NotificationPreferences> =>
  send({ method: 'PUT', path: '/account/notifications/preferences', body: input.body }, signal);

/** All there are by now are seen. */
export const putNotificationsSeen = (send: Send, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'PUT', path: '/account/notifications/seen' }, signal);

/** Marks one as read. */
export const putNotificationRead = (send: Send, input: { notificationId: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'PUT', path: `/account/notifications/${encodeURIComponent(input.notificationId)}/read` }, signal);

/** The channels that the caller subscribes to, the latest first. */
export const getSubscriptions = (send: Send, input: { cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<SubscriptionPage> =>
  send({ method: 'GET', path: '/account/subscriptions', query: { cursor: input.cursor, limit: input.limit } }, signal);

/** Registers the body, a PNG image, to be burned into videos. */
export const postWatermark = (send: Send, input: { body: Blob | string }, signal?: AbortSignal): Promise<RegisteredWatermark> =>
  send({ method: 'POST', path: '/account/watermarks', body: input.body, contentType: 'image/png' }, signal);

/** Forgets an image. */
export const deleteWatermark = (send: Send, input: { image: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: `/account/watermarks/${encodeURIComponent(input.image)}` }, signal);

/** How a video is watched, for its owner. */
export const getAssetAnalytics = (send: Send, input: { assetId: string; metrics?: string; from?: string; to?: string; grain?: 'minute' | 'hour' | 'day'; by?: 'country' | 'device' | 'player' | 'cdn' | 'source'; compare?: string; format?: string }, signal?: AbortSignal): Promise<Analytics> =>
  send({ method: 'GET', path: `/analytics/assets/${encodeURIComponent(input.assetId)}`, query: { metrics: input.metrics, from: input.from, to: input.to, grain: input.grain, by: input.by, compare: input.compare, format: input.format } }, signal);

/** Who watches a video now and watched within the last hour, for its owner. */
export const getAssetViewers = (send: Send, input: { assetId: string }, signal?: AbortSignal): Promise<ViewersPresent> =>
  send({ method: 'GET', path: `/analytics/assets/${encodeURIComponent(input.assetId)}/viewers` }, signal);

/** How the videos of a channel are watched, for its owner. */
export const getChannelAnalytics = (send: Send, input: { channelId: string; metrics?: string; from?: string; to?: string; grain?: 'minute' | 'hour' | 'day'; by?: 'country' | 'device' | 'player' | 'cdn' | 'source'; compare?: string; format?: string }, signal?: AbortSignal): Promise<Analytics> =>
  send({ method: 'GET', path: `/analytics/channels/${encodeURIComponent(input.channelId)}`, query: { metrics: input.metrics, from: input.from, to: input.to, grain: input.grain, by: input.by, compare: input.compare, format: input.format } }, signal);

/** Who watches the videos of a channel now and watched within the last hour, for its owner. */
export const getChannelViewers = (send: Send, input: { channelId: string }, signal?: AbortSignal): Promise<ViewersPresent> =>
  send({ method: 'GET', path: `/analytics/channels/${encodeURIComponent(input.channelId)}/viewers` }, signal);

/** The caller's assets, newest first. */
export const getAssets = (send: Send, input: { q?: string; trashed?: boolean; cursor?: string; limit?: number; fields?: string } = {}, signal?: AbortSignal): Promise<AssetPage> =>
  send({ method: 'GET', path: '/assets', query: { q: input.q, trashed: input.trashed, cursor: input.cursor, limit: input.limit, fields: input.fields } }, signal);

/** Makes an asset of a file on the web, which is fetched by us. */
export const postAsset = (send: Send, input: { idempotencyKey?: string; body: Import }, signal?: AbortSignal): Promise<Upload> =>
  send({ method: 'POST', path: '/assets', headers: { 'Idempotency-Key': input.idempotencyKey }, body: input.body }, signal);

/** Does one thing to up to 100 assets and tells of each what became of it. */
export const postBulk = (send: Send, input: { idempotencyKey?: string; body: Bulk }, signal?: AbortSignal): Promise<BulkResult> =>
  send({ method: 'POST', path: '/assets/bulk', headers: { 'Idempotency-Key': input.idempotencyKey }, body: input.body }, signal);

/** Puts an asset into the trash, from where it can be restored for a while (30 days, unless the platform is set otherwise). */
export const deleteOneAsset = (send: Send, input: { assetId: string; permanent?: boolean; ifMatch?: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: `/assets/${encodeURIComponent(input.assetId)}`, query: { permanent: input.permanent }, headers: { 'If-Match': input.ifMatch } }, signal);

/** One asset, with its ETag. */
export const getOneAsset = (send: Send, input: { assetId: string }, signal?: AbortSignal): Promise<Asset> =>
  send({ method: 'GET', path: `/assets/${encodeURIComponent(input.assetId)}` }, signal);

/** Changes what is given and clears what is null (RFC 7396). */
export const patchAsset = (send: Send, input: { assetId: string; ifMatch?: string; body: AssetChange }, signal?: AbortSignal): Promise<Asset> =>
  send({ method: 'PATCH', path: `/assets/${encodeURIComponent(input.assetId)}`, headers: { 'If-Match': input.ifMatch }, body: input.body }, signal);

/** The owner of an asset that was taken down asks moderators for another look. */
export const postAppeal = (send: Send, input: { assetId: string; body: Appeal }, signal?: AbortSignal): Promise<Reported> =>
  send({ method: 'POST', path: `/assets/${encodeURIComponent(input.assetId)}/appeal`, body: input.body }, signal);

/** The owner's yes to an asset that is expected to cost more than its cap. */
export const postApprove = (send: Send, input: { assetId: string; idempotencyKey?: string }, signal?: AbortSignal): Promise<Asset> =>
  send({ method: 'POST', path: `/assets/${encodeURIComponent(input.assetId)}/approve`, headers: { 'Idempotency-Key': input.idempotencyKey } }, signal);

/** Stops an asset before it is ready, or the renditions that are being added to one that is. */
export const postCancel = (send: Send, input: { assetId: string; idempotencyKey?: string }, signal?: AbortSignal): Promise<Asset> =>
  send({ method: 'POST', path: `/assets/${encodeURIComponent(input.assetId)}/cancel`, headers: { 'Idempotency-Key': input.idempotencyKey } }, signal);

/** Chapters in place of the source's. */
export const putAssetChapters = (send: Send, input: { assetId: string; ifMatch?: string; body: Chapters }, signal?: AbortSignal): Promise<Chapters> =>
  send({ method: 'PUT', path: `/assets/${encodeURIComponent(input.assetId)}/chapters`, headers: { 'If-Match': input.ifMatch }, body: input.body }, signal);

/** Makes an asset of its own of a part of a published one, out to the segments that hold it. */
export const postClip = (send: Send, input: { assetId: string; idempotencyKey?: string; body: NewClip }, signal?: AbortSignal): Promise<Asset> =>
  send({ method: 'POST', path: `/assets/${encodeURIComponent(input.assetId)}/clips`, headers: { 'Idempotency-Key': input.idempotencyKey }, body: input.body }, signal);

/** Where a rendition, or a clip of it, is as one MP4 file, for its owner. */
export const getOneDownload = (send: Send, input: { assetId: string; rendition: string; start?: number; end?: number }, signal?: AbortSignal): Promise<Download> =>
  send({ method: 'GET', path: `/assets/${encodeURIComponent(input.assetId)}/downloads/${encodeURIComponent(input.rendition)}`, query: { start: input.start, end: input.end } }, signal);

/** The asset's progress as server-sent events. */
export const getEvents = (send: Send, input: { assetId: string; token?: string }, signal?: AbortSignal): Promise<string | undefined> =>
  send({ method: 'GET', path: `/assets/${encodeURIComponent(input.assetId)}/events`, query: { token: input.token } }, signal);

/** The work items of the asset's latest run. */
export const getJobs = (send: Send, input: { assetId: string }, signal?: AbortSignal): Promise<ItemSummaryPage> =>
  send({ method: 'GET', path: `/assets/${encodeURIComponent(input.assetId)}/jobs` }, signal);

/** Gives an asset to another account, whose quota it counts against from then on. */
export const postAssetMove = (send: Send, input: { assetId: string; body: Move }, signal?: AbortSignal): Promise<Moved> =>
  send({ method: 'POST', path: `/assets/${encodeURIComponent(input.assetId)}/move`, body: input.body }, signal);

/** Another ID by which an asset plays, public or for those who have a token. */
export const postPlaybackId = (send: Send, input: { assetId: string; idempotencyKey?: string; body: NewPlaybackId }, signal?: AbortSignal): Promise<PlaybackId> =>
  send({ method: 'POST', path: `/assets/${encodeURIComponent(input.assetId)}/playback-ids`, headers: { 'Idempotency-Key': input.idempotencyKey }, body: input.body }, signal);

/** Links with this ID lead nowhere from then on. */
export const deletePlaybackId = (send: Send, input: { assetId: string; playbackId: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: `/assets/${encodeURIComponent(input.assetId)}/playback-ids/${encodeURIComponent(input.playbackId)}` }, signal);

/** A token with which a viewer plays one playback id for a while. */
export const postPlaybackToken = (send: Send, input: { assetId: string; idempotencyKey?: string; body: NewPlaybackToken }, signal?: AbortSignal): Promise<PlaybackToken> =>
  send({ method: 'POST', path: `/assets/${encodeURIComponent(input.assetId)}/playback-tokens`, headers: { 'Idempotency-Key': input.idempotencyKey }, body: input.body }, signal);

/** The video renditions that an asset has, those that are made, and those that can be asked for. */
export const getRenditions = (send: Send, input: { assetId: string }, signal?: AbortSignal): Promise<RenditionStatusPage> =>
  send({ method: 'GET', path: `/assets/${encodeURIComponent(input.assetId)}/renditions` }, signal);

/** Has a rendition made of a published asset that was not made before. */
export const postRendition = (send: Send, input: { assetId: string; idempotencyKey?: string; body: RenditionRequest }, signal?: AbortSignal): Promise<RenditionStatus> =>
  send({ method: 'POST', path: `/assets/${encodeURIComponent(input.assetId)}/renditions`, headers: { 'Idempotency-Key': input.idempotencyKey }, body: input.body }, signal);

/** Makes a new revision from the stored original. */
export const postReprocess = (send: Send, input: { assetId: string; idempotencyKey?: string }, signal?: AbortSignal): Promise<Asset> =>
  send({ method: 'POST', path: `/assets/${encodeURIComponent(input.assetId)}/reprocess`, headers: { 'Idempotency-Key': input.idempotencyKey } }, signal);

/** Takes an asset back out of the trash, as it was. */
export const postRestore = (send: Send, input: { assetId: string; idempotencyKey?: string }, signal?: AbortSignal): Promise<Asset> =>
  send({ method: 'POST', path: `/assets/${encodeURIComponent(input.assetId)}/restore`, headers: { 'Idempotency-Key': input.idempotencyKey } }, signal);

/** A moderator puts an asset back, as its owner has it. */
export const deleteTakedown = (send: Send, input: { assetId: string; reportId?: string }, signal?: AbortSignal): Promise<Takedown> =>
  send({ method: 'DELETE', path: `/assets/${encodeURIComponent(input.assetId)}/takedown`, query: { reportId: input.reportId } }, signal);

/** A moderator takes an asset down, whoever's it is. */
export const postTakedown = (send: Send, input: { assetId: string; body: NewTakedown }, signal?: AbortSignal): Promise<Takedown> =>
  send({ method: 'POST', path: `/assets/${encodeURIComponent(input.assetId)}/takedown`, body: input.body }, signal);

/** The text tracks viewers get, uploaded ones and those of the source. */
export const getTracks = (send: Send, input: { assetId: string }, signal?: AbortSignal): Promise<TrackPage> =>
  send({ method: 'GET', path: `/assets/${encodeURIComponent(input.assetId)}/tracks` }, signal);

/** Takes an uploaded track away. */
export const deleteTrack = (send: Send, input: { assetId: string; language: string; kind?: 'subtitles' | 'captions' | 'descriptions' | 'forced'; ifMatch?: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: `/assets/${encodeURIComponent(input.assetId)}/tracks/${encodeURIComponent(input.language)}`, query: { kind: input.kind }, headers: { 'If-Match': input.ifMatch } }, signal);

/** The body, WebVTT or SRT, becomes the asset's track of this language and kind. */
export const putTrack = (send: Send, input: { assetId: string; language: string; kind?: 'subtitles' | 'captions' | 'descriptions' | 'forced'; label?: string; ifMatch?: string; body: Blob | string }, signal?: AbortSignal): Promise<Track> =>
  send({ method: 'PUT', path: `/assets/${encodeURIComponent(input.assetId)}/tracks/${encodeURIComponent(input.language)}`, query: { kind: input.kind, label: input.label }, headers: { 'If-Match': input.ifMatch }, body: input.body, contentType: 'text/vtt' }, signal);

/** The installation as an issuer, for services that check its access tokens. */
export const getIssuer = (send: Send, signal?: AbortSignal): Promise<Issuer> =>
  send({ method: 'GET', path: '/auth/.well-known/openid-configuration' }, signal);

/** The caller keeps their account, as signing in here does by itself. */
export const deleteDeletion = (send: Send, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: '/auth/deletion' }, signal);

/** Deletes the caller's account in seven days, with all that is theirs, unless they sign in before. */
export const postDeletion = (send: Send, input: { body: AskDeletion }, signal?: AbortSignal): Promise<Deletion> =>
  send({ method: 'POST', path: '/auth/deletion', body: input.body }, signal);

/** Another address for the caller, who knows the password. */
export const postEmail = (send: Send, input: { body: Email }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'POST', path: '/auth/email', body: input.body }, signal);

/** Whoever has the letter confirms the address, by which its owner signs in from now on. */
export const postEmailFinish = (send: Send, input: { body: EmailFinish }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'POST', path: '/auth/email/finish', body: input.body }, signal);

/** The public keys of access tokens (RFC 7517), the next one before it signs. */
export const getIssuerKeys = (send: Send, signal?: AbortSignal): Promise<IssuerKeys> =>
  send({ method: 'GET', path: '/auth/keys' }, signal);

/** The caller's passkeys, newest first. */
export const getPasskeys = (send: Send, input: { cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<PasskeyPage> =>
  send({ method: 'GET', path: '/auth/passkeys', query: { cursor: input.cursor, limit: input.limit } }, signal);

/** Begins to add a passkey, for who knows their password. */
export const postPasskey = (send: Send, input: { body: Confirm }, signal?: AbortSignal): Promise<BegunPasskey> =>
  send({ method: 'POST', path: '/auth/passkeys', body: input.body }, signal);

/** The authenticator's answer makes a passkey. */
export const postPasskeyFinish = (send: Send, input: { body: FinishPasskey }, signal?: AbortSignal): Promise<Passkey> =>
  send({ method: 'POST', path: '/auth/passkeys/finish', body: input.body }, signal);

/** Begins to sign in with a passkey, whosever it may be. */
export const postPasskeySignIn = (send: Send, signal?: AbortSignal): Promise<BegunPasskeySignIn> =>
  send({ method: 'POST', path: '/auth/passkeys/sign-in' }, signal);

/** The authenticator's answer signs its owner in, without password or code. */
export const postPasskeySignInFinish = (send: Send, input: { body: FinishPasskeySignIn }, signal?: AbortSignal): Promise<SignedIn> =>
  send({ method: 'POST', path: '/auth/passkeys/sign-in/finish', body: input.body }, signal);

/** The passkey signs nobody in any more. */
export const deletePasskey = (send: Send, input: { passkeyId: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: `/auth/passkeys/${encodeURIComponent(input.passkeyId)}` }, signal);

/** Calls a passkey something else. */
export const patchPasskey = (send: Send, input: { passkeyId: string; body: PasskeyName }, signal?: AbortSignal): Promise<Passkey> =>
  send({ method: 'PATCH', path: `/auth/passkeys/${encodeURIComponent(input.passkeyId)}`, body: input.body }, signal);

/** Another password for whoever knows the current one. */
export const postPassword = (send: Send, input: { body: Password }, signal?: AbortSignal): Promise<SignedIn> =>
  send({ method: 'POST', path: '/auth/password', body: input.body }, signal);

/** Sends a letter to the address, with a link to choose another password. */
export const postPasswordReset = (send: Send, input: { body: Address }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'POST', path: '/auth/password-reset', body: input.body }, signal);

/** Whoever has the letter chooses another password. */
export const postPasswordResetFinish = (send: Send, input: { body: Finish }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'POST', path: '/auth/password-reset/finish', body: input.body }, signal);

/** The next access token and the next refresh token. */
export const postRefresh = (send: Send, input: { body: Refresh }, signal?: AbortSignal): Promise<SignedIn> =>
  send({ method: 'POST', path: '/auth/refresh', body: input.body }, signal);

/** Where the caller is signed in, newest first. */
export const getSessions = (send: Send, input: { cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<SessionPage> =>
  send({ method: 'GET', path: '/auth/sessions', query: { cursor: input.cursor, limit: input.limit } }, signal);

/** Ends one of the caller's sessions. */
export const deleteSession = (send: Send, input: { sessionId: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: `/auth/sessions/${encodeURIComponent(input.sessionId)}` }, signal);

/** An access token and a refresh token for an address and its password. */
export const postSignIn = (send: Send, input: { body: SignIn }, signal?: AbortSignal): Promise<SignedIn> =>
  send({ method: 'POST', path: '/auth/sign-in', body: input.body }, signal);

/** Ends the session of the refresh token. */
export const postSignOut = (send: Send, input: { body: Refresh }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'POST', path: '/auth/sign-out', body: input.body }, signal);

/** Ends all of the caller's sessions at once, access tokens included. */
export const postSignOutEverywhere = (send: Send, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'POST', path: '/auth/sign-out-everywhere' }, signal);

/** Sends a letter to the address, with a link by which its owner chooses a password. */
export const postSignUp = (send: Send, input: { body: Address }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'POST', path: '/auth/sign-up', body: input.body }, signal);

/** Whoever has the letter chooses a password, has an account, and is signed in. */
export const postSignUpFinish = (send: Send, input: { body: Finish }, signal?: AbortSignal): Promise<SignedIn> =>
  send({ method: 'POST', path: '/auth/sign-up/finish', body: input.body }, signal);

/** Whether the caller's account asks for codes of an authenticator app, and how many recovery codes are left. */
export const getTotp = (send: Send, signal?: AbortSignal): Promise<SecondFactor> =>
  send({ method: 'GET', path: '/auth/totp' }, signal);

/** A secret for an authenticator app. */
export const postTotp = (send: Send, input: { body: Confirm }, signal?: AbortSignal): Promise<TotpEnrolment> =>
  send({ method: 'POST', path: '/auth/totp', body: input.body }, signal);

/** With a first code of the app, codes are asked for at sign-in. */
export const postTotpConfirm = (send: Send, input: { body: Code }, signal?: AbortSignal): Promise<Recovery> =>
  send({ method: 'POST', path: '/auth/totp/confirm', body: input.body }, signal);

/** Takes the second factor away, for who has both. */
export const postTotpEnd = (send: Send, input: { body: Confirm }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'POST', path: '/auth/totp/end', body: input.body }, signal);

/** The caller's channels, newest first. */
export const getChannels = (send: Send, input: { cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<PublicChannelPage> =>
  send({ method: 'GET', path: '/channels', query: { cursor: input.cursor, limit: input.limit } }, signal);

/** Makes a channel of the caller's, with a handle that no other has. */
export const postChannel = (send: Send, input: { idempotencyKey?: string; body: ChannelChange }, signal?: AbortSignal): Promise<PublicChannel> =>
  send({ method: 'POST', path: '/channels', headers: { 'Idempotency-Key': input.idempotencyKey }, body: input.body }, signal);

/** Deletes a channel of the caller's that shows no videos. */
export const deleteOneChannel = (send: Send, input: { channelId: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: `/channels/${encodeURIComponent(input.channelId)}` }, signal);

/** A channel by its id or handle, for anybody, with its ETag. */
export const getOneChannel = (send: Send, input: { channelId: string }, signal?: AbortSignal): Promise<PublicChannel> =>
  send({ method: 'GET', path: `/channels/${encodeURIComponent(input.channelId)}` }, signal);

/** Changes what is given of a channel of the caller's. */
export const patchChannel = (send: Send, input: { channelId: string; ifMatch?: string; body: ChannelChange }, signal?: AbortSignal): Promise<PublicChannel> =>
  send({ method: 'PATCH', path: `/channels/${encodeURIComponent(input.channelId)}`, headers: { 'If-Match': input.ifMatch }, body: input.body }, signal);

/** A channel's newest public videos, as rss (RSS 2. */
export const getChannelFeed = (send: Send, input: { channelId: string; format: string }, signal?: AbortSignal): Promise<string> =>
  send({ method: 'GET', path: `/channels/${encodeURIComponent(input.channelId)}/feeds/${encodeURIComponent(input.format)}` }, signal);

/** Gives a channel to another account with all that is assigned to it, its subscribers and its handle. */
export const postChannelMove = (send: Send, input: { channelId: string; body: Move }, signal?: AbortSignal): Promise<Moved> =>
  send({ method: 'POST', path: `/channels/${encodeURIComponent(input.channelId)}/move`, body: input.body }, signal);

/** Subscribes to a channel no more. */
export const deleteSubscription = (send: Send, input: { channelId: string }, signal?: AbortSignal): Promise<ChannelSubscription> =>
  send({ method: 'DELETE', path: `/channels/${encodeURIComponent(input.channelId)}/subscription` }, signal);

/** How many subscribe to a channel, and whether the caller does. */
export const getSubscription = (send: Send, input: { channelId: string }, signal?: AbortSignal): Promise<ChannelSubscription> =>
  send({ method: 'GET', path: `/channels/${encodeURIComponent(input.channelId)}/subscription` }, signal);

/** Subscribes to a channel, with or without being told of new videos. */
export const putSubscription = (send: Send, input: { channelId: string; body: PutSubscription }, signal?: AbortSignal): Promise<ChannelSubscription> =>
  send({ method: 'PUT', path: `/channels/${encodeURIComponent(input.channelId)}/subscription`, body: input.body }, signal);

/** A channel's public videos, newest first, for anybody. */
export const getChannelVideos = (send: Send, input: { channelId: string; cursor?: string; limit?: number }, signal?: AbortSignal): Promise<PublicVideoPage> =>
  send({ method: 'GET', path: `/channels/${encodeURIComponent(input.channelId)}/videos`, query: { cursor: input.cursor, limit: input.limit } }, signal);

/** The page that a letter's link leads to. */
export const getDigestEnd = (send: Send, input: { personId: string; secret: string }, signal?: AbortSignal): Promise<string> =>
  send({ method: 'GET', path: `/digests/${encodeURIComponent(input.personId)}/${encodeURIComponent(input.secret)}` }, signal);

/** Ends somebody's letters of what is new, as mail programs do with one click (RFC 8058). */
export const postDigestEnd = (send: Send, input: { personId: string; secret: string }, signal?: AbortSignal): Promise<string> =>
  send({ method: 'POST', path: `/digests/${encodeURIComponent(input.personId)}/${encodeURIComponent(input.secret)}` }, signal);

/** A page to read the API on and to try it. */
export const getApiDocs = (send: Send, signal?: AbortSignal): Promise<string> =>
  send({ method: 'GET', path: '/docs' }, signal);

/** Whether viewers and creators can be served. */
export const getHealth = (send: Send, signal?: AbortSignal): Promise<Health> =>
  send({ method: 'GET', path: '/health' }, signal);

/** What trends and what is new where the viewer is. */
export const getHome = (send: Send, input: { cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<Home> =>
  send({ method: 'GET', path: '/home', query: { cursor: input.cursor, limit: input.limit } }, signal);

/** Those for the caller that wait for an answer, the newest first. */
export const getReceivedInvitations = (send: Send, input: { cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<ReceivedInvitationPage> =>
  send({ method: 'GET', path: '/invitations', query: { cursor: input.cursor, limit: input.limit } }, signal);

/** Makes the caller a member, by the token of the letter or the invitationId of one that they received. */
export const postInvitationAcceptance = (send: Send, input: { body: InvitationAnswer }, signal?: AbortSignal): Promise<Organisation> =>
  send({ method: 'POST', path: '/invitations/accept', body: input.body }, signal);

/** Says no, by the token of the letter or the invitationId of one that the caller received. */
export const postInvitationRefusal = (send: Send, input: { body: InvitationAnswer }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'POST', path: '/invitations/decline', body: input.body }, signal);

/** The caller's live streams, newest first. */
export const getLiveStreams = (send: Send, input: { cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<LiveStreamPage> =>
  send({ method: 'GET', path: '/live-streams', query: { cursor: input.cursor, limit: input.limit } }, signal);

/** A place to send live video to. */
export const postLiveStream = (send: Send, input: { body: NewLiveStream }, signal?: AbortSignal): Promise<LiveStream> =>
  send({ method: 'POST', path: '/live-streams', body: input.body }, signal);

/** Its key opens nothing and nothing plays at its address. */
export const deleteOneLiveStream = (send: Send, input: { liveStreamId: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: `/live-streams/${encodeURIComponent(input.liveStreamId)}` }, signal);

/** One live stream, with its ETag. */
export const getOneLiveStream = (send: Send, input: { liveStreamId: string }, signal?: AbortSignal): Promise<LiveStream> =>
  send({ method: 'GET', path: `/live-streams/${encodeURIComponent(input.liveStreamId)}` }, signal);

/** Changes what is given. */
export const patchLiveStream = (send: Send, input: { liveStreamId: string; ifMatch?: string; body: LiveStreamChange }, signal?: AbortSignal): Promise<LiveStream> =>
  send({ method: 'PATCH', path: `/live-streams/${encodeURIComponent(input.liveStreamId)}`, headers: { 'If-Match': input.ifMatch }, body: input.body }, signal);

/** A new stream key, told in this answer alone. */
export const postLiveStreamKey = (send: Send, input: { liveStreamId: string }, signal?: AbortSignal): Promise<LiveStream> =>
  send({ method: 'POST', path: `/live-streams/${encodeURIComponent(input.liveStreamId)}/key` }, signal);

/** A token with which a viewer watches the stream for a while. */
export const postLiveToken = (send: Send, input: { liveStreamId: string; idempotencyKey?: string; body: LiveToken }, signal?: AbortSignal): Promise<PlaybackToken> =>
  send({ method: 'POST', path: `/live-streams/${encodeURIComponent(input.liveStreamId)}/playback-tokens`, headers: { 'Idempotency-Key': input.idempotencyKey }, body: input.body }, signal);

/** The caller's profile, preferences and privacy, with its ETag once there is any of it. */
export const getMe = (send: Send, signal?: AbortSignal): Promise<Me> =>
  send({ method: 'GET', path: '/me' }, signal);

/** Changes what is given of the caller's profile. */
export const patchMe = (send: Send, input: { ifMatch?: string; body: ProfileChange }, signal?: AbortSignal): Promise<Me> =>
  send({ method: 'PATCH', path: '/me', headers: { 'If-Match': input.ifMatch }, body: input.body }, signal);

/** Takes the caller's picture away. */
export const deleteAvatar = (send: Send, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: '/me/avatar' }, signal);

/** Makes the body, a PNG image, the caller's picture. */
export const putAvatar = (send: Send, input: { body: Blob | string }, signal?: AbortSignal): Promise<Me> =>
  send({ method: 'PUT', path: '/me/avatar', body: input.body, contentType: 'image/png' }, signal);

/** Clears the caller's history. */
export const deleteHistory = (send: Send, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: '/me/history' }, signal);

/** The videos that the caller watched, the latest first. */
export const getHistory = (send: Send, input: { unfinished?: boolean; cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<WatchedVideoPage> =>
  send({ method: 'GET', path: '/me/history', query: { unfinished: input.unfinished, cursor: input.cursor, limit: input.limit } }, signal);

/** Takes a video out of the caller's history. */
export const deleteVideoHistory = (send: Send, input: { playbackId: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: `/me/history/${encodeURIComponent(input.playbackId)}` }, signal);

/** How far the caller watched a video, and whether their history is paused. */
export const getVideoHistory = (send: Send, input: { playbackId: string }, signal?: AbortSignal): Promise<VideoHistory> =>
  send({ method: 'GET', path: `/me/history/${encodeURIComponent(input.playbackId)}` }, signal);

/** How far the caller watched a video. */
export const putVideoHistory = (send: Send, input: { playbackId: string; body: WatchReport }, signal?: AbortSignal): Promise<VideoHistory> =>
  send({ method: 'PUT', path: `/me/history/${encodeURIComponent(input.playbackId)}`, body: input.body }, signal);

/** What was reported, the oldest first. */
export const getReports = (send: Send, input: { state?: 'open' | 'upheld' | 'dismissed'; cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<ReportPage> =>
  send({ method: 'GET', path: '/moderation/reports', query: { state: input.state, cursor: input.cursor, limit: input.limit } }, signal);

/** A moderator decides on a report. */
export const patchReport = (send: Send, input: { reportId: string; body: ReportDecision }, signal?: AbortSignal): Promise<Report> =>
  send({ method: 'PATCH', path: `/moderation/reports/${encodeURIComponent(input.reportId)}`, body: input.body }, signal);

/** How another site shows a video of which it has the address, by oEmbed 1. */
export const getOEmbed = (send: Send, input: { url?: string; format?: string; maxwidth?: number; maxheight?: number } = {}, signal?: AbortSignal): Promise<OEmbed> =>
  send({ method: 'GET', path: '/oembed', query: { url: input.url, format: input.format, maxwidth: input.maxwidth, maxheight: input.maxheight } }, signal);

/** This description of the API, by OpenAPI 3. */
export const getOpenApi = (send: Send, signal?: AbortSignal): Promise<string> =>
  send({ method: 'GET', path: '/openapi.json' }, signal);

/** How all videos are watched, for those who run the installation. */
export const getPlatformAnalytics = (send: Send, input: { metrics?: string; from?: string; to?: string; grain?: 'minute' | 'hour' | 'day'; by?: 'country' | 'device' | 'player' | 'cdn' | 'source'; compare?: string; format?: string } = {}, signal?: AbortSignal): Promise<Analytics> =>
  send({ method: 'GET', path: '/operations/analytics', query: { metrics: input.metrics, from: input.from, to: input.to, grain: input.grain, by: input.by, compare: input.compare, format: input.format } }, signal);

/** Who watches now and watched within the last hour, any video or the one asked for, for those who run the installation. */
export const getPlatformViewers = (send: Send, input: { assetId?: string } = {}, signal?: AbortSignal): Promise<ViewersPresent> =>
  send({ method: 'GET', path: '/operations/analytics/viewers', query: { assetId: input.assetId } }, signal);

/** What was done by rank to what is others', the latest first. */
export const getAudit = (send: Send, input: { cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<AuditPage> =>
  send({ method: 'GET', path: '/operations/audit', query: { cursor: input.cursor, limit: input.limit } }, signal);

/** How the platform does as a whole, by day, for those who run the installation. */
export const getBusiness = (send: Send, input: { from?: string; to?: string; compare?: string; format?: string } = {}, signal?: AbortSignal): Promise<Analytics> =>
  send({ method: 'GET', path: '/operations/business', query: { from: input.from, to: input.to, compare: input.compare, format: input.format } }, signal);

/** How many of a day's viewers came back after 1, 7 and 30 days, for those who run the installation. */
export const getCohorts = (send: Send, input: { from?: string; to?: string } = {}, signal?: AbortSignal): Promise<Cohorts> =>
  send({ method: 'GET', path: '/operations/cohorts', query: { from: input.from, to: input.to } }, signal);

/** An operator, who has a key of the function app, gets an API key for the installation's owner. */
export const postKey = (send: Send, signal?: AbortSignal): Promise<Key> =>
  send({ method: 'POST', path: '/operations/keys' }, signal);

/** Turns an organisation off, for which nobody acts then, its API tokens neither, or on again. */
export const patchOrganisationState = (send: Send, input: { organisationId: string; ifMatch?: string; body: PatchOrganisationState }, signal?: AbortSignal): Promise<Organisation> =>
  send({ method: 'PATCH', path: `/operations/organisations/${encodeURIComponent(input.organisationId)}`, headers: { 'If-Match': input.ifMatch }, body: input.body }, signal);

/** Sessions of a day that went badly for their viewers, the worst first, with their whole timelines, for those who run the installation. */
export const getPoorSessions = (send: Send, input: { reason?: 'startFailure' | 'playbackFailure' | 'slowStart' | 'stalls' | 'droppedFrames'; day?: string; assetId?: string } = {}, signal?: AbortSignal): Promise<PoorSessions> =>
  send({ method: 'GET', path: '/operations/poor-sessions', query: { reason: input.reason, day: input.day, assetId: input.assetId } }, signal);

/** One session that went badly, with its whole timeline, for those who run the installation. */
export const getOnePoorSession = (send: Send, input: { sessionId: string; day?: string; assetId?: string }, signal?: AbortSignal): Promise<PoorSession> =>
  send({ method: 'GET', path: `/operations/poor-sessions/${encodeURIComponent(input.sessionId)}`, query: { day: input.day, assetId: input.assetId } }, signal);

/** An operator tells how often titles are watched, and a workflow has those encoded better of which that pays. */
export const postPopular = (send: Send, input: { body: PopularTitles }, signal?: AbortSignal): Promise<Popular> =>
  send({ method: 'POST', path: '/operations/popular', body: input.body }, signal);

/** What was decided of the titles. */
export const getPopular = (send: Send, input: { id: string }, signal?: AbortSignal): Promise<Popular> =>
  send({ method: 'GET', path: `/operations/popular/${encodeURIComponent(input.id)}` }, signal);

/** Sessions of a video of the last three days that count apart, or were judged. */
export const getQuarantine = (send: Send, input: { assetId: string; cursor?: string; limit?: number }, signal?: AbortSignal): Promise<QuarantinePage> =>
  send({ method: 'GET', path: `/operations/quarantine/${encodeURIComponent(input.assetId)}`, query: { cursor: input.cursor, limit: input.limit } }, signal);

/** An operator sets a session apart, or releases it. */
export const putVerdict = (send: Send, input: { assetId: string; sessionId: string; body: Verdict }, signal?: AbortSignal): Promise<VerdictAnswer> =>
  send({ method: 'PUT', path: `/operations/quarantine/${encodeURIComponent(input.assetId)}/${encodeURIComponent(input.sessionId)}`, body: input.body }, signal);

/** Recounts that are over, the newest first. */
export const getRecounts = (send: Send, input: { cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<RecountPage> =>
  send({ method: 'GET', path: '/operations/recounts', query: { cursor: input.cursor, limit: input.limit } }, signal);

/** An operator has a day of telemetry counted again from the archive. */
export const postRecount = (send: Send, input: { body: NewRecount }, signal?: AbortSignal): Promise<Recount> =>
  send({ method: 'POST', path: '/operations/recounts', body: input.body }, signal);

/** What a recount has found, until now or in all. */
export const getOneRecount = (send: Send, input: { recountId: string }, signal?: AbortSignal): Promise<Recount> =>
  send({ method: 'GET', path: `/operations/recounts/${encodeURIComponent(input.recountId)}` }, signal);

/** An operator has the search indexes filled anew from the catalog. */
export const postSearchRebuild = (send: Send, signal?: AbortSignal): Promise<Rebuild> =>
  send({ method: 'POST', path: '/operations/search-rebuilds' }, signal);

/** How far a rebuild is. */
export const getSearchRebuild = (send: Send, input: { id: string }, signal?: AbortSignal): Promise<Rebuild> =>
  send({ method: 'GET', path: `/operations/search-rebuilds/${encodeURIComponent(input.id)}` }, signal);

/** An operator has the catalog's media moved to the tiers that its views choose, or asks what would be moved. */
export const postTiers = (send: Send, input: { body: TierRequest }, signal?: AbortSignal): Promise<Tier> =>
  send({ method: 'POST', path: '/operations/tiers', body: input.body }, signal);

/** What a look at the tiers has found so far. */
export const getTiers = (send: Send, input: { id: string }, signal?: AbortSignal): Promise<Tier> =>
  send({ method: 'GET', path: `/operations/tiers/${encodeURIComponent(input.id)}` }, signal);

/** The user who signed up with an address, which stays out of URLs. */
export const findUser = (send: Send, input: { body: Address }, signal?: AbortSignal): Promise<User> =>
  send({ method: 'POST', path: '/operations/users/find', body: input.body }, signal);

/** Who somebody is and what they may do. */
export const getOneUser = (send: Send, input: { userId: string }, signal?: AbortSignal): Promise<User> =>
  send({ method: 'GET', path: `/operations/users/${encodeURIComponent(input.userId)}` }, signal);

/** Gives somebody another role, or turns the account off, which ends their sessions, or on. */
export const patchUser = (send: Send, input: { userId: string; ifMatch?: string; body: PatchUser }, signal?: AbortSignal): Promise<User> =>
  send({ method: 'PATCH', path: `/operations/users/${encodeURIComponent(input.userId)}`, headers: { 'If-Match': input.ifMatch }, body: input.body }, signal);

/** Those that the caller is a member of, the newest membership first. */
export const getOrganisations = (send: Send, input: { cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<OrganisationPage> =>
  send({ method: 'GET', path: '/organisations', query: { cursor: input.cursor, limit: input.limit } }, signal);

/** Makes an organisation, whose owner is the caller. */
export const postOrganisation = (send: Send, input: { idempotencyKey?: string; body: OrganisationName }, signal?: AbortSignal): Promise<Organisation> =>
  send({ method: 'POST', path: '/organisations', headers: { 'Idempotency-Key': input.idempotencyKey }, body: input.body }, signal);

/** An organisation, for its members. */
export const getOneOrganisation = (send: Send, input: { organisationId: string }, signal?: AbortSignal): Promise<Organisation> =>
  send({ method: 'GET', path: `/organisations/${encodeURIComponent(input.organisationId)}` }, signal);

/** Gives an organisation another name, by its admins. */
export const patchOrganisation = (send: Send, input: { organisationId: string; ifMatch?: string; body: OrganisationName }, signal?: AbortSignal): Promise<Organisation> =>
  send({ method: 'PATCH', path: `/organisations/${encodeURIComponent(input.organisationId)}`, headers: { 'If-Match': input.ifMatch }, body: input.body }, signal);

/** An owner keeps the organisation. */
export const deleteOrganisationDeletion = (send: Send, input: { organisationId: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: `/organisations/${encodeURIComponent(input.organisationId)}/deletion` }, signal);

/** An owner deletes an organisation in seven days, with all that is its, unless one of its owners takes it back. */
export const postOrganisationDeletion = (send: Send, input: { organisationId: string; body: AskDeletion }, signal?: AbortSignal): Promise<Deletion> =>
  send({ method: 'POST', path: `/organisations/${encodeURIComponent(input.organisationId)}/deletion`, body: input.body }, signal);

/** Whom an organisation asked in within a week and what they answered, the newest first, for its admins. */
export const getInvitations = (send: Send, input: { organisationId: string; cursor?: string; limit?: number }, signal?: AbortSignal): Promise<InvitationPage> =>
  send({ method: 'GET', path: `/organisations/${encodeURIComponent(input.organisationId)}/invitations`, query: { cursor: input.cursor, limit: input.limit } }, signal);

/** Asks an address, by a letter, or a user to join, as a viewer unless said otherwise. */
export const postInvitation = (send: Send, input: { organisationId: string; idempotencyKey?: string; body: Invitee }, signal?: AbortSignal): Promise<Invitation> =>
  send({ method: 'POST', path: `/organisations/${encodeURIComponent(input.organisationId)}/invitations`, headers: { 'Idempotency-Key': input.idempotencyKey }, body: input.body }, signal);

/** Takes an invitation back that waits for an answer, by its admins. */
export const deleteInvitation = (send: Send, input: { organisationId: string; invitationId: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: `/organisations/${encodeURIComponent(input.organisationId)}/invitations/${encodeURIComponent(input.invitationId)}` }, signal);

/** All who belong to an organisation, in the order in which they came, with its ETag. */
export const getMembers = (send: Send, input: { organisationId: string }, signal?: AbortSignal): Promise<MemberPage> =>
  send({ method: 'GET', path: `/organisations/${encodeURIComponent(input.organisationId)}/members` }, signal);

/** Takes a member out, from their next request on. */
export const deleteMember = (send: Send, input: { organisationId: string; userId: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: `/organisations/${encodeURIComponent(input.organisationId)}/members/${encodeURIComponent(input.userId)}` }, signal);

/** Gives a member another role, which counts from their next request. */
export const patchMember = (send: Send, input: { organisationId: string; userId: string; ifMatch?: string; body: MemberRole }, signal?: AbortSignal): Promise<Organisation> =>
  send({ method: 'PATCH', path: `/organisations/${encodeURIComponent(input.organisationId)}/members/${encodeURIComponent(input.userId)}`, headers: { 'If-Match': input.ifMatch }, body: input.body }, signal);

/** At /embed/{playbackId} of the site, the page that other sites frame. */
export const getEmbedPage = (send: Send, input: { playbackId: string }, signal?: AbortSignal): Promise<string> =>
  send({ method: 'GET', path: `/pages/embed/${encodeURIComponent(input.playbackId)}` }, signal);

/** Crawlers may read pages, and what pages show. */
export const getRobots = (send: Send, signal?: AbortSignal): Promise<string> =>
  send({ method: 'GET', path: '/pages/robots.txt' }, signal);

/** The sitemaps there are, also at the root of the site. */
export const getSitemapIndex = (send: Send, signal?: AbortSignal): Promise<string> =>
  send({ method: 'GET', path: '/pages/sitemap.xml' }, signal);

/** The videos that became public on a day and are so still, also at the root of the site. */
export const getSitemap = (send: Send, input: { day: string }, signal?: AbortSignal): Promise<string> =>
  send({ method: 'GET', path: `/pages/sitemaps/${encodeURIComponent(input.day)}.xml` }, signal);

/** At /watch/{playbackId} of the site, the page of a video, with a head that tells of it to those who run no scripts. */
export const getWatchPage = (send: Send, input: { playbackId: string }, signal?: AbortSignal): Promise<string> =>
  send({ method: 'GET', path: `/pages/watch/${encodeURIComponent(input.playbackId)}` }, signal);

/** Somebody's profile by their id or handle, with its @ or without, for anybody. */
export const getPerson = (send: Send, input: { personId: string }, signal?: AbortSignal): Promise<Person> =>
  send({ method: 'GET', path: `/people/${encodeURIComponent(input.personId)}` }, signal);

/** Leads to somebody's picture, whose own address expires. */
export const getAvatar = (send: Send, input: { personId: string; size?: number }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'GET', path: `/people/${encodeURIComponent(input.personId)}/avatar`, query: { size: input.size } }, signal);

/** The videos that somebody likes who lets others see it, the latest first. */
export const getPersonLikes = (send: Send, input: { personId: string; cursor?: string; limit?: number }, signal?: AbortSignal): Promise<LikedVideoPage> =>
  send({ method: 'GET', path: `/people/${encodeURIComponent(input.personId)}/likes`, query: { cursor: input.cursor, limit: input.limit } }, signal);

/** Somebody's public playlists, the newest first. */
export const getPublicPlaylists = (send: Send, input: { personId: string; cursor?: string; limit?: number }, signal?: AbortSignal): Promise<PlaylistPage> =>
  send({ method: 'GET', path: `/people/${encodeURIComponent(input.personId)}/playlists`, query: { cursor: input.cursor, limit: input.limit } }, signal);

/** The channels that somebody subscribes to who lets others see it, the latest first. */
export const getPersonSubscriptions = (send: Send, input: { personId: string; cursor?: string; limit?: number }, signal?: AbortSignal): Promise<FollowedChannelPage> =>
  send({ method: 'GET', path: `/people/${encodeURIComponent(input.personId)}/subscriptions`, query: { cursor: input.cursor, limit: input.limit } }, signal);

/** What the watch page shows of a live stream, on air or not. */
export const getLive = (send: Send, input: { livePlaybackId: string; token?: string }, signal?: AbortSignal): Promise<LiveWatch> =>
  send({ method: 'GET', path: `/playback/${encodeURIComponent(input.livePlaybackId)}/live`, query: { token: input.token } }, signal);

/** What the watch page shows and where it plays. */
export const getWatch = (send: Send, input: { playbackId: string; token?: string }, signal?: AbortSignal): Promise<Watch> =>
  send({ method: 'GET', path: `/playback/${encodeURIComponent(input.playbackId)}`, query: { token: input.token } }, signal);

/** The HLS multivariant playlist of what plays now. */
export const getHls = (send: Send, input: { playbackId: string; token?: string }, signal?: AbortSignal): Promise<string> =>
  send({ method: 'GET', path: `/playback/${encodeURIComponent(input.playbackId)}.m3u8`, query: { token: input.token } }, signal);

/** The DASH manifest. */
export const getDash = (send: Send, input: { playbackId: string; token?: string }, signal?: AbortSignal): Promise<string> =>
  send({ method: 'GET', path: `/playback/${encodeURIComponent(input.playbackId)}.mpd`, query: { token: input.token } }, signal);

/** The chapters as a WebVTT track of kind chapters. */
export const getChapters = (send: Send, input: { playbackId: string; token?: string }, signal?: AbortSignal): Promise<string> =>
  send({ method: 'GET', path: `/playback/${encodeURIComponent(input.playbackId)}/chapters.vtt`, query: { token: input.token } }, signal);

/** The video's owner, or a moderator, turns comments on or off, or has each held until it was seen. */
export const putCommenting = (send: Send, input: { playbackId: string; body: Commenting }, signal?: AbortSignal): Promise<Commenting> =>
  send({ method: 'PUT', path: `/playback/${encodeURIComponent(input.playbackId)}/commenting`, body: input.body }, signal);

/** What is said of a video, thread by thread. */
export const getComments = (send: Send, input: { playbackId: string; order?: 'top' | 'newest'; cursor?: string; limit?: number }, signal?: AbortSignal): Promise<Comments> =>
  send({ method: 'GET', path: `/playback/${encodeURIComponent(input.playbackId)}/comments`, query: { order: input.order, cursor: input.cursor, limit: input.limit } }, signal);

/** Says something of a video, or replies to what was said. */
export const postComment = (send: Send, input: { playbackId: string; idempotencyKey?: string; body: NewComment }, signal?: AbortSignal): Promise<Comment> =>
  send({ method: 'POST', path: `/playback/${encodeURIComponent(input.playbackId)}/comments`, headers: { 'Idempotency-Key': input.idempotencyKey }, body: input.body }, signal);

/** Takes a comment of the caller's back, with all that it said before. */
export const deleteComment = (send: Send, input: { playbackId: string; commentId: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: `/playback/${encodeURIComponent(input.playbackId)}/comments/${encodeURIComponent(input.commentId)}` }, signal);

/** One comment, with its ETag. */
export const getOneComment = (send: Send, input: { playbackId: string; commentId: string }, signal?: AbortSignal): Promise<Comment> =>
  send({ method: 'GET', path: `/playback/${encodeURIComponent(input.playbackId)}/comments/${encodeURIComponent(input.commentId)}` }, signal);

/** Another text. */
export const patchComment = (send: Send, input: { playbackId: string; commentId: string; ifMatch?: string; body: CommentText }, signal?: AbortSignal): Promise<Comment> =>
  send({ method: 'PATCH', path: `/playback/${encodeURIComponent(input.playbackId)}/comments/${encodeURIComponent(input.commentId)}`, headers: { 'If-Match': input.ifMatch }, body: input.body }, signal);

/** The video's owner, or a moderator, lets a comment be seen or not, pins it, or gives it a heart. */
export const patchCommentDecision = (send: Send, input: { playbackId: string; commentId: string; body: CommentDecision }, signal?: AbortSignal): Promise<Comment> =>
  send({ method: 'PATCH', path: `/playback/${encodeURIComponent(input.playbackId)}/comments/${encodeURIComponent(input.commentId)}/decision`, body: input.body }, signal);

/** What a comment said before, the latest first. */
export const getCommentEdits = (send: Send, input: { playbackId: string; commentId: string }, signal?: AbortSignal): Promise<CommentEditPage> =>
  send({ method: 'GET', path: `/playback/${encodeURIComponent(input.playbackId)}/comments/${encodeURIComponent(input.commentId)}/edits` }, signal);

/** Likes a comment no more. */
export const deleteCommentLike = (send: Send, input: { playbackId: string; commentId: string }, signal?: AbortSignal): Promise<CommentLikes> =>
  send({ method: 'DELETE', path: `/playback/${encodeURIComponent(input.playbackId)}/comments/${encodeURIComponent(input.commentId)}/like` }, signal);

/** Likes a comment. */
export const putCommentLike = (send: Send, input: { playbackId: string; commentId: string }, signal?: AbortSignal): Promise<CommentLikes> =>
  send({ method: 'PUT', path: `/playback/${encodeURIComponent(input.playbackId)}/comments/${encodeURIComponent(input.commentId)}/like` }, signal);

/** The replies to a comment, the oldest first. */
export const getReplies = (send: Send, input: { playbackId: string; commentId: string; cursor?: string; limit?: number }, signal?: AbortSignal): Promise<CommentPage> =>
  send({ method: 'GET', path: `/playback/${encodeURIComponent(input.playbackId)}/comments/${encodeURIComponent(input.commentId)}/replies`, query: { cursor: input.cursor, limit: input.limit } }, signal);

/** Leads to the file of a public video whose channel is a podcast. */
export const getEpisode = (send: Send, input: { playbackId: string; file: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'GET', path: `/playback/${encodeURIComponent(input.playbackId)}/episodes/${encodeURIComponent(input.file)}` }, signal);

/** Leads to a video's picture, whose own address expires. */
export const getPoster = (send: Send, input: { playbackId: string; token?: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'GET', path: `/playback/${encodeURIComponent(input.playbackId)}/poster`, query: { token: input.token } }, signal);

/** Takes back what the caller thought of a video. */
export const deleteReaction = (send: Send, input: { playbackId: string }, signal?: AbortSignal): Promise<Reaction> =>
  send({ method: 'DELETE', path: `/playback/${encodeURIComponent(input.playbackId)}/reaction` }, signal);

/** What the caller thinks of a video, and how many think what. */
export const getReaction = (send: Send, input: { playbackId: string }, signal?: AbortSignal): Promise<Reaction> =>
  send({ method: 'GET', path: `/playback/${encodeURIComponent(input.playbackId)}/reaction` }, signal);

/** Likes or dislikes a video, whatever the caller thought of it before. */
export const putReaction = (send: Send, input: { playbackId: string; body: PutReaction }, signal?: AbortSignal): Promise<Reaction> =>
  send({ method: 'PUT', path: `/playback/${encodeURIComponent(input.playbackId)}/reaction`, body: input.body }, signal);

/** Public videos like one, for whoever may watch that one. */
export const getRelated = (send: Send, input: { playbackId: string; token?: string }, signal?: AbortSignal): Promise<Related> =>
  send({ method: 'GET', path: `/playback/${encodeURIComponent(input.playbackId)}/related`, query: { token: input.token } }, signal);

/** Reports a video, or a comment on it, to the moderators. */
export const postReport = (send: Send, input: { playbackId: string; body: NewReport }, signal?: AbortSignal): Promise<Reported> =>
  send({ method: 'POST', path: `/playback/${encodeURIComponent(input.playbackId)}/reports`, body: input.body }, signal);

/** Comments that wait for the owner's or a moderator's decision, the latest first. */
export const getCommentReview = (send: Send, input: { playbackId: string; decided?: boolean; cursor?: string; limit?: number }, signal?: AbortSignal): Promise<CommentPage> =>
  send({ method: 'GET', path: `/playback/${encodeURIComponent(input.playbackId)}/review`, query: { decided: input.decided, cursor: input.cursor, limit: input.limit } }, signal);

/** Thumbnails for a seek bar as WebVTT, with signed URLs of their sheets. */
export const getStoryboard = (send: Send, input: { playbackId: string; revision: number; token?: string }, signal?: AbortSignal): Promise<string> =>
  send({ method: 'GET', path: `/playback/${encodeURIComponent(input.playbackId)}/r${encodeURIComponent(input.revision)}/storyboard.vtt`, query: { token: input.token } }, signal);

/** The HLS media playlist of one track, with signed segment URLs. */
export const getHlsTrack = (send: Send, input: { playbackId: string; revision: number; track: string; token?: string }, signal?: AbortSignal): Promise<string> =>
  send({ method: 'GET', path: `/playback/${encodeURIComponent(input.playbackId)}/r${encodeURIComponent(input.revision)}/${encodeURIComponent(input.track)}.m3u8`, query: { token: input.token } }, signal);

/** Somebody who may play begins to watch. */
export const postPlaybackSession = (send: Send, input: { playbackId: string; token?: string; body: NewPlaybackSession }, signal?: AbortSignal): Promise<PlaybackSession> =>
  send({ method: 'POST', path: `/playback/${encodeURIComponent(input.playbackId)}/sessions`, query: { token: input.token }, body: input.body }, signal);

/** The caller shared a video. */
export const postShare = (send: Send, input: { playbackId: string }, signal?: AbortSignal): Promise<Shares> =>
  send({ method: 'POST', path: `/playback/${encodeURIComponent(input.playbackId)}/shares` }, signal);

/** The caller's playlists, the newest first. */
export const getPlaylists = (send: Send, input: { cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<PlaylistPage> =>
  send({ method: 'GET', path: '/playlists', query: { cursor: input.cursor, limit: input.limit } }, signal);

/** A new playlist of the caller's, private unless it says otherwise. */
export const postPlaylist = (send: Send, input: { idempotencyKey?: string; body: PlaylistChange }, signal?: AbortSignal): Promise<Playlist> =>
  send({ method: 'POST', path: '/playlists', headers: { 'Idempotency-Key': input.idempotencyKey }, body: input.body }, signal);

/** Deletes a playlist of the caller's with its items. */
export const deleteOnePlaylist = (send: Send, input: { playlistId: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: `/playlists/${encodeURIComponent(input.playlistId)}` }, signal);

/** One playlist, with its ETag. */
export const getOnePlaylist = (send: Send, input: { playlistId: string }, signal?: AbortSignal): Promise<Playlist> =>
  send({ method: 'GET', path: `/playlists/${encodeURIComponent(input.playlistId)}` }, signal);

/** Another title, description or visibility. */
export const patchPlaylist = (send: Send, input: { playlistId: string; ifMatch?: string; body: PlaylistChange }, signal?: AbortSignal): Promise<Playlist> =>
  send({ method: 'PATCH', path: `/playlists/${encodeURIComponent(input.playlistId)}`, headers: { 'If-Match': input.ifMatch }, body: input.body }, signal);

/** What is in a playlist, in order. */
export const getPlaylistItems = (send: Send, input: { playlistId: string; cursor?: string; limit?: number }, signal?: AbortSignal): Promise<PlaylistItemPage> =>
  send({ method: 'GET', path: `/playlists/${encodeURIComponent(input.playlistId)}/items`, query: { cursor: input.cursor, limit: input.limit } }, signal);

/** Puts a video into a playlist of the caller's, once. */
export const postPlaylistItem = (send: Send, input: { playlistId: string; body: NewPlaylistItem }, signal?: AbortSignal): Promise<PlacedItem> =>
  send({ method: 'POST', path: `/playlists/${encodeURIComponent(input.playlistId)}/items`, body: input.body }, signal);

/** Takes an item out of a playlist of the caller's. */
export const deletePlaylistItem = (send: Send, input: { playlistId: string; itemId: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: `/playlists/${encodeURIComponent(input.playlistId)}/items/${encodeURIComponent(input.itemId)}` }, signal);

/** Moves an item to another place. */
export const putPlaylistItemPlace = (send: Send, input: { playlistId: string; itemId: string; body: Place }, signal?: AbortSignal): Promise<PlacedItem> =>
  send({ method: 'PUT', path: `/playlists/${encodeURIComponent(input.playlistId)}/items/${encodeURIComponent(input.itemId)}/place`, body: input.body }, signal);

/** Public videos by words, choices, or both. */
export const getSearch = (send: Send, input: { q?: string; category?: 'autosAndVehicles' | 'comedy' | 'education' | 'entertainment' | 'filmAndAnimation' | 'gaming' | 'howToAndStyle' | 'music' | 'newsAndPolitics' | 'nonprofitsAndActivism' | 'peopleAndBlogs' | 'petsAndAnimals' | 'scienceAndTechnology' | 'sports' | 'travelAndEvents'; language?: string; channel?: string; tag?: string; captions?: string; duration?: 'short' | 'medium' | 'long'; publishedSince?: string; resolution?: number; live?: boolean; sort?: 'relevance' | 'date' | 'views' | 'rating'; facets?: boolean; cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<Search> =>
  send({ method: 'GET', path: '/search', query: { q: input.q, category: input.category, language: input.language, channel: input.channel, tag: input.tag, captions: input.captions, duration: input.duration, publishedSince: input.publishedSince, resolution: input.resolution, live: input.live, sort: input.sort, facets: input.facets, cursor: input.cursor, limit: input.limit } }, signal);

/** Titles of public videos for somebody who still types. */
export const getSuggestions = (send: Send, input: { q?: string } = {}, signal?: AbortSignal): Promise<Suggestions> =>
  send({ method: 'GET', path: '/search/suggestions', query: { q: input.q } }, signal);

/** The account's signing keys, newest first. */
export const getSigningKeys = (send: Send, input: { cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<SigningKeyPage> =>
  send({ method: 'GET', path: '/signing-keys', query: { cursor: input.cursor, limit: input.limit } }, signal);

/** A key with which the account makes playback tokens by itself. */
export const postSigningKey = (send: Send, input: { body: CreateSigningKey }, signal?: AbortSignal): Promise<SigningKey> =>
  send({ method: 'POST', path: '/signing-keys', body: input.body }, signal);

/** Revokes a signing key. */
export const deleteSigningKey = (send: Send, input: { keyId: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: `/signing-keys/${encodeURIComponent(input.keyId)}` }, signal);

/** One signing key, its public half. */
export const getOneSigningKey = (send: Send, input: { keyId: string }, signal?: AbortSignal): Promise<SigningKey> =>
  send({ method: 'GET', path: `/signing-keys/${encodeURIComponent(input.keyId)}` }, signal);

/** What players tell of their sessions. */
export const postTelemetry = (send: Send, input: { body: Telemetry }, signal?: AbortSignal): Promise<TelemetryAnswer> =>
  send({ method: 'POST', path: '/telemetry', body: input.body }, signal);

/** The account's API tokens, newest first. */
export const getTokens = (send: Send, input: { cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<TokenPage> =>
  send({ method: 'GET', path: '/tokens', query: { cursor: input.cursor, limit: input.limit } }, signal);

/** A token with which an app acts for the account, within scopes. */
export const postToken = (send: Send, input: { body: CreateToken }, signal?: AbortSignal): Promise<Token> =>
  send({ method: 'POST', path: '/tokens', body: input.body }, signal);

/** Revokes an API token, which opens nothing from then on. */
export const deleteToken = (send: Send, input: { tokenId: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: `/tokens/${encodeURIComponent(input.tokenId)}` }, signal);

/** What many watch now, in a region and category, for anybody. */
export const getTrending = (send: Send, input: { region?: string; category?: 'autosAndVehicles' | 'comedy' | 'education' | 'entertainment' | 'filmAndAnimation' | 'gaming' | 'howToAndStyle' | 'music' | 'newsAndPolitics' | 'nonprofitsAndActivism' | 'peopleAndBlogs' | 'petsAndAnimals' | 'scienceAndTechnology' | 'sports' | 'travelAndEvents'; cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<Trending> =>
  send({ method: 'GET', path: '/trending', query: { region: input.region, category: input.category, cursor: input.cursor, limit: input.limit } }, signal);

/** The caller's uploads, newest first. */
export const getUploads = (send: Send, input: { cursor?: string; limit?: number } = {}, signal?: AbortSignal): Promise<UploadPage> =>
  send({ method: 'GET', path: '/uploads', query: { cursor: input.cursor, limit: input.limit } }, signal);

/** Opens an upload. */
export const postUpload = (send: Send, input: { idempotencyKey?: string; body: NewUpload }, signal?: AbortSignal): Promise<Upload> =>
  send({ method: 'POST', path: '/uploads', headers: { 'Idempotency-Key': input.idempotencyKey }, body: input.body }, signal);

/** Gives an upload up. */
export const deleteUpload = (send: Send, input: { uploadId: string }, signal?: AbortSignal): Promise<Upload> =>
  send({ method: 'DELETE', path: `/uploads/${encodeURIComponent(input.uploadId)}` }, signal);

/** One upload, with its URL while it waits. */
export const getOneUpload = (send: Send, input: { uploadId: string }, signal?: AbortSignal): Promise<Upload> =>
  send({ method: 'GET', path: `/uploads/${encodeURIComponent(input.uploadId)}` }, signal);

/** The caller's webhooks, newest first. */
export const getWebhooks = (send: Send, signal?: AbortSignal): Promise<WebhookPage> =>
  send({ method: 'GET', path: '/webhooks' }, signal);

/** Has a URL of the caller's told of their assets by Standard Webhooks. */
export const postWebhook = (send: Send, input: { idempotencyKey?: string; body: WebhookChange }, signal?: AbortSignal): Promise<Webhook> =>
  send({ method: 'POST', path: '/webhooks', headers: { 'Idempotency-Key': input.idempotencyKey }, body: input.body }, signal);

/** Tells it no more. */
export const deleteOneWebhook = (send: Send, input: { webhookId: string }, signal?: AbortSignal): Promise<undefined> =>
  send({ method: 'DELETE', path: `/webhooks/${encodeURIComponent(input.webhookId)}` }, signal);

/** One webhook, with its ETag. */
export const getOneWebhook = (send: Send, input: { webhookId: string }, signal?: AbortSignal): Promise<Webhook> =>
  send({ method: 'GET', path: `/webhooks/${encodeURIComponent(input.webhookId)}` }, signal);

/** Changes what is given. */
export const patchWebhook = (send: Send, input: { webhookId: string; ifMatch?: string; body: WebhookChange }, signal?: AbortSignal): Promise<Webhook> =>
  send({ method: 'PATCH', path: `/webhooks/${encodeURIComponent(input.webhookId)}`, headers: { 'If-Match': input.ifMatch }, body: input.body }, signal);

/** What was sent in the last 30 days and how it went, newest first. */
export const getDeliveries = (send: Send, input: { webhookId: string; cursor?: string; limit?: number }, signal?: AbortSignal): Promise<DeliveryPage> =>
  send({ method: 'GET', path: `/webhooks/${encodeURIComponent(input.webhookId)}/deliveries`, query: { cursor: input.cursor, limit: input.limit } }, signal);

/** Sends a message again, whatever became of it. */
export const postReplay = (send: Send, input: { webhookId: string; deliveryId: string; idempotencyKey?: string }, signal?: AbortSignal): Promise<Sent> =>
  send({ method: 'POST', path: `/webhooks/${encodeURIComponent(input.webhookId)}/deliveries/${encodeURIComponent(input.deliveryId)}/replay`, headers: { 'Idempotency-Key': input.idempotencyKey } }, signal);

/** A new secret. */
export const postWebhookSecret = (send: Send, input: { webhookId: string; idempotencyKey?: string }, signal?: AbortSignal): Promise<Webhook> =>
  send({ method: 'POST', path: `/webhooks/${encodeURIComponent(input.webhookId)}/secret`, headers: { 'Idempotency-Key': input.idempotencyKey } }, signal);

/** Sends a message to see whether it arrives. */
export const postWebhookTest = (send: Send, input: { webhookId: string }, signal?: AbortSignal): Promise<Sent> =>
  send({ method: 'POST', path: `/webhooks/${encodeURIComponent(input.webhookId)}/test` }, signal);
