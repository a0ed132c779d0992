import { postPasskey, postPasskeyFinish, postPasskeySignIn, postPasskeySignInFinish, type Passkey, type PasskeyAssertion, type PasskeyAttestation, type Send, type SignedIn } from '../api/generated';
import { Problem } from '../api/problem';

/** What of the browser is asked for passkeys. */
export interface Authenticators {
  credentials: Pick<CredentialsContainer, 'create' | 'get'>;
  wire: Pick<typeof PublicKeyCredential, 'parseCreationOptionsFromJSON' | 'parseRequestOptionsFromJSON'>;
}

/** Those of this browser; nothing where it has none, or the page came by plain http from another machine. */
export function authenticators(): Authenticators | undefined {
  const wire = globalThis.PublicKeyCredential;
  return typeof wire?.parseCreationOptionsFromJSON === 'function' && navigator.credentials ? { credentials: navigator.credentials, wire } : undefined;
}

/** Adds a passkey of this device, or of one that its owner reaches for, to the account that `send` acts for. */
export async function addPasskey(send: Send, { credentials, wire }: Authenticators, password: string, name: string): Promise<Passkey> {
  const { ceremony, options } = await postPasskey(send, { body: { password } });
  const made = await answered(() => credentials.create({ publicKey: wire.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON) }));
  return postPasskeyFinish(send, { body: { ceremony, name, credential: made.toJSON() as PasskeyAttestation } });
}

/** Signs in whoever has a passkey of this platform. */
export async function signInByPasskey(send: Send, { credentials, wire }: Authenticators): Promise<SignedIn> {
  const { ceremony, options } = await postPasskeySignIn(send);
  const proof = await answered(() => credentials.get({ publicKey: wire.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON) }));
  return postPasskeySignInFinish(send, { body: { ceremony, credential: proof.toJSON() as PasskeyAssertion } });
}

const sentences: Record<string, string> = {
  NotAllowedError: 'Nothing was done: it was cancelled, or took too long. Begin again.',
  InvalidStateError: 'This device has a passkey of your account already.',
  SecurityError: 'Passkeys don’t work at this address of the platform. Open it by its own name.',
};

/** What the authenticator answers; browsers say that it does not by exceptions, or by nothing. */
async function answered(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await ask();
    if (credential) return credential as PublicKeyCredential;
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    throw new Problem(0, `passkey.${name || 'failed'}`, sentences[name] ?? 'This device could not do it. Try another, or sign in with your password.');
  }
  throw new Problem(0, 'passkey.failed', sentences.NotAllowedError!);
}
