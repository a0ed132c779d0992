import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';

/** A relying party for real authenticators, as far as our pages have a part in it: challenges, origins and signatures are checked. */
export function mockPasskeys() {
  const known = new Map();
  const challenges = new Map();
  const bytes = (text) => Buffer.from(text, 'base64url');
  const begin = () => {
    const [ceremony, challenge] = [`ceremony_${challenges.size + 1}`, randomBytes(32).toString('base64url')];
    challenges.set(ceremony, challenge);
    return { ceremony, challenge };
  };
  const fits = (body, type, origin) => {
    const said = JSON.parse(bytes(body.credential.response.clientDataJSON));
    return said.type === type && said.challenge === challenges.get(body.ceremony) && said.origin === origin && challenges.delete(body.ceremony);
  };
  const shown = ({ id, name, usedAt }) => ({ id, name, createdAt: '2026-03-01T10:00:00Z', ...(usedAt ? { usedAt } : {}) });
  const one = (id) => [...known.values()].find((each) => each.id === id);

  return {
    all: () => [...known.values()].map(shown),
    begin() {
      const { ceremony, challenge } = begin();
      const selection = { residentKey: 'required', requireResidentKey: true, userVerification: 'required' };
      const user = { id: Buffer.from('user_ada').toString('base64url'), name: 'ada@example.com', displayName: 'ada@example.com' };
      return {
        ceremony,
        options: {
          challenge, rp: { id: 'localhost', name: 'StreamPlatform' }, user, pubKeyCredParams: [{ type: 'public-key', alg: -7 }], timeout: 60000,
          excludeCredentials: [...known.keys()].map((id) => ({ type: 'public-key', id })), authenticatorSelection: selection, attestation: 'none',
        },
      };
    },
    finish(body, origin) {
      const { credential } = body;
      if (!fits(body, 'webauthn.create', origin) || !credential.response.attestationObject) return undefined;
      const key = createPublicKey({ key: bytes(credential.response.publicKey), format: 'der', type: 'spki' });
      known.set(credential.id, { id: `passkey_${known.size + 1}`, name: body.name, key });
      return shown(known.get(credential.id));
    },
    beginSignIn() {
      const { ceremony, challenge } = begin();
      return { ceremony, options: { challenge, rpId: 'localhost', timeout: 60000, userVerification: 'required' } };
    },
    proven(body, origin) {
      const { id, response } = body.credential;
      const passkey = known.get(id);
      if (!passkey || !fits(body, 'webauthn.get', origin)) return false;
      passkey.usedAt = new Date().toISOString();
      const signed = Buffer.concat([bytes(response.authenticatorData), createHash('sha256').update(bytes(response.clientDataJSON)).digest()]);
      return verify('sha256', signed, passkey.key, bytes(response.signature));
    },
    rename: (id, name) => shown(Object.assign(one(id), { name })),
    remove: (id) => [...known].forEach(([credential, each]) => each.id === id && known.delete(credential)),
  };
}
