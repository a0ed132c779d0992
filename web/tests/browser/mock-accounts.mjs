import { mockPasskeys } from './mock-passkeys.mjs';
import { problem } from './problems.mjs';

const inMinutes = (minutes) => new Date(Date.now() + minutes * 60e3).toISOString();

/** The built-in issuer: one person, whose letters and sessions the tests see. */
export function mockAccounts() {
  const accounts = {
    email: 'ada@example.com',
    password: 'correct horse battery',
    /** Of an authenticator app; without one there is no second factor. */
    code: undefined,
    /** What an app was given that has yet to prove itself: its codes are these. */
    enrolling: undefined,
    passkeys: mockPasskeys(),
    letters: [],
    /** The address that a letter was sent to, to become the person's. */
    asked: undefined,
    /** Refresh token that counts, by session; a token that was used before ends its session. */
    sessions: new Map(),
    tokens: [],
    keys: [],
    /** When the account goes; undefined while nobody asked. */
    deletionDueAt: undefined,
    /** Minutes that access tokens count. */
    minutes: 10,
    refreshes: 0,
    /** Milliseconds that a refresh takes. */
    slowness: 0,
  };
  let count = 0;
  const access = new Map();

  function open(session = `session_${++count}`) {
    const [accessToken, refreshToken] = [`access_${++count}`, `rt_${session}_${++count}`];
    accounts.sessions.set(session, refreshToken);
    access.set(accessToken, session);
    return { userId: 'user_ada', accessToken, expiresAt: inMinutes(accounts.minutes), refreshToken, refreshExpiresAt: inMinutes(43200) };
  }

  const letter = (link) => [link && void accounts.letters.push(link), [202]][1];
  const weak = (password) => password.length < 10 && problem(400, 'account.password_too_weak', 'This password would be guessed soon. Take several unusual words, or let your browser choose one.');
  const used = () => problem(400, 'auth.link_invalid', 'This link was used, or is too old. Ask for another letter.');

  /** The session of a request's access token, while both count. */
  accounts.sessionOf = (authorization) => {
    const session = access.get(authorization?.replace('Bearer ', ''));
    return accounts.sessions.has(session) ? session : undefined;
  };

  accounts.answer = async ({ method, path, body, session, headers }) => {
    const origin = headers.origin;
    const request = `${method} ${path}`;
    switch (request) {
      case 'POST /auth/sign-up':
        return letter(`/sign-up#otp_${++count}`);
      case 'POST /auth/password-reset':
        return letter(`/reset-password#otp_${++count}`);
      case 'POST /auth/sign-up/finish':
      case 'POST /auth/password-reset/finish': {
        const reset = path.includes('reset');
        const at = accounts.letters.findIndex((link) => link === `/${reset ? 'reset-password' : 'sign-up'}#${body.token}`);
        if (at < 0) return used();
        if (weak(body.password)) return weak(body.password);
        accounts.letters.splice(at, 1);
        accounts.password = body.password;
        if (!reset) return [201, open()];
        accounts.sessions.clear();
        return [204];
      }
      case 'POST /auth/email/finish': {
        const at = accounts.letters.findIndex((link) => link === `/confirm-email#${body.token}`);
        if (at < 0) return used();
        accounts.letters.splice(at, 1);
        accounts.email = accounts.asked;
        accounts.sessions.clear();
        return [204];
      }
      case 'POST /auth/sign-in':
        if (accounts.code && body.password === accounts.password && body.code !== accounts.code) {
          return body.code
            ? problem(401, 'auth.second_factor_wrong', 'This code does not count. Wait for the next one.')
            : problem(401, 'auth.second_factor_required', 'Send the code of your authenticator app too, or a recovery code.');
        }
        if (body.email === accounts.email && body.password === accounts.password) accounts.deletionDueAt = undefined;
        return body.email === accounts.email && body.password === accounts.password
          ? [200, open()]
          : problem(401, 'auth.sign_in_failed', 'This address and password don\'t go together. Try again, or reset the password.');
      case 'POST /auth/passkeys/sign-in':
        return [200, accounts.passkeys.beginSignIn()];
      case 'POST /auth/passkeys/sign-in/finish':
        return accounts.passkeys.proven(body, origin) ? [200, open()] : problem(401, 'auth.passkey_invalid', 'This passkey does not count here. Begin again, or sign in with your password.');
      case 'POST /auth/refresh': {
        accounts.refreshes++;
        await new Promise((resolve) => setTimeout(resolve, accounts.slowness));
        const of = body.refreshToken.split('_').slice(1, 3).join('_');
        if (accounts.sessions.get(of) === body.refreshToken) return [200, open(of)];
        accounts.sessions.delete(of);
        return problem(401, 'auth.session_ended', 'This session has ended. Sign in again.');
      }
      case 'POST /auth/sign-out':
        accounts.sessions.delete(body.refreshToken.split('_').slice(1, 3).join('_'));
        return [204];
    }
    if (!/^\/(auth|tokens|signing-keys)\b/.test(path)) return undefined;
    if (!session) return problem(401, 'auth.invalid_token', 'This access token does not count here. Sign in again.');
    const confirmed = () => body.password === accounts.password;
    const wrongPassword = () => problem(403, 'account.password_wrong', 'The current password is wrong.');
    const times = { createdAt: inMinutes(-600), usedAt: inMinutes(-5), expiresAt: inMinutes(43200) };
    switch (request) {
      case 'GET /auth/sessions':
        return [200, { items: [...accounts.sessions.keys()].map((id) => ({ id, device: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', ...times, current: id === session })) }];
      case 'POST /auth/deletion':
        if (!confirmed()) return wrongPassword();
        accounts.deletionDueAt = '2026-03-08T10:00:00Z';
        accounts.sessions.clear();
        return [202, { dueAt: accounts.deletionDueAt }];
      case 'POST /auth/sign-out-everywhere':
        accounts.sessions.clear();
        return [204];
      case 'POST /auth/email':
        if (!confirmed()) return wrongPassword();
        accounts.asked = body.email;
        return letter(`/confirm-email#otp_${++count}`);
      case 'POST /auth/password':
        if (body.currentPassword !== accounts.password) return wrongPassword();
        if (weak(body.newPassword)) return weak(body.newPassword);
        accounts.password = body.newPassword;
        accounts.sessions.clear();
        return [200, open()];
      case 'GET /auth/totp':
        return [200, accounts.code ? { active: true, recoveryCodesLeft: 10 } : { active: false }];
      case 'POST /auth/totp':
        if (!confirmed()) return wrongPassword();
        accounts.enrolling = '314159';
        return [200, { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', address: 'otpauth://totp/localhost:ada%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=localhost' }];
      case 'POST /auth/totp/confirm':
        if (body.code !== accounts.enrolling) return problem(401, 'auth.second_factor_wrong', 'This code does not count. Wait for the next one.');
        accounts.code = accounts.enrolling;
        return [200, { recoveryCodes: Array.from({ length: 10 }, (_, i) => `recovery_0123456789abcdefghjkmn${i}`) }];
      case 'POST /auth/totp/end':
        if (!confirmed()) return wrongPassword();
        if (body.code !== accounts.code) return problem(401, 'auth.second_factor_wrong', 'This code does not count. Wait for the next one.');
        accounts.code = undefined;
        return [204];
      case 'GET /auth/passkeys':
        return [200, { items: accounts.passkeys.all() }];
      case 'POST /auth/passkeys':
        return confirmed() ? [200, accounts.passkeys.begin()] : wrongPassword();
      case 'POST /auth/passkeys/finish': {
        const made = accounts.passkeys.finish(body, origin);
        return made ? [201, made] : problem(400, 'account.passkey_refused', 'This did not become a passkey. Begin again.');
      }
      case 'GET /signing-keys':
        return [200, { items: accounts.keys }];
      case 'POST /signing-keys': {
        if (accounts.keys.length > 0) return problem(409, 'signing.too_many_keys', 'An account has at most 1 signing keys. Revoke one first.');
        const key = { id: `key_${++count}`, name: body.name, createdAt: inMinutes(0), publicKey: '-----BEGIN PUBLIC KEY-----' };
        accounts.keys.unshift(key);
        return [201, { ...key, privateKey: `-----BEGIN PRIVATE KEY-----\nkey ${count}` }];
      }
      case 'GET /tokens':
        return [200, { items: accounts.tokens }];
      case 'POST /tokens': {
        if (body.scopes.length === 0) return problem(400, 'token.scope_unknown', 'A token needs scopes, of these: assets:read, assets:write.');
        const token = { id: `token_${++count}`, name: body.name, scopes: body.scopes, createdAt: inMinutes(0), expiresAt: inMinutes(body.expiresInDays * 1440) };
        accounts.tokens.unshift(token);
        return [201, { ...token, token: `sp_secret_${count}` }];
      }
    }
    const passkey = /^(PATCH|DELETE) \/auth\/passkeys\/(.+)$/.exec(request);
    if (passkey?.[1] === 'DELETE') return (accounts.passkeys.remove(passkey[2]), [204]);
    if (passkey) return [200, accounts.passkeys.rename(passkey[2], body.name)];
    const one = /^DELETE \/(auth\/sessions|tokens|signing-keys)\/(.+)$/.exec(request);
    if (!one) return undefined;
    if (one[1] === 'tokens') accounts.tokens = accounts.tokens.filter((token) => token.id !== one[2]);
    else if (one[1] === 'signing-keys') accounts.keys = accounts.keys.filter((key) => key.id !== one[2]);
    else accounts.sessions.delete(one[2]);
    return [204];
  };

  return accounts;
}
