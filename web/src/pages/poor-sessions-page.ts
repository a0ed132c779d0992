import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { durationText, figureText } from '../analytics/figures';
import '../analytics/session-timeline';
import { panel } from '../analytics/styles';
import { labelText, reasonWords } from '../analytics/words';
import { getPoorSessions, type PoorSession } from '../api/generated';
import { asProblem, type Problem } from '../api/problem';
import { page, shared } from '../ui/styles';
import { CreatorAccess } from './creator-access';

const today = () => new Date().toISOString().slice(0, 10);

/** `/poor-sessions`: sessions that went badly, and what happened in each, for those who run the installation. */
@customElement('poor-sessions-page')
export class PoorSessionsPage extends LitElement {
  @state() private day = today();
  @state() private assetId = '';
  @state() private reason = '';
  @state() private sessions?: PoorSession[];
  @state() private chosen?: PoorSession;
  @state() private problem?: Problem;
  private readonly access: CreatorAccess = new CreatorAccess(this, () => void this.load());
  private asked?: AbortController;

  static override styles = [
    shared,
    panel,
    page,
    css`
      :host {
        grid-template-columns: minmax(0, 1fr);
        padding: 0;
        border: 0;
        background: none;
      }
      form label {
        display: grid;
        gap: 4px;
      }
      input {
        width: auto;
      }
      tr[aria-current] {
        background: color-mix(in srgb, var(--accent) 12%, var(--surface));
      }
      :is(th, td):nth-child(n + 5) {
        text-align: left;
      }
    `,
  ];

  override willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated && ['day', 'assetId', 'reason'].some((name) => changed.has(name))) void this.load();
  }

  override render() {
    const { access } = this;
    const value = (event: Event) => (event.target as HTMLInputElement).value.trim();
    return html`
      <h1>Poor sessions</h1>
      ${access.client
        ? html`
            <p class="muted">Samples of sessions whose experience score is below 60, kept for 30 days. They tell nothing of who watched.</p>
            <form class="row" @submit=${(event: Event) => event.preventDefault()}>
              <label><span class="small muted">Day (UTC)</span><input type="date" .value=${this.day} max=${today()} @change=${(event: Event) => (this.day = value(event) || today())} /></label>
              <label
                ><span class="small muted">Reason</span
                ><select @change=${(event: Event) => (this.reason = value(event))}>
                  <option value="">Any</option>
                  ${Object.entries(reasonWords).map(([name, text]) => html`<option value=${name} ?selected=${name === this.reason}>${text}</option>`)}
                </select></label
              >
              <label><span class="small muted">Video</span><input placeholder="asset_…" spellcheck="false" .value=${this.assetId} @change=${(event: Event) => (this.assetId = value(event))} /></label>
            </form>
            ${this.problem ? html`<p class="notice bad" role="alert">${this.problem.message}</p>` : nothing} ${this.list()}
            ${this.chosen ? html`<session-timeline class="card" .session=${this.chosen}></session-timeline>` : nothing}
          `
        : access.gate('Poor sessions are for those who run the platform.')}
    `;
  }

  private list() {
    const { sessions } = this;
    if (!sessions) return this.problem ? nothing : html`<p class="muted">Loading…</p>`;
    if (sessions.length === 0) return html`<p class="muted">No session went badly, as far as there are samples.</p>`;
    return html`<div class="wide" tabindex="0" role="region" aria-label="Poor sessions">
      <table>
        <thead>
          <tr><th scope="col">Began</th><th scope="col">Score</th><th scope="col">Watched</th><th scope="col">Waited</th><th scope="col">Reason</th><th scope="col">Country</th><th scope="col">Player</th><th scope="col">Delivery host</th></tr>
        </thead>
        <tbody>${sessions.map((session) => this.row(session))}</tbody>
      </table>
    </div>`;
  }

  private row(session: PoorSession) {
    const { sessionId, startedAt, score, watchedMs, stalledMs, reason, country, player, cdn } = session;
    return html`<tr data-session=${sessionId} aria-current=${session === this.chosen ? 'true' : nothing}>
      <th scope="row"><button class="quiet" @click=${() => (this.chosen = session)}>${new Date(startedAt).toLocaleTimeString(undefined, { timeStyle: 'medium' })}</button></th>
      <td><data value=${score}>${score}</data></td>
      <td><data value=${watchedMs}>${durationText(watchedMs)}</data></td>
      <td><data value=${stalledMs}>${figureText(stalledMs, 'ms')}</data></td>
      <td>${reasonWords[reason]}</td>
      <td>${labelText('country', country)}</td>
      <td>${player}</td>
      <td>${cdn || '–'}</td>
    </tr>`;
  }

  private async load(): Promise<void> {
    const { client } = this.access;
    if (!client) return;
    this.asked?.abort();
    const { signal } = (this.asked = new AbortController());
    try {
      const { sessions } = await getPoorSessions(client.request, { day: this.day, reason: (this.reason || undefined) as PoorSession['reason'] | undefined, assetId: this.assetId || undefined }, signal);
      if (signal.aborted) return;
      [this.sessions, this.chosen, this.problem] = [sessions, sessions[0], undefined];
    } catch (error) {
      if (!signal.aborted) [this.sessions, this.chosen, this.problem] = [undefined, undefined, asProblem(error)];
    }
  }
}
