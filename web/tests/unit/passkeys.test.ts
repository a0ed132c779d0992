import decode from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import type { ApiRequest, Send } from '../../src/api/generated';
import { addPasskey, signInByPasskey, type Authenticators } from '../../src/session/passkeys';
import { qrPath } from '../../src/ui/qr';

const wire = {
  parseCreationOptionsFromJSON: (options: unknown) => ({ parsed: options }),
  parseRequestOptionsFromJSON: (options: unknown) => ({ parsed: options }),
} as unknown as Authenticators['wire'];

const platform = (asked: ApiRequest[]): Send => (async (request: ApiRequest) => {
  asked.push(request);
  return request.path.endsWith('finish') ? { id: 'passkey_1', name: 'Phone' } : { ceremony: 'c', options: { challenge: 'x' } };
}) as Send;

const browser = (answer: () => unknown): Authenticators => {
  const both = async (options: unknown) => (expect(options).toEqual({ publicKey: { parsed: { challenge: 'x' } } }), answer());
  return { credentials: { create: both, get: both } as unknown as Authenticators['credentials'], wire };
};

describe('A passkey', () => {
  it('is what the authenticator answers to what the platform asked', async () => {
    const asked: ApiRequest[] = [];
    const answers = browser(() => ({ toJSON: () => ({ id: 'cred' }) }));
    await addPasskey(platform(asked), answers, 'secret', 'Phone');
    await signInByPasskey(platform(asked), answers);
    expect(asked.map(({ path, body }) => [path, body])).toEqual([
      ['/auth/passkeys', { password: 'secret' }],
      ['/auth/passkeys/finish', { ceremony: 'c', name: 'Phone', credential: { id: 'cred' } }],
      ['/auth/passkeys/sign-in', undefined],
      ['/auth/passkeys/sign-in/finish', { ceremony: 'c', credential: { id: 'cred' } }],
    ]);
  });

  it.each([['NotAllowedError', /cancelled/], ['InvalidStateError', /already/], ['SecurityError', /address/], ['OtherError', /could not/]])('that fails with %s says why', async (name, sentence) => {
    const refused = browser(() => {
      throw new DOMException('', name);
    });
    await expect(signInByPasskey(platform([]), refused)).rejects.toMatchObject({ code: `passkey.${name}`, message: expect.stringMatching(sentence) });
  });
});

describe('A QR code', () => {
  it('is read as what it was made of', () => {
    const text = 'otpauth://totp/localhost:ada%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=localhost';
    const { side, path } = qrPath(text);
    // Drawn as a browser would, four pixels a module.
    const size = side * 4;
    const data = new Uint8Array(size * size * 4).fill(255);
    for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      for (let row = 0; row < 4; row++) {
        const from = (Number(y) * 4 + row) * size + Number(x) * 4;
        for (let at = from; at < from + Number(run) * 4; at++) data.fill(0, at * 4, at * 4 + 3);
      }
    }
    expect(decode({ width: size, height: size, data })).toBe(text);
  });
});
