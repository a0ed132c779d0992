import { Problem, asProblem, problemFrom } from './problem';

/** One server-sent event, as the WHATWG HTML standard (9.2) defines its fields. */
export interface ServerEvent {
  id?: string;
  event: string;
  data: string;
}

/** Incremental parser of `text/event-stream`: feed it text as it comes, in any pieces. */
export class EventParser {
  /** The server's wish for the pause before reconnecting, milliseconds. */
  retry?: number;
  private rest = '';
  private lastId?: string;
  private type = '';
  private data: string[] = [];

  push(text: string): ServerEvent[] {
    const events: ServerEvent[] = [];
    this.rest += text;
    // A CR at the very end may be half of a CRLF: it waits for what follows.
    const lines = this.rest.split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    for (const line of lines) {
      const event = this.line(line);
      if (event) events.push(event);
    }
    return events;
  }

  private line(line: string): ServerEvent | undefined {
    if (line === '') return this.dispatch();
    if (line.startsWith(':')) return undefined;
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.data.push(value);
    else if (field === 'event') this.type = value;
    else if (field === 'id' && !value.includes('\0')) this.lastId = value;
    else if (field === 'retry' && /^\d+$/.test(value)) this.retry = Number(value);
    return undefined;
  }

  private dispatch(): ServerEvent | undefined {
    const { data, type } = this;
    this.data = [];
    this.type = '';
    if (data.length === 0) return undefined;
    return { id: this.lastId, event: type || 'message', data: data.join('\n') };
  }
}

export interface FollowOptions {
  /** Asked for anew with each try: tokens last for minutes. */
  headers?: () => Promise<Record<string, string>>;
  signal: AbortSignal;
  onEvent: (event: ServerEvent) => void;
  /** Called with each trouble that is being retried, and with nothing once events flow again. */
  onTrouble?: (problem: Problem | undefined) => void;
  /** True once nothing more can come: the stream's end is then the end, not a cut line. */
  done: () => boolean;
  fetch?: typeof fetch;
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });

/**
 * Follows an event stream until it is done, aborted or refused, reconnecting with Last-Event-ID. Unlike EventSource
 * it can send headers, so that an API key need not stand in a URL.
 */
export async function follow(url: string, options: FollowOptions): Promise<void> {
  const { signal, done } = options;
  const send = options.fetch ?? ((input: RequestInfo | URL, init?: RequestInit) => fetch(input, init));
  const wait = options.wait ?? pause;
  let lastId: string | undefined;
  let failures = 0;
  while (!signal.aborted && !done()) {
    let retry = 1000;
    try {
      const response = await send(url, {
        headers: { Accept: 'text/event-stream', ...(await options.headers?.()), ...(lastId ? { 'Last-Event-ID': lastId } : {}) },
        cache: 'no-store',
        signal,
      });
      if (response.status === 204) return;
      if (!response.ok) throw await problemFrom(response);
      const parser = new EventParser();
      const reader = response.body!.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        for (const event of parser.push(part.value)) {
          lastId = event.id ?? lastId;
          options.onEvent(event);
        }
        if (failures > 0) options.onTrouble?.(undefined);
        failures = 0;
      }
      retry = parser.retry ?? 250;
    } catch (error) {
      if (signal.aborted) return;
      const problem = asProblem(error);
      if (!problem.transient) throw problem;
      failures++;
      options.onTrouble?.(problem);
      retry = (problem.retryAfterSeconds ?? Math.min(15, 2 ** (failures - 1))) * 1000;
    }
    if (!done()) await wait(retry, signal);
  }
}
