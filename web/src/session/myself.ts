import type { Me } from '../api/generated';

/** What is known of whoever is there: asked for once, and kept while it is them. Fires `change`. */
export class Myself extends EventTarget {
  me?: Me;
  private who = '';

  constructor(private readonly ask: () => Promise<Me>) {
    super();
  }

  /** That it can't be had is nobody's trouble: pages do without, and the next look asks again. */
  async look(who: string): Promise<void> {
    if (who === this.who) return;
    this.who = who;
    this.learn(undefined);
    const me = who === '' ? undefined : await this.ask().catch(() => undefined);
    if (who !== this.who) return;
    if (me) this.learn(me);
    else this.who = '';
  }

  /** As it is after a change. */
  learn(me: Me | undefined): void {
    if (me === this.me) return;
    this.me = me;
    this.dispatchEvent(new Event('change'));
  }
}
