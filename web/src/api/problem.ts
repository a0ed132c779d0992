/** A failed request as a sentence for people, a stable code and the HTTP status (0: nothing answered). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
    this.name = 'Problem';
  }

  /** Worth trying again without anyone changing anything. */
  get transient(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

const sentences: Record<number, string> = {
  0: 'The platform could not be reached. Check the connection.',
  400: 'The request was not understood.',
  401: 'Sign in is needed: this needs a valid key or token.',
  403: 'This link does not give access, or it has expired.',
  404: 'There is nothing at this address.',
  409: 'This cannot be done in the present state.',
  412: 'Somebody else changed this in the meantime. Load it again.',
  413: 'This file is larger than allowed.',
  429: 'Too many requests; try again in a moment.',
  503: 'The platform is busy or starting; trying again helps.',
};

const sentenceFor = (status: number) =>
  sentences[status] ?? (status >= 500 ? 'The platform had an internal error.' : `The request failed (${status}).`);

/** Reads RFC 9457 problem details; anything else gets the status' own sentence. */
export async function problemFrom(response: Response): Promise<Problem> {
  let body: { code?: unknown; detail?: unknown; title?: unknown } = {};
  try {
    if ((response.headers.get('content-type') ?? '').includes('json')) body = await response.json();
  } catch {
    // A body that isn't what its header says is no better than none.
  }
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const retry = Number(response.headers.get('retry-after'));
  return new Problem(
    response.status,
    text(body.code) ?? `http.${response.status}`,
    text(body.detail) ?? text(body.title) ?? sentenceFor(response.status),
    Number.isFinite(retry) && retry > 0 ? retry : undefined,
  );
}

/** What a thrown value means: problems stay, everything else that fetch throws is the network's. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(0, 'network.unreachable', sentenceFor(0));
}
