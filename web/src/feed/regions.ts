/** A region's name as the reader's browser has it; the code where it has none. */
export function regionText(region: string): string {
  if (region === 'world') return 'The world';
  try {
    return new Intl.DisplayNames(undefined, { type: 'region' }).of(region) ?? region;
  } catch {
    return region;
  }
}
