import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { getNotificationPreferences, getNotifications, putNotificationPreferences, putNotificationRead, putNotificationsSeen, type Notification } from '../api/generated';
import { asViewer } from '../session/access';
import { ViewerAccess } from '../session/viewer-access';
import '../social/digest-choice';
import { news } from '../social/latest-news';
import { always, noticeKinds, noticeText } from '../social/notices';
import { when } from '../ui/format';
import { Listing } from '../ui/listing';
import { page, shared } from '../ui/styles';
import { Submission } from '../ui/submission';

/** `/notifications`: what one was told of, and what one wants to be told of. */
@customElement('notifications-page')
export class NotificationsPage extends LitElement {
  @state() private muted?: readonly Notification['kind'][];
  private readonly notices = new Listing<Notification>(this, 'notices', (cursor) => getNotifications(asViewer().request, { cursor }), ({ id }) => id);
  private readonly marking = new Submission(this, 'marking');
  private readonly choosing = new Submission(this, 'choosing');
  private readonly access = new ViewerAccess(this, () => void this.load());

  static override styles = [
    shared,
    page,
    css`
      :host {
        max-width: 760px;
        margin-inline: auto;
      }
      li {
        padding: 12px 16px;
      }
      li > div {
        flex: 1 1 240px;
      }
      li a {
        color: var(--text);
        text-decoration: none;
        overflow-wrap: anywhere;
      }
      li a:hover {
        text-decoration: underline;
      }
      .unread {
        border-left: 3px solid var(--accent);
      }
      .unread .what {
        font-weight: 620;
      }
    `,
  ];

  override render() {
    return html`
      <h1 tabindex="-1">Notifications</h1>
      ${this.notices.trouble()} ${this.marking.trouble()} ${this.list()} ${this.notices.moreButton()} ${this.muted ? html`${this.choices(this.muted)}<digest-choice class="card"></digest-choice>` : nothing}
    `;
  }

  private list() {
    const { items, problem } = this.notices;
    if (!items) return problem || !this.access.somebody ? nothing : html`<p class="muted">Loading…</p>`;
    if (items.length === 0) return html`<div class="stack empty"><h2>Nothing of the last 90 days</h2><p class="muted">You are told here what others say to you, and of new videos.</p></div>`;
    return html`<ul>
      ${items.map(
        (each) => html`<li class="card row spread ${each.read ? '' : 'unread'}">
          <div>
            <div class="what">${each.playbackId ? html`<a href="/watch/${each.playbackId}" @click=${() => this.open(each)}>${noticeText(each)}</a>` : noticeText(each)}</div>
            <div class="row small muted">
              <time datetime=${each.createdAt}>${when(each.createdAt)}</time>${each.new ? html`<span class="badge busy">New</span>` : each.read ? nothing : html`<span class="spoken">Not read</span>`}
            </div>
          </div>
          ${each.read ? nothing : html`<button class="quiet" ?disabled=${this.marking.busy} aria-label="Mark as read: ${noticeText(each)}" @click=${() => this.read(each)}>Mark as read</button>`}
        </li>`,
      )}
    </ul>`;
  }

  private choices(muted: readonly Notification['kind'][]) {
    return html`<fieldset class="card" ?disabled=${this.choosing.busy}>
      <legend class="spoken">What to tell me of</legend>
      <h2 aria-hidden="true">What to tell me of</h2>
      ${Object.entries(noticeKinds).filter(([kind]) => !(always as readonly string[]).includes(kind)).map(
        ([kind, text]) => html`<label class="check"><input type="checkbox" name=${kind} .checked=${live(!muted.includes(kind as Notification['kind']))} @change=${this.choose} />${text}</label>`,
      )}
      ${this.choosing.trouble()}
    </fieldset>`;
  }

  private async load(): Promise<void> {
    const { request } = asViewer();
    void this.choosing.run(() => getNotificationPreferences(request)).then((preferences) => (this.muted = preferences?.muted ?? this.muted));
    await this.notices.load();
    if (!this.notices.items) return;
    // What is new stays marked as such while it is looked at.
    await putNotificationsSeen(request).then(() => news.clear(), () => undefined);
  }

  /** Whoever goes to what it is about has read it; should that not be written down, it is still there to be read. */
  private open(notice: Notification): void {
    if (!notice.read) void putNotificationRead(asViewer().request, { notificationId: notice.id }).catch(() => undefined);
  }

  private async read(notice: Notification): Promise<void> {
    const done = await this.marking.run(async () => {
      await putNotificationRead(asViewer().request, { notificationId: notice.id });
      return true;
    });
    if (!done) return;
    const place = this.notices.items!.filter(({ read }) => !read).indexOf(notice);
    this.notices.put({ ...notice, read: true, new: false });
    await this.updateComplete;
    // On to the next that isn't.
    (this.renderRoot.querySelectorAll<HTMLElement>('li button')[place] ?? this.renderRoot.querySelector<HTMLElement>('h1'))?.focus();
  }

  private choose = async (): Promise<void> => {
    const boxes = [...this.renderRoot.querySelectorAll<HTMLInputElement>('fieldset input')];
    const muted = boxes.filter(({ checked }) => !checked).map(({ name }) => name as Notification['kind']);
    const before = this.muted;
    this.muted = muted;
    // Boxes show what counts: what was chosen, and what was before when that can't be kept.
    const kept = await this.choosing.run(() => putNotificationPreferences(asViewer().request, { body: { muted } }));
    this.muted = kept ? (kept.muted ?? []) : before;
  };
}
