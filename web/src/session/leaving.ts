const name = 'stream.leaving';

/** When the account that one asked to have deleted goes: told where one signs in next, since asking signs one out. */
export const leaving = {
  note(dueAt: string): void {
    attempt(() => sessionStorage.setItem(name, dueAt));
  },
  get(): string | undefined {
    return attempt(() => sessionStorage.getItem(name)) ?? undefined;
  },
  forget(): void {
    attempt(() => sessionStorage.removeItem(name));
  },
};

/** Where storage is blocked the letter tells it. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
