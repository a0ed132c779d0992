import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Does something again and again while the page is looked at; and at once when it is looked at again. */
export class WhileVisible implements ReactiveController {
  private timer?: ReturnType<typeof setInterval>;

  constructor(
    host: ReactiveControllerHost,
    private readonly work: () => void,
    private readonly milliseconds: number,
    private readonly page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'> = document,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.page.addEventListener('visibilitychange', this.look);
    if (this.page.visibilityState === 'visible') this.begin();
  }

  hostDisconnected(): void {
    this.page.removeEventListener('visibilitychange', this.look);
    clearInterval(this.timer);
  }

  private look = (): void => {
    clearInterval(this.timer);
    if (this.page.visibilityState !== 'visible') return;
    this.work();
    this.begin();
  };

  private begin(): void {
    this.timer = setInterval(this.work, this.milliseconds);
  }
}
