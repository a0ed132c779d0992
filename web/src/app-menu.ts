import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import './account-choice';
import { keyStore } from './pages/key-store';
import type { Route } from './routes';
import { hasSomebody, session } from './session/access';
import { myself } from './session/me';
import { news } from './social/latest-news';
import { shared } from './ui/styles';
import { showTheme } from './ui/theme';

/** Where one's own things are: the bell, and a menu of the rest. Nothing for nobody. */
@customElement('app-menu')
export class AppMenu extends LitElement {
  @property() page: Route['page'] = 'home';
  @state() private count = news.count;
  @state() private opened = false;
  @query('#menu') private menu!: HTMLElement;

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        gap: 4px;
      }
      .bell,
      .opener {
        position: relative;
        min-height: 40px;
        padding: 0 10px;
        border: 0;
        background: none;
        color: var(--muted);
      }
      .bell:hover,
      .opener:hover,
      [aria-current] {
        color: var(--text);
      }
      svg {
        width: 20px;
        height: 20px;
        fill: none;
        stroke: currentColor;
        stroke-width: 1.8;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .count {
        position: absolute;
        top: 2px;
        right: 0;
        min-width: 18px;
        padding: 0 5px;
        border-radius: 99px;
        background: var(--accent);
        color: var(--on-accent);
        font-size: 0.72rem;
        line-height: 18px;
        text-align: center;
      }
      #menu {
        position: absolute;
        inset: 60px max(24px, calc((100vw - 1180px) / 2 + 24px)) auto auto;
        min-width: 210px;
        margin: 0;
        padding: 8px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--text);
        box-shadow: var(--shadow);
      }
      #menu :is(a, button) {
        display: flex;
        width: 100%;
        min-height: 40px;
        align-items: center;
        padding: 0 12px;
        border: 0;
        border-radius: 8px;
        background: none;
        color: var(--text);
        font-size: 0.94rem;
        font-weight: 500;
        text-decoration: none;
      }
      #menu :is(a, button):hover,
      #menu [aria-current] {
        background: var(--sunken);
      }
      hr {
        margin: 6px 0;
        border: 0;
        border-top: 1px solid var(--line);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    session.addEventListener('change', this.look);
    news.addEventListener('change', this.hear);
    myself.addEventListener('change', this.know);
    this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    session.removeEventListener('change', this.look);
    news.removeEventListener('change', this.hear);
    myself.removeEventListener('change', this.know);
  }

  /** Going from page to page is a good moment to look. */
  override updated(): void {
    if (session.userId === undefined) return;
    void news.look(session.userId);
    void myself.look(session.userId || (hasSomebody() ? 'key' : ''));
  }

  override render() {
    if (!hasSomebody()) return nothing;
    const { count } = this;
    const moderates = myself.me?.role === 'moderator' || myself.me?.role === 'operator';
    const link = (path: string, text: string, page: Route['page']) => html`<a href=${path} aria-current=${this.page === page ? 'page' : nothing}>${text}</a>`;
    return html`
      ${session.userId
        ? html`<a class="button bell" href="/notifications" aria-current=${this.page === 'notifications' ? 'page' : nothing} aria-label=${count ? `Notifications, ${count} new` : 'Notifications'}>
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M18 9a6 6 0 0 0-12 0c0 6-2 7-2 8h16c0-1-2-2-2-8M10 20a2 2 0 0 0 4 0" /></svg>
            ${count ? html`<span class="count num" aria-hidden="true">${count > 99 ? '99+' : count}</span>` : nothing}
          </a>`
        : nothing}
      <button class="opener" popovertarget="menu">Menu</button>
      <nav id="menu" popover aria-label="Yours" @click=${this.close} @toggle=${(event: ToggleEvent) => (this.opened = event.newState === 'open')}>
        ${session.userId && !keyStore.get() ? html`<account-choice .shown=${this.opened}></account-choice>` : nothing}
        ${link('/subscriptions', 'Subscriptions', 'subscriptions')} ${link('/playlists', 'Playlists', 'playlists')} ${link('/history', 'History', 'history')} ${link('/notifications', 'Notifications', 'notifications')}
        <hr />
        ${link('/channels', 'Channels', 'channels')} ${link('/live-streams', 'Live', 'live-streams')} ${link('/comments', 'Comments to look at', 'comments')}
        ${moderates ? link('/moderation', 'Reports', 'moderation') : nothing} ${myself.me?.role === 'operator' ? link('/platform', 'Platform', 'platform') : nothing}
        ${session.userId ? html`<hr />${link('/profile', 'Profile', 'profile')} ${link('/account', 'Account', 'account')} ${link('/organisations', 'Organisations', 'organisations')}<button @click=${() => session.end()}>Sign out</button>` : html`<hr /><a href="/sign-in">Sign in</a>`}
      </nav>
    `;
  }

  private look = (): void => this.requestUpdate();

  /** Whoever is nobody, or not known yet, keeps the colours that were here before. */
  private know = (): void => {
    const { me } = myself;
    if (me) showTheme(me.preferences.theme ?? 'system');
    this.requestUpdate();
  };

  private hear = (): void => void (this.count = news.count);

  private close(event: Event): void {
    // Choosing among accounts is not going anywhere yet.
    if (event.composedPath().some((target) => target instanceof Element && target.localName === 'account-choice')) return;
    this.menu.hidePopover();
  }
}
