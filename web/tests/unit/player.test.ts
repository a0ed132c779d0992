import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/api/problem';
import type { PlaybackInfo } from '../../src/api/types';
import { chooseEngine } from '../../src/player/engines/create';
import { nameQualities, pickQuality } from '../../src/player/engines/engine';
import { commandFor, nextRate } from '../../src/player/keyboard';
import { PlaybackSession, pace, shouldMove, type Playback } from '../../src/player/playback-session';
import { loadPreferences, savePreferences } from '../../src/player/preferences';
import { distinct, pickSound, soundChoices, soundOf } from '../../src/player/sounds';

const info = (more: Partial<PlaybackInfo> = {}): PlaybackInfo => ({ playbackId: 'p', status: 'ready', revision: 1, growing: false, hlsUrl: '/x.m3u8', ...more });

/** Runs a session over these answers; time is skipped. */
async function through(answers: (PlaybackInfo | Error)[]) {
  const seen: Playback[] = [];
  const waits: number[] = [];
  await new Promise<void>((resolve) => {
    const session = new PlaybackSession({
      load: async () => {
        const answer = answers.shift();
        if (!answer) throw new Error('asked too often');
        if (answer instanceof Error) throw answer;
        return answer;
      },
      onChange: (playback) => {
        seen.push(playback);
        if (answers.length === 0) queueMicrotask(() => (session.stop(), resolve()));
      },
      schedule: (then, milliseconds) => {
        waits.push(milliseconds);
        queueMicrotask(() => answers.length > 0 && then());
        return () => undefined;
      },
    });
    session.start();
  });
  return { phases: seen.map((playback) => playback.phase), waits, last: seen.at(-1)! };
}

describe('A playback session', () => {
  it('waits for what is not ready, follows what grows, and ends with the final revision', async () => {
    const { phases, waits } = await through([
      new Problem(409, 'asset.not_ready', 'Not yet.'),
      info({ status: 'probing', hlsUrl: undefined, revision: 0 }),
      info({ status: 'processing', growing: true, revision: 0 }),
      info({ status: 'processing', growing: true, revision: 0 }),
      info(),
    ]);
    expect(phases).toEqual(['waiting', 'waiting', 'playable', 'playable', 'playable']);
    expect(waits).toEqual([pace.waiting, pace.waiting, pace.growing, pace.growing]);
  });

  it.each([401, 403, 404, 409])('stops at a %i', async (status) => {
    const { last, waits } = await through([new Problem(status, 'some.code', 'No.')]);
    expect(last).toMatchObject({ phase: 'failed', retrying: false });
    expect(waits).toEqual([]);
  });

  it('retries what the network broke, ever more slowly', async () => {
    const { waits, last } = await through([...Array.from({ length: 6 }, () => new TypeError('network')), info()]);
    expect(waits).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
    expect(last.phase).toBe('playable');
  });

  it('says why a failed video failed', async () => {
    const { last } = await through([info({ status: 'failed', hlsUrl: undefined, failure: { code: 'source.empty', message: 'The file is empty.' } })]);
    expect(last).toMatchObject({ phase: 'failed', problem: { code: 'source.empty', message: 'The file is empty.' } });
  });

  it('goes on playing an old revision while a new one is being made', async () => {
    const { last } = await through([info({ status: 'processing', revision: 2 })]);
    expect(last.phase).toBe('playable');
  });
});

describe('Moving on', () => {
  it.each([
    ['while it grows', { revision: 0, growing: true }, info({ growing: true, revision: 0 }), false],
    ['when the final revision is there', { revision: 0, growing: true }, info({ revision: 1 }), true],
    ['when growing ended under the same number', { revision: 1, growing: true }, info({ revision: 1 }), true],
    ['when nothing changed', { revision: 1, growing: false }, info({ revision: 1 }), false],
    ['when there is a newer revision', { revision: 1, growing: false }, info({ revision: 2 }), true],
  ] as const)('%s', (_, held, now, expected) => expect(shouldMove(held, now)).toBe(expected));
});

