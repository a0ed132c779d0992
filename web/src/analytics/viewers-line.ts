import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Client } from '../api/client';
import { getAssetViewers, getChannelViewers, getPlatformViewers, type ViewersPresent } from '../api/generated';
import { asProblem, type Problem } from '../api/problem';
import { follow } from '../api/sse';
import type { Subject } from './question';
import { WhileVisible } from './while-visible';

const everyMilliseconds = 20_000;
/** Looks between two tries to be told again. */
const looksUntilAgain = 3;

/**
 * Who watches, as the platform tells it of itself while the page is looked at. Where it tells nobody more, or something between cuts such
 * answers off, it is asked again and again instead.
 */
export class ViewersLine implements ReactiveController {
  viewers?: ViewersPresent;
  problem?: Problem;
  private client?: Client;
  private subject?: Subject;
  private line?: AbortController;
  /** Events came, and nothing failed since. */
  private told = false;
  private looks = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'> = document,
  ) {
    host.addController(this);
    new WhileVisible(host, () => this.look(), everyMilliseconds, page);
  }

  hostConnected(): void {
    this.page.addEventListener('visibilitychange', this.seen);
    this.open();
  }

  hostDisconnected(): void {
    this.page.removeEventListener('visibilitychange', this.seen);
    this.close();
  }

  /** Tells of something else from now on. */
  of(client: Client | undefined, subject: Subject | undefined): void {
    this.close();
    [this.client, this.subject, this.viewers, this.problem] = [client, subject, undefined, undefined];
    this.open();
  }

  private seen = (): void => (this.page.visibilityState === 'visible' ? this.open() : this.close());

  /** What is told needs no look. */
  private look(): void {
    if (this.told) return;
    void this.ask();
    if (!this.line && ++this.looks % looksUntilAgain === 0) this.open();
  }

  private open(): void {
    const { client, subject } = this;
    if (!client || !subject || this.line || this.page.visibilityState !== 'visible') return;
    const line = (this.line = new AbortController());
    void follow(`${client.base}/api${pathOf(subject)}`, {
      headers: () => client.credentials(),
      signal: line.signal,
      onEvent: ({ data }) => {
        if (line.signal.aborted) return;
        this.told = true;
        this.take(JSON.parse(data) as ViewersPresent);
      },
      onTrouble: (problem) => {
        this.told = !problem;
        if (problem) void this.ask();
      },
      done: () => false,
    }).catch(() => {
      // Why is seen when it is asked for.
      if (line.signal.aborted) return;
      this.close();
      void this.ask();
    });
  }

  private close(): void {
    this.line?.abort();
    this.line = undefined;
    this.told = false;
  }

  private async ask(): Promise<void> {
    const { client, subject } = this;
    if (!client || !subject) return;
    const send = client.request;
    try {
      const viewers = await (subject.kind === 'video' ? getAssetViewers(send, { assetId: subject.id }) : subject.kind === 'channel' ? getChannelViewers(send, { channelId: subject.id }) : getPlatformViewers(send, {}));
      if (subject === this.subject && !this.told) this.take(viewers);
    } catch (error) {
      if (subject !== this.subject) return;
      this.problem = asProblem(error);
      this.host.requestUpdate();
    }
  }

  private take(viewers: ViewersPresent): void {
    this.viewers = viewers;
    this.problem = undefined;
    this.host.requestUpdate();
  }
}

const pathOf = (subject: Subject): string =>
  'id' in subject ? `/analytics/${subject.kind === 'video' ? 'assets' : 'channels'}/${encodeURIComponent(subject.id)}/viewers` : '/operations/analytics/viewers';
