/** What a browser may forbid, as it does where storage is blocked: then undefined. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
