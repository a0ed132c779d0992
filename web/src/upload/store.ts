/** An upload as this browser remembers it, so that it goes on after a reload or a crash. */
export interface UploadRecord {
  uploadId: string;
  assetId: string;
  playbackId: string;
  url: string;
  blockSizeBytes: number;
  expiresAt: string;
  file: FileIdentity;
  title: string;
  policy: 'public' | 'signed';
  /** Indices of blocks that the storage acknowledged. */
  staged: number[];
  /** Set once the block list was committed: what is left is to watch the processing. */
  committed: boolean;
  createdAt: number;
  /** Lets the page open the file again by itself, in browsers that have it. */
  handle?: FileSystemFileHandle;
}

/** What makes a file the same file as before. */
export interface FileIdentity {
  name: string;
  size: number;
  lastModified: number;
}

export const identify = ({ name, size, lastModified }: FileIdentity): FileIdentity => ({ name, size, lastModified });

export const sameFile = (a: FileIdentity, b: FileIdentity): boolean =>
  a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

const database = 'stream-uploads';
const table = 'uploads';

/** Upload records in IndexedDB (handles can't be kept in localStorage). Where that is blocked, every call rejects. */
export class UploadStore {
  private readonly opened: Promise<IDBDatabase>;

  constructor(factory: IDBFactory = indexedDB) {
    this.opened = new Promise((resolve, reject) => {
      const request = factory.open(database, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath: 'uploadId' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    // Whoever uses the store hears of it; a store that nobody uses is nobody's trouble.
    this.opened.catch(() => undefined);
  }

  put(record: UploadRecord): Promise<void> {
    return this.run('readwrite', (store) => store.put(record)).then(() => undefined);
  }

  remove(uploadId: string): Promise<void> {
    return this.run('readwrite', (store) => store.delete(uploadId)).then(() => undefined);
  }

  /** Newest first, without those whose permission has run out. */
  async unfinished(now: number): Promise<UploadRecord[]> {
    const all = (await this.run('readonly', (store) => store.getAll())) as UploadRecord[];
    const gone = all.filter((record) => !record.committed && Date.parse(record.expiresAt) <= now);
    await Promise.all(gone.map((record) => this.remove(record.uploadId)));
    return all.filter((record) => !gone.includes(record)).sort((a, b) => b.createdAt - a.createdAt);
  }

  /** Notes that a block was staged, in one transaction, so that two tabs don't overwrite each other's. */
  async staged(uploadId: string, index: number): Promise<void> {
    const db = await this.opened;
    const transaction = db.transaction(table, 'readwrite');
    const store = transaction.objectStore(table);
    const get = store.get(uploadId);
    get.onsuccess = () => {
      const record = get.result as UploadRecord | undefined;
      if (record && !record.staged.includes(index)) store.put({ ...record, staged: [...record.staged, index] });
    };
    await finished(transaction);
  }

  private async run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const db = await this.opened;
    const transaction = db.transaction(table, mode);
    const request = work(transaction.objectStore(table));
    await finished(transaction);
    return request.result;
  }
}

const finished = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
