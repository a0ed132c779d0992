/** The list with one of its items at another place. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, at) => at !== from);
  return [...rest.slice(0, to), items[from]!, ...rest.slice(to)];
}

/** How the API calls the place at an index: by the item before it; empty for the start. */
export const placeOf = (items: readonly { id: string }[], index: number): string => items[index - 1]?.id ?? '';

/** Which row a pointer is over, by the rows' lower edges. */
export function rowAt(y: number, edges: readonly number[]): number {
  const row = edges.findIndex((edge) => y < edge);
  return row < 0 ? edges.length - 1 : row;
}
