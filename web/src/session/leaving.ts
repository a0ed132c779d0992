import { attempt } from './attempt';

const name = 'stream.leaving';

/** When the account that one asked to have deleted goes: told where one signs in next, since asking signs one out; where storage is blocked the letter tells it. */
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
