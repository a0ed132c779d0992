import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeviceMemory } from '../../src/history/device-memory';
import { shareOf } from '../../src/history/known-progress';
import { resumeFrom, within, type Watched } from '../../src/history/watch-memory';
import { WatchTracker } from '../../src/history/watch-tracker';
import { FakeStorage } from './telemetry-stage';

/** An element that is played by hand, four looks a second. */
function element() {
  const video = Object.assign(new EventTarget(), { currentTime: 0, playbackRate: 1, seeking: false, ended: false });
  const told: Watched[] = [];
  let now = 0;
  const tracker = new WatchTracker(video as unknown as HTMLVideoElement, (watched) => told.push(watched), () => 100, () => now);
  const happens = (type: string) => video.dispatchEvent(new Event(type));
  return {
    video, told, tracker, happens,
    plays(seconds: number) {
      for (let i = 0; i < seconds * 4; i++) {
        now += 250;
        video.currentTime += video.playbackRate / 4;
        happens('timeupdate');
      }
    },
    seeks(to: number) {
      video.seeking = true;
      happens('seeking');
      video.currentTime = to;
      video.seeking = false;
      happens('timeupdate');
    },
  };
}

describe('What is told of watching', () => {
  const page = Object.assign(new EventTarget(), { hidden: false });
  const frame = new EventTarget();
  beforeEach(() => {
    page.hidden = false;
    vi.stubGlobal('document', page);
    vi.stubGlobal('window', frame);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is the place and the hundredths, on a slow beat', () => {
    const { told, plays } = element();
    plays(65);
    expect(told.map(({ position }) => position)).toEqual([30, 60]);
    expect(told[1]).toEqual({ position: 60, duration: 100, watched: `${'f'.repeat(15)}${'0'.repeat(10)}` });
  });

  it('leaves out what was jumped over', () => {
    const { told, plays, seeks, tracker } = element();
    plays(4);
    seeks(96);
    plays(4);
    tracker.close();
    expect(told).toEqual([{ position: 100, duration: 100, watched: `f${'0'.repeat(23)}f` }]);
  });

  it('comes when they pause, when the page is hidden and when it goes, but only after more was watched', () => {
    const { told, plays, happens, tracker } = element();
    plays(6);
    for (let i = 0; i < 3; i++) happens('pause');
    expect(told).toHaveLength(1);
    plays(1);
    happens('pause');
    expect(told, 'so soon again').toHaveLength(1);
    page.hidden = true;
    for (let i = 0; i < 3; i++) page.dispatchEvent(new Event('visibilitychange'));
    expect(told).toHaveLength(2);
    plays(1);
    frame.dispatchEvent(new Event('pagehide'));
    tracker.close();
    frame.dispatchEvent(new Event('pagehide'));
    expect(told.map(({ position }) => position)).toEqual([6, 7, 8]);
  });

  it('is nothing of who hardly looked', () => {
    const { told, plays, tracker } = element();
    plays(1.5);
    tracker.close();
    expect(told).toEqual([]);
  });
});

describe('Where to go on', () => {
  it('is the start for who was hardly past it, or near the end', () => {
    expect([1.4, 1.6, 28, 28.6].map((position) => resumeFrom({ position, duration: 30 }))).toEqual([undefined, 1.6, 28, undefined]);
    expect([9, 11].map((position) => resumeFrom({ position }))).toEqual([undefined, 11]);
  });

  it('is not waited for for ever', async () => {
    vi.useFakeTimers();
    const late = within(1000, new Promise<number>(() => undefined));
    await vi.advanceTimersByTimeAsync(1000);
    expect(await late).toBeUndefined();
    expect(await within(1000, Promise.resolve(7))).toBe(7);
    vi.useRealTimers();
  });

  it('is kept on the device for a while, of the latest, until somebody does not agree any more', async () => {
    const storage = new FakeStorage();
    let now = 1e12;
    const memory = new DeviceMemory(storage, () => now++);
    for (let i = 0; i < 102; i++) memory.note(`play_${i}`, { position: 50, duration: 100 });
    expect(await Promise.all(['play_1', 'play_2', 'play_101'].map((id) => memory.resumeAt(id)))).toEqual([undefined, 50, 50]);
    now += 91 * 864e5;
    expect(await memory.resumeAt('play_101')).toBeUndefined();
    memory.forget();
    expect(storage.length).toBe(0);
    storage.setItem('stream.watched', 'nonsense');
    expect(await memory.resumeAt('play_2')).toBeUndefined();
    storage.full = true;
    memory.note('play_2', { position: 5 });
  });
});

describe('The bar on a picture', () => {
  const video = { playbackId: 'p', title: 't', positionSeconds: 30, completed: false, watchedAt: '' };
  it('shows how far, whole when nothing is left, and nothing where that is not known', () => {
    expect([
      shareOf({ ...video, durationSeconds: 120, resumeSeconds: 30 }), shareOf({ ...video, durationSeconds: 31, completed: true }),
      shareOf({ ...video, durationSeconds: 60, completed: true, resumeSeconds: 30 }), shareOf(video),
    ]).toEqual([0.25, 1, 0.5, undefined]);
  });
});
