import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import './acting-bar';
import './app-menu';
import { routeOf, type Route } from './routes';
import './search/search-box';
import { hasSomebody, session } from './session/access';
import { navigate } from './ui/navigate';
import { shared } from './ui/styles';

const titles: Partial<Record<Route['page'], string>> = {
  upload: 'Upload', 'sign-in': 'Sign in', 'sign-up': 'Sign up', 'reset-password': 'Reset your password', account: 'Your account', search: 'Search', channel: 'Channel', edit: 'Video',
  playlists: 'Playlists', playlist: 'Playlist', subscriptions: 'Subscriptions', notifications: 'Notifications', channels: 'Channels', 'edit-channel': 'Channel', comments: 'Comments to look at', 'live-streams': 'Live', 'live-stream': 'Live stream',
  moderation: 'Reports', profile: 'Your profile', person: 'Profile', organisations: 'Organisations', organisation: 'Organisation', invitation: 'Invitations',
  analytics: 'Analytics', platform: 'Platform', business: 'Business', 'poor-sessions': 'Poor sessions', 'confirm-email': 'Confirm your address', trending: 'Trending', videos: 'My videos',
  history: 'History',
};

const loads: Partial<Record<Route['page'], () => Promise<unknown>>> = {
  home: () => import('./pages/home-page'),
  trending: () => import('./pages/trending-page'),
  videos: () => import('./pages/videos-page'),
  upload: () => import('./pages/upload-page'),
  'sign-in': () => import('./pages/sign-in-page'),
  'sign-up': () => import('./pages/letter-page'),
  'reset-password': () => import('./pages/letter-page'),
  'confirm-email': () => import('./pages/confirm-email-page'),
  account: () => import('./pages/account-page'),
  search: () => import('./pages/search-page'),
  channel: () => import('./pages/channel-page'),
  edit: () => import('./pages/edit-page'),
  history: () => import('./pages/history-page'),
  playlists: () => import('./pages/playlists-page'),
  playlist: () => import('./pages/playlist-page'),
  subscriptions: () => import('./pages/subscriptions-page'),
  notifications: () => import('./pages/notifications-page'),
  channels: () => import('./pages/channels-page'),
  'edit-channel': () => import('./pages/edit-channel-page'),
  comments: () => import('./pages/comments-page'),
  moderation: () => import('./pages/moderation-page'),
  profile: () => import('./pages/profile-page'),
  person: () => import('./pages/person-page'),
  organisations: () => import('./pages/organisations-page'),
  organisation: () => import('./pages/organisation-page'),
  invitation: () => import('./pages/invitation-page'),
  analytics: () => import('./pages/analytics-page'),
  platform: () => import('./pages/platform-page'),
  business: () => import('./pages/business-page'),
  'poor-sessions': () => import('./pages/poor-sessions-page'),
  'live-streams': () => import('./pages/live-streams-page'),
  'live-stream': () => import('./pages/live-stream-page'),
  watch: () => import('./pages/watch-page'),
  'watch-live': () => import('./pages/live-watch-page'),
};

/** The frame around the pages: header, and whichever page the address names. Pages are loaded when they are needed. */
@customElement('stream-app')
export class StreamApp extends LitElement {
  @state() private route: Route = { page: 'home' };

