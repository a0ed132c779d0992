/** An Idempotency-Key; pages on plain http have no randomUUID. */
export const newKey = (): string => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
