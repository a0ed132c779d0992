import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { keyStore } from '../pages/key-store';
import { signInPath } from '../routes';
import { navigate } from '../ui/navigate';
import { session } from './access';

/** Whom a page acts for that shows what is somebody's own. Who is nobody goes to sign in, and comes back. */
export class ViewerAccess implements ReactiveController {
  private who?: string;

  /** @param changed Called once somebody, or somebody else, is there. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly changed: () => void,
  ) {
    host.addController(this);
  }

  /** There is somebody to act for; false too while that is not known. */
  get somebody(): boolean {
    return this.who !== undefined;
  }

  hostConnected(): void {
    session.addEventListener('change', this.look);
    this.look();
  }

  hostDisconnected(): void {
    session.removeEventListener('change', this.look);
  }

  private look = (): void => {
    const who = session.userId || keyStore.get();
    if (!who && session.userId === '') navigate(signInPath(), { replace: true });
    const other = who !== this.who;
    this.who = who;
    if (who && other) this.changed();
    this.host.requestUpdate();
  };
}
