import { afterEach, describe, expect, it, vi } from 'vitest';
import { Viewer } from '../../src/player/viewer';

const info = { playbackId: 'p', status: 'ready', revision: 1, growing: false };

describe('A viewer', () => {
  afterEach(() => vi.unstubAllGlobals());

  function platform(open: boolean) {
    const asked: (string | null)[] = [];
    vi.stubGlobal('location', new URL('https://v.test/watch/p'));
    vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
      const authorization = new Headers(init.headers).get('authorization');
      asked.push(authorization);
      return open || authorization ? Response.json(info) : Response.json({ code: 'playback.not_found', detail: 'No.' }, { status: 404 });
    });
    return asked;
  }

  const access = (token?: string) => ({ authorization: async () => token, renewed: async () => false });

  it('is nobody for what everybody may see', async () => {
    const asked = platform(true);
    const viewer = new Viewer('', access('Bearer a'));
    await viewer.playback('p');
    expect(asked).toEqual([null]);
    expect(await viewer.authorize('https://v.test/api/playback/p.m3u8')).toBeUndefined();
  });

  it('says who it is once nobody was refused, to the API alone', async () => {
    const asked = platform(false);
    const viewer = new Viewer('', access('Bearer a'));
    await viewer.playback('p');
    await viewer.playback('p');
    expect(asked).toEqual([null, 'Bearer a', 'Bearer a']);
    expect(await viewer.authorize('/api/playback/p.m3u8')).toEqual({ Authorization: 'Bearer a' });
    for (const other of ['https://v.test/media/1.m4s', 'https://cdn.test/api/x']) expect(await viewer.authorize(other)).toBeUndefined();
  });

  it('that is signed in nowhere, or has a token, is refused as before', async () => {
    const asked = platform(false);
    await expect(new Viewer('', access()).playback('p')).rejects.toThrow('No.');
    await expect(new Viewer('', access('Bearer a')).playback('p', 'token')).rejects.toThrow('No.');
    expect(asked).toEqual([null, null]);
  });
});
