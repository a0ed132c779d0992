import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { deleteAvatar, getMe, patchMe, putAvatar, type Me } from '../api/generated';
import { asViewer } from '../session/access';
import { myself } from '../session/me';
import { portraitOf } from '../session/portrait';
import { profileChange, profileFields, profileForm, profileMost as most } from '../session/profile';
import { ViewerAccess } from '../session/viewer-access';
import { day } from '../ui/format';
import '../ui/portrait-image';
import { narrow, shared } from '../ui/styles';
import { Submission } from '../ui/submission';

const themes = { system: 'As the system', light: 'Light', dark: 'Dark' };

/** `/profile`: what one says of oneself, one's picture, and how one wants pages to be. */
@customElement('profile-page')
export class ProfilePage extends LitElement {
  @state() private me?: Me;
  /** The picture that was just chosen: what its address leads to may still be the one before. */
  @state() private chosen?: string;
  @state() private saved = false;
  private etag?: string;
  private readonly reading = new Submission(this, 'reading');
  private readonly picturing = new Submission(this, 'picturing', { 'profile.avatar': 'file' });
  private readonly saving = new Submission(this, 'saving', {
    'profile.handle': 'handle', 'profile.name': 'name', 'profile.bio': 'bio', 'profile.location': 'location', 'profile.language': 'language',
  });
  private readonly access = new ViewerAccess(this, () => void this.load());

  static override styles = [
    shared,
    narrow,
    css`
      .picture {
        display: flex;
        align-items: center;
        gap: 18px;
      }
      input[type='file'] {
        padding: 8px 12px;
      }
    `,
  ];

  override render() {
    const { me } = this;
    return html`
      <div class="row spread"><h1>Your profile</h1>${me && !me.privacy.hidden ? html`<a href="/people/${me.handle ? `@${me.handle}` : me.id}">See it as others do</a>` : nothing}</div>
      ${this.reading.trouble()} ${me ? html`${this.picture(me)} ${this.form(me)}` : this.reading.problem || !this.access.somebody ? nothing : html`<p class="muted">Loading…</p>`}
    `;
  }

  private picture(me: Me) {
    const { picturing } = this;
    return html`<section class="card stack" aria-labelledby="picture">
      <h2 id="picture">Picture</h2>
      <div class="picture">
        <portrait-image src=${this.chosen ?? me.avatar ?? ''} called=${me.name ?? me.handle ?? me.email ?? ''} .side=${96}></portrait-image>
        <label
          >Choose a picture<input
            type="file" name="file" accept="image/*" ?disabled=${picturing.busy} @change=${this.choose} aria-describedby=${picturing.id} aria-invalid=${picturing.invalid('file')}
        /></label>
      </div>
      ${picturing.trouble()}
      ${me.avatar ? html`<div><button class="danger" ?disabled=${picturing.busy} @click=${this.clear}>Take the picture away</button></div>` : nothing}
    </section>`;
  }

  private form(me: Me) {
    const { saving } = this;
    const fields = profileFields(me);
    const by = saving.id;
    const text = (name: 'name' | 'location' | 'language', label: string, hint?: string) => html`<label
      >${label}<input type="text" name=${name} maxlength=${most[name]} placeholder=${hint ?? nothing} .value=${fields[name]} aria-describedby=${by} aria-invalid=${saving.invalid(name)}
    /></label>`;
    return html`<form class="card stack" @submit=${this.submit} @input=${() => (this.saved = false)}>
      ${text('name', 'Name')}
      <label
        >Handle<input
          type="text" name="handle" maxlength=${most.handle + 1} placeholder="ada" autocapitalize="none" spellcheck="false" ?readonly=${me.handleChangeableAt !== undefined} .value=${fields.handle}
          aria-describedby="handle-hint ${by}" aria-invalid=${saving.invalid('handle')}
      /></label>
      <p class="muted small" id="handle-hint">
        ${me.handleChangeableAt ? `There may be another from ${day(me.handleChangeableAt)}.` : 'What others mention you by: lower-case letters, digits, dots and hyphens. It stays for 14 days.'}
      </p>
      <label
        >About you<textarea name="bio" rows="4" maxlength=${most.bio} .value=${fields.bio} aria-describedby=${by} aria-invalid=${saving.invalid('bio')}></textarea
      ></label>
      ${text('location', 'Where you are')} ${text('language', 'Language', 'en, pt-BR')}
      <label class="check"><input type="checkbox" name="hidden" .checked=${fields.hidden} />Nobody else sees this profile; what you say stays, without name and picture</label>
      <label
        >Colours<select name="theme">
          ${Object.entries(themes).map(([theme, label]) => html`<option value=${theme} ?selected=${theme === fields.theme}>${label}</option>`)}
        </select></label
      >
      <label class="check"><input type="checkbox" name="autoplay" .checked=${fields.autoplay} />The next video of a playlist begins by itself</label>
      ${saving.trouble()}
      ${saving.problem?.status === 412 ? html`<div><button type="button" @click=${this.load}>Load it again</button></div>` : nothing}
      <div class="row"><button class="primary" ?disabled=${saving.busy}>Save</button><span role="status">${this.saved ? 'Saved.' : nothing}</span></div>
    </form>`;
  }

  private load = async (): Promise<void> => {
    this.me = undefined;
    this.learn(await this.reading.run(() => asViewer().tagged((send) => getMe(send))));
  };

  private learn(read: { value: Me; etag?: string } | undefined): boolean {
    if (!read) return false;
    this.me = read.value;
    this.etag = read.etag;
    myself.learn(read.value);
    return true;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const before = profileFields(this.me!);
    const body = profileChange(before, profileForm(new FormData(event.target as HTMLFormElement)));
    this.saved = this.learn(await this.saving.run(() => asViewer().tagged((send) => patchMe(send, { ifMatch: this.etag, body }))));
  }

  private async choose(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file) return;
    const made = await this.picturing.run(async () => {
      const { png, url } = await portraitOf(file);
      return { url, read: await asViewer().tagged((send) => putAvatar(send, { body: png })) };
    });
    input.value = '';
    if (!made) return;
    this.learn(made.read);
    this.chosen = made.url;
  }

  private clear = async (): Promise<void> => {
    const read = await this.picturing.run(async () => {
      await deleteAvatar(asViewer().request);
      return asViewer().tagged((send) => getMe(send));
    });
    if (this.learn(read)) this.chosen = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('input[type=file]')?.focus();
  };
}
