import { describe, expect, it } from 'vitest';
import { blockId, blockListXml, maxBlocks, planBlocks, readBlockList, stagedOf } from '../../src/upload/blocks';

const MiB = 1 << 20;

describe('The block planner', () => {
  it.each([1, MiB - 1, MiB, MiB + 1, 10 * MiB, 10 * MiB + 7])('covers a file of %i bytes without gap or overlap', (size) => {
    const blocks = planBlocks(size, MiB);
    expect(blocks[0]!.start).toBe(0);
    expect(blocks.at(-1)!.end).toBe(size);
    for (let i = 1; i < blocks.length; i++) expect(blocks[i]!.start).toBe(blocks[i - 1]!.end);
    expect(blocks.every((block) => block.end > block.start && block.end - block.start <= MiB)).toBe(true);
  });

  it('plans nothing for an empty file', () => expect(planBlocks(0, MiB)).toEqual([]));

  it('takes larger blocks when a file would need more than a blob may have', () => {
    const size = 500_000 * MiB;
    const blocks = planBlocks(size, 4 * MiB);
    expect(blocks.length).toBeLessThanOrEqual(maxBlocks);
    expect(blocks.at(-1)!.end).toBe(size);
  });

  it('gives every block an id of the same length, in base64', () => {
    const ids = [0, 9, 10, 49_999].map(blockId);
    expect(new Set(ids.map((id) => id.length)).size).toBe(1);
    expect(ids.every((id) => btoa(atob(id)) === id)).toBe(true);
  });

  it('refuses what is no size', () => {
    expect(() => planBlocks(-1, MiB)).toThrow(RangeError);
    expect(() => planBlocks(1, 0)).toThrow(RangeError);
    expect(() => planBlocks(Number.NaN, MiB)).toThrow(RangeError);
  });

  it('lists the blocks in order', () => {
    const [first, second] = planBlocks(2 * MiB, MiB);
    expect(blockListXml([first!, second!])).toContain(`<Latest>${first!.id}</Latest><Latest>${second!.id}</Latest>`);
  });

  it('counts as staged only what the storage holds whole', () => {
    const blocks = planBlocks(2 * MiB + 5, MiB);
    const xml = `<BlockList><UncommittedBlocks>
      <Block><Name>${blocks[0]!.id}</Name><Size>${MiB}</Size></Block>
      <Block><Name>${blocks[2]!.id}</Name><Size>4</Size></Block>
      <Block><Name>foreign</Name><Size>1</Size></Block></UncommittedBlocks></BlockList>`;
    expect([...stagedOf(blocks, readBlockList(xml))]).toEqual([0]);
  });
});