  static override styles = [
    shared,
    css`
      :host {
        min-height: 100dvh;
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 16px;
        max-width: 1180px;
        margin: 0 auto;
        padding: 14px 24px;
      }
      .brand {
        display: inline-flex;
        align-items: center;
        gap: 10px;
        color: var(--text);
        text-decoration: none;
        font-weight: 680;
        letter-spacing: -0.015em;
      }
      .brand img {
        width: 28px;
        height: 28px;
      }
      nav {
        display: flex;
        gap: 4px;
      }
      nav a {
        padding: 8px 12px;
        border-radius: 9px;
        color: var(--muted);
        text-decoration: none;
        font-size: 0.94rem;
        font-weight: 560;
        white-space: nowrap;
      }
      nav a:hover {
        color: var(--text);
        background: var(--sunken);
      }
      nav a[aria-current] {
        color: var(--text);
      }
      main {
        max-width: 1180px;
        margin: 0 auto;
        padding: 8px 24px 64px;
      }
      main:focus {
        outline: none;
      }
      .missing {
        padding: 12vh 0;
        text-align: center;
      }
      @media (max-width: 560px) {
        header,
        main {
          padding-inline: 16px;
        }
        header {
          flex-wrap: wrap;
          row-gap: 10px;
        }
        search-box {
          order: 1;
          flex-basis: 100%;
          max-width: none;
        }
        .brand span {
          display: none;
        }
        nav {
          margin-right: -12px;
        }
        /* The start leads there. */
        nav a[href='/trending'] {
          display: none;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.go();
    window.addEventListener('popstate', this.go);
    session.addEventListener('change', this.known);
    void session.start();
    this.addEventListener('click', this.clicked);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.go);
    session.removeEventListener('change', this.known);
  }

  override render() {
    const { route } = this;
    if ('embed' in route && route.embed) return this.page();
    const link = (path: string, text: string, page: Route['page']) =>
      html`<a href=${path} aria-current=${route.page === page ? 'page' : nothing}>${text}</a>`;
    return html`
      <header>
        <a class="brand" href="/" aria-label="StreamPlatform"><img src="/icon.svg" alt="" /><span>StreamPlatform</span></a>
        <search-box .value=${route.page === 'search' ? (new URLSearchParams(route.query).get('q') ?? '') : ''}></search-box>
        <nav aria-label="Main">
          ${link('/trending', 'Trending', 'trending')}${link('/videos', 'My videos', 'videos')}${link('/upload', 'Upload', 'upload')}
          ${session.userId === '' && !hasSomebody() ? link('/sign-in', 'Sign in', 'sign-in') : nothing}
          <app-menu page=${route.page}></app-menu>
        </nav>
      </header>
      <acting-bar></acting-bar>
      <main tabindex="-1">${this.page()}</main>
    `;
  }

  private page() {
    const { route } = this;
    switch (route.page) {
      case 'home':
        return html`<home-page></home-page>`;
      case 'trending':
        return html`<trending-page query=${route.query}></trending-page>`;
      case 'videos':
        return html`<videos-page></videos-page>`;
      case 'upload':
        return html`<upload-page></upload-page>`;
      case 'sign-in':
        return html`<sign-in-page next=${route.next}></sign-in-page>`;
      case 'sign-up':
        return html`<letter-page purpose="sign-up"></letter-page>`;
      case 'reset-password':
        return html`<letter-page purpose="reset-password"></letter-page>`;
      case 'confirm-email':
        return html`<confirm-email-page></confirm-email-page>`;
      case 'account':
        return html`<account-page></account-page>`;
      case 'search':
        return html`<search-page query=${route.query}></search-page>`;
      case 'channel':
        return html`<channel-page channel=${route.channel}></channel-page>`;
      case 'edit':
        return html`<edit-page asset-id=${route.assetId}></edit-page>`;
      case 'analytics':
        return html`<analytics-page kind=${route.kind} subject-id=${route.id}></analytics-page>`;
      case 'platform':
        return html`<platform-page></platform-page>`;
      case 'business':
        return html`<business-page></business-page>`;
      case 'poor-sessions':
        return html`<poor-sessions-page></poor-sessions-page>`;
      case 'history':
        return html`<history-page></history-page>`;
      case 'playlists':
        return html`<playlists-page></playlists-page>`;
      case 'playlist':
        return html`<playlist-page playlist-id=${route.playlistId}></playlist-page>`;
      case 'subscriptions':
        return html`<subscriptions-page></subscriptions-page>`;
      case 'notifications':
        return html`<notifications-page></notifications-page>`;
      case 'channels':
        return html`<channels-page></channels-page>`;
      case 'edit-channel':
        return html`<edit-channel-page channel-id=${route.channelId}></edit-channel-page>`;
      case 'comments':
        return html`<comments-page></comments-page>`;
      case 'moderation':
        return html`<moderation-page></moderation-page>`;
      case 'profile':
        return html`<profile-page></profile-page>`;
      case 'person':
        return html`<person-page person=${route.person}></person-page>`;
      case 'organisations':
        return html`<organisations-page></organisations-page>`;
      case 'organisation':
        return html`<organisation-page organisation-id=${route.organisationId}></organisation-page>`;
      case 'invitation':
        return html`<invitation-page></invitation-page>`;
      case 'watch':
        return html`<watch-page
          playback-id=${route.playbackId}
          token=${route.token}
          engine=${route.engine}
          list=${route.list}
          ?embed=${route.embed}
        ></watch-page>`;
      case 'watch-live':
        return html`<live-watch-page playback-id=${route.playbackId} token=${route.token} ?embed=${route.embed}></live-watch-page>`;
      case 'live-streams':
        return html`<live-streams-page></live-streams-page>`;
      case 'live-stream':
        return html`<live-stream-page live-stream-id=${route.liveStreamId}></live-stream-page>`;
      case 'missing':
        return html`<div class="stack missing"><h1>Nothing here</h1><p class="muted">This address leads nowhere. <a href="/">Go to the start</a></p></div>`;
    }
  }

  private go = (): void => {
    const route = routeOf(new URL(location.href));
    this.route = route;
    document.documentElement.classList.toggle('embedded', 'embed' in route && route.embed);
    document.title = titles[route.page] ? `${titles[route.page]} · StreamPlatform` : 'StreamPlatform';
    void loads[route.page]?.();
  };

  private known = (): void => this.requestUpdate();

  /** Links between our pages don't load the document again; everything else about links stays the browser's. */
  private clicked = (event: MouseEvent): void => {
    const link = event.composedPath().find((target): target is HTMLAnchorElement => target instanceof HTMLAnchorElement);
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.href);
    if (link.target || link.hasAttribute('download') || url.origin !== location.origin || routeOf(url).page === 'missing') return;
    event.preventDefault();
    navigate(url.pathname + url.search + url.hash);
    // The next page begins where its content does: for keyboards and screen readers as if it had been loaded.
    this.renderRoot.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  };
}
