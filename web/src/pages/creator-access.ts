import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Client } from '../api/client';
import { asCreator, hasSomebody, session } from '../session/access';
import './key-gate';
import { keyStore } from './key-store';

/** Whom a creator's page acts for: an API key, whoever is signed in, or nobody yet. */
export class CreatorAccess implements ReactiveController {
  client?: Client;

  /** @param changed Called once somebody, or somebody else, is there, and when nobody is any more. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly changed: () => void = () => undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    keyStore.takeFromAddress();
    session.addEventListener('change', this.look);
    this.look();
  }

  hostDisconnected(): void {
    session.removeEventListener('change', this.look);
  }

  get withKey(): boolean {
    return this.client?.apiKey !== undefined;
  }

  forget(): void {
    keyStore.forget();
    this.look();
  }

  /** The platform doesn't know the key (any more). A session that ended says so by itself. */
  refused(): void {
    if (this.withKey) this.forget();
  }

  /** Asks for a key; nothing while it is not known whether somebody is signed in. */
  gate(sentence: string) {
    if (session.userId === undefined) return nothing;
    return html`<key-gate sentence=${sentence} @key=${this.look}></key-gate>`;
  }

  private look = (): void => {
    const next = hasSomebody() ? asCreator() : undefined;
    const same = next === this.client || (next?.apiKey !== undefined && next.apiKey === this.client?.apiKey);
    if (!same) {
      this.client = next;
      this.changed();
    }
    this.host.requestUpdate();
  };
}
