/** One piece of a file, as Put Block stages it. `end` is exclusive. */
export interface Block {
  index: number;
  id: string;
  start: number;
  end: number;
}

/** Azure Blob Storage's limit: blocks a blob. */
export const maxBlocks = 50_000;

const granularity = 1 << 20;

/** The given size, or the smallest whole number of MiB above it with which the file fits into one blob. */
export function blockSizeFor(fileSize: number, wished: number): number {
  if (fileSize <= wished * maxBlocks) return wished;
  return Math.ceil(fileSize / maxBlocks / granularity) * granularity;
}

/** Block ids must be base64 and all of one length before encoding. */
export const blockId = (index: number): string => btoa(`block-${String(index).padStart(6, '0')}`);

export function planBlocks(fileSize: number, wishedBlockSize: number): Block[] {
  if (!Number.isSafeInteger(fileSize) || fileSize < 0) throw new RangeError(`not a file size: ${fileSize}`);
  if (!Number.isSafeInteger(wishedBlockSize) || wishedBlockSize <= 0) throw new RangeError(`not a block size: ${wishedBlockSize}`);
  const size = blockSizeFor(fileSize, wishedBlockSize);
  return Array.from({ length: Math.ceil(fileSize / size) }, (_, index) => ({
    index,
    id: blockId(index),
    start: index * size,
    end: Math.min(fileSize, (index + 1) * size),
  }));
}

/** Body of Put Block List. `Latest` also finds blocks of a commit whose answer got lost, so repeating it is safe. */
export function blockListXml(blocks: readonly Block[]): string {
  const entries = blocks.map((block) => `<Latest>${block.id}</Latest>`).join('');
  return `<?xml version="1.0" encoding="utf-8"?><BlockList>${entries}</BlockList>`;
}

/** Ids and sizes in the answer of Get Block List, whether committed or not. */
export function readBlockList(xml: string): Map<string, number> {
  const staged = new Map<string, number>();
  for (const [, id, size] of xml.matchAll(/<Block>\s*<Name>([^<]*)<\/Name>\s*<Size>(\d+)<\/Size>\s*<\/Block>/g)) {
    staged.set(id!, Number(size));
  }
  return staged;
}

/** Which planned blocks the storage holds whole. */
export function stagedOf(blocks: readonly Block[], held: ReadonlyMap<string, number>): Set<number> {
  return new Set(blocks.filter((block) => held.get(block.id) === block.end - block.start).map((block) => block.index));
}
