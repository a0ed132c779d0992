import encode from 'qr';

/** Modules of white that readers need around a code. */
const quiet = 4;

/** A QR code as the path of its dark modules, each a unit wide, and the side of the whole with its white edge. */
export function qrPath(text: string): { side: number; path: string } {
  const rows = encode(text, 'raw', { border: quiet });
  const runs = rows.flatMap((row, y) => [...row.map(Number).join('').matchAll(/1+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`));
  return { side: rows.length, path: runs.join('') };
}
