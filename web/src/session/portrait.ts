import { Problem } from '../api/problem';

/** Pixels a side of what is sent: the platform keeps no more than 192. */
const side = 512;

/** The largest square in the middle of a picture. */
export function middleOf(width: number, height: number): { x: number; y: number; side: number } {
  const square = Math.min(width, height);
  return { x: Math.floor((width - square) / 2), y: Math.floor((height - square) / 2), side: square };
}

/** Whatever picture the browser can show, as the PNG that the platform takes, and as an address to show it by. Nothing else of the file goes along. */
export async function portraitOf(file: Blob): Promise<{ png: Blob; url: string }> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Problem(0, 'profile.avatar_unreadable', 'This browser can’t show that file as a picture. Choose another one.');
  });
  const from = middleOf(bitmap.width, bitmap.height);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.min(side, from.side);
  canvas.getContext('2d')!.drawImage(bitmap, from.x, from.y, from.side, from.side, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!png) throw new Problem(0, 'profile.avatar_unreadable', 'This browser can’t make a PNG of that picture. Choose another one.');
  return { png, url: canvas.toDataURL('image/png') };
}