describe('Qualities', () => {
  const qualities = nameQualities([
    { width: 1920, height: 1080, bitrate: 5e6 },
    { width: 1080, height: 1920, bitrate: 4e6 },
    { width: 640, height: 360, bitrate: 5e5 },
  ]);

  it('are named by the shorter side, and told apart', () => {
    expect(qualities.map((quality) => quality.name)).toEqual(['1080p 5.0 Mbit/s', '1080p 4.0 Mbit/s', '360p']);
  });

  it.each([['360p', '360p'], ['720p', '360p'], ['240p', '360p']])('a wish for %s gives %s', (wish, name) => {
    expect(pickQuality(qualities, wish)?.name).toBe(name);
  });
});

describe('The engine', () => {
  it.each([
    ['', true, true, 'hls'],
    ['', false, true, 'native'],
    ['', false, false, undefined],
    ['dash', true, false, 'dash'],
    ['dash', false, true, 'native'],
    ['native', true, true, 'native'],
    ['native', true, false, 'hls'],
  ] as const)('wish "%s", MSE %s, native %s: %s', (wish, mse, nativeHls, expected) => {
    expect(chooseEngine(wish, { mse, nativeHls })).toBe(expected);
  });
});

describe('The keyboard', () => {
  it('knows its keys', () => {
    expect(commandFor({ key: ' ' })).toEqual({ kind: 'toggle-play' });
    expect(commandFor({ key: 'K' })).toEqual({ kind: 'toggle-play' });
    expect(commandFor({ key: '7' })).toEqual({ kind: 'seek-to', fraction: 0.7 });
    expect(commandFor({ key: 'x' })).toBeUndefined();
  });

  it('leaves keys to whom they belong', () => {
    expect(commandFor({ key: 'f', ctrlKey: true })).toBeUndefined();
    expect(commandFor({ key: 'k' }, 'typing')).toBeUndefined();
    expect(commandFor({ key: ' ' }, 'button')).toBeUndefined();
    expect(commandFor({ key: 'ArrowUp' }, 'menu')).toBeUndefined();
    expect(commandFor({ key: 'ArrowLeft' }, 'range')).toBeUndefined();
    expect(commandFor({ key: 'm' }, 'button')).toEqual({ kind: 'toggle-mute' });
  });

  it('steps through the usual speeds', () => {
    expect([nextRate(1, 1), nextRate(1, -1), nextRate(2, 1), nextRate(1.1, 1)]).toEqual([1.25, 0.75, 2, 1.25]);
  });
});

describe('Sounds', () => {
  const sounds = distinct([soundOf('en', 'English'), soundOf('pt-BR', 'Português'), soundOf('en', 'Commentary'), soundOf('en', 'English'), soundOf('und', 'Audio')]);

  it('are listed once, by the names their languages have where the reader is', () => {
    const listed = soundChoices([...sounds, soundOf('fr', 'Français')], ['de']).map(({ text, detail }) => [text, detail]);
    expect([listed[0], ...listed.slice(2)]).toEqual([['Englisch', 'English'], ['Englisch', 'Commentary'], ['Audio', ''], ['Französisch', '']]);
  });

  it('are no choice where there is one', () => expect(soundChoices(sounds.slice(0, 1), ['en'])).toEqual([]));

  it('keep a tag that is no language', () => expect(soundChoices([soundOf('x', 'A'), soundOf('q9-!', 'B')], ['en'])[1]!.text).toBe('q9-!'));

  it.each([['pt-BR', 'Português'], ['pt', 'Português'], ['EN', 'English'], ['fr', undefined], ['', undefined]])('a wish for "%s" gives %s', (wish, label) => {
    expect(pickSound(sounds, wish)?.label).toBe(label);
  });
});

describe('Preferences', () => {
  it('come back as they were saved', () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
    savePreferences({ volume: 0.4, muted: true, quality: '720p', rate: 1.5, language: 'de' }, storage);
    expect(loadPreferences(storage)).toEqual({ volume: 0.4, muted: true, quality: '720p', rate: 1.5, language: 'de' });
  });

  it.each(['{', '{"volume":9,"rate":"fast","quality":3,"language":[]}', 'null'])('survive %s', (text) => {
    expect(loadPreferences({ getItem: () => text })).toEqual({ volume: 1, muted: false, quality: 'auto', rate: 1, language: '' });
  });
});
