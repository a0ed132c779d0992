import { describe, expect, it } from 'vitest';
import { EventParser, follow, type ServerEvent } from '../../src/api/sse';

describe('The event parser', () => {
  it('reads events however they are cut', () => {
    const text = ': hello\r\nid: 7\r\nevent: progress\r\ndata: {"a":\r\ndata: 1}\r\n\r\ndata:plain\n\n';
    for (let size = 1; size < text.length; size++) {
      const parser = new EventParser();
      const events: ServerEvent[] = [];
      for (let at = 0; at < text.length; at += size) events.push(...parser.push(text.slice(at, at + size)));
      expect(events).toEqual([
        { id: '7', event: 'progress', data: '{"a":\n1}' },
        { id: '7', event: 'message', data: 'plain' },
      ]);
    }
  });

  it('takes no event from comments and empty blocks', () => {
    expect(new EventParser().push(': beat\n\n\nevent: x\n\n')).toEqual([]);
  });

  it('heeds the wish for a pause', () => {
    const parser = new EventParser();
    parser.push('retry: 1500\nretry: soon\n');
    expect(parser.retry).toBe(1500);
  });
});

const stream = (text: string) => new Response(text, { headers: { 'content-type': 'text/event-stream' } });

describe('Following a stream', () => {
  it('reconnects with the last id until it is done', async () => {
    const asked: (string | undefined)[] = [];
    const seen: string[] = [];
    const answers = [stream('id: 1\ndata: a\n\n'), stream('id: 2\ndata: b\n\n'), stream('id: 3\ndata: end\n\n')];
    await follow('/events', {
      signal: new AbortController().signal,
      done: () => seen.includes('end'),
      onEvent: (event) => seen.push(event.data),
      wait: async () => undefined,
      fetch: (async (_: unknown, init?: RequestInit) => {
        asked.push((init!.headers as Record<string, string>)['Last-Event-ID']);
        return answers.shift()!;
      }) as typeof fetch,
    });
    expect(seen).toEqual(['a', 'b', 'end']);
    expect(asked).toEqual([undefined, '1', '2']);
  });

  it('waits longer with each failure, and tells', async () => {
    const waits: number[] = [];
    const troubles: (number | undefined)[] = [];
    const answers = [() => Promise.reject(new TypeError('no network')), () => new Response('', { status: 503 }), () => stream('data: end\n\n')];
    let done = false;
    await follow('/events', {
      signal: new AbortController().signal,
      done: () => done,
      onEvent: () => (done = true),
      onTrouble: (problem) => troubles.push(problem?.status),
      wait: async (ms) => void waits.push(ms),
      fetch: (async () => answers.shift()!()) as typeof fetch,
    });
    expect(waits).toEqual([1000, 2000]);
    expect(troubles).toEqual([0, 503, undefined]);
  });

  it('stops at a refusal', async () => {
    const refused = new Response(JSON.stringify({ code: 'asset.not_found', detail: 'No such asset.' }), { status: 404, headers: { 'content-type': 'application/problem+json' } });
    await expect(
      follow('/events', { signal: new AbortController().signal, done: () => false, onEvent: () => undefined, fetch: (async () => refused) as typeof fetch }),
    ).rejects.toMatchObject({ code: 'asset.not_found', message: 'No such asset.' });
  });
});
