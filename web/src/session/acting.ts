import { attempt } from './attempt';

/** The account that is acted for, an organisation, and by whom. */
export interface Acting {
  userId: string;
  accountId: string;
  name: string;
}

/** Areas of the API, by the beginning of their paths, that an organisation has: all else is a person's own. The platform refuses the header there. */
export const organisationAreas = [
  'account', 'analytics', 'assets', 'channels', 'home', 'live-streams', 'people', 'playback', 'playlists', 'search', 'signing-keys', 'tokens', 'trending', 'uploads', 'webhooks',
];

const chosen = 'stream.acting';
const ended = 'stream.acting.ended';

/**
 * For whom this tab acts: whoever is signed in, or an organisation of theirs. Kept for the tab, so that two tabs act for two accounts and
 * neither changes under one's hands, or not at all where storage is blocked; a change loads the pages anew, since all of what they show was another's.
 */
export class ActingStore {
  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined = attempt(() => sessionStorage),
    private readonly reload: (path: string) => void = (path) => location.assign(path),
  ) {}

  /** Undefined while one acts for oneself. What somebody else left in this tab counts for nothing. */
  of(userId: string | undefined): Acting | undefined {
    const kept = attempt(() => JSON.parse(this.storage?.getItem(chosen) ?? 'null') as Acting | null);
    return kept && userId && kept.userId === userId ? kept : undefined;
  }

  /** The header for a request of this path below `/api`, if there is to be one. */
  header(userId: string | undefined, path: string): string | undefined {
    const [area = '', second = ''] = path.replace(/^\//, '').split(/[/?]/);
    return organisationAreas.includes(area) || organisationAreas.includes(`${area}/${second}`) ? this.of(userId)?.accountId : undefined;
  }

  /** @param acting Undefined for oneself. */
  choose(acting: Acting | undefined): void {
    if (acting) attempt(() => this.storage?.setItem(chosen, JSON.stringify(acting)));
    else attempt(() => this.storage?.removeItem(chosen));
    this.reload('/videos');
  }

  /** The platform says that one acts for it no more: one acts for oneself again, and is told. */
  lose(userId: string | undefined): void {
    const lost = this.of(userId);
    if (!lost) return;
    attempt(() => this.storage?.setItem(ended, lost.name));
    this.choose(undefined);
  }

  /** The name of what one acted for until a moment ago; told once. */
  takeEnded(): string | undefined {
    const name = attempt(() => this.storage?.getItem(ended)) ?? undefined;
    if (name) attempt(() => this.storage?.removeItem(ended));
    return name;
  }
}
