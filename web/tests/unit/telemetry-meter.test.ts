import { describe, expect, it } from 'vitest';
import { Meter, type MediaEvent, type Sample } from '../../src/telemetry/meter';
import { WatchedRanges } from '../../src/telemetry/watched-ranges';

/** An element that is played by hand. */
function element() {
  const told: { type: string; ago?: number; [name: string]: unknown }[] = [];
  const meter: Meter = new Meter((type, details, ago) => told.push({ type, ...details, ...(ago ? { ago } : {}) }));
  meter.lasts(100);
  const sample: Sample = { elapsed: 5000, position: 0, rate: 1, paused: true, seeking: false, ended: false, hidden: false, downscaled: false };
  const happens = (event: MediaEvent, change: Partial<Sample> = {}) => meter.happened(event, { ...Object.assign(sample, change) });
  return {
    meter, told, sample, happens,
    types: () => told.map(({ type }) => type),
    /** Time goes by, in which pictures may move. */
    passes(milliseconds: number, moving = false) {
      for (let left = milliseconds; left > 0; left -= 250) {
        const step = Math.min(250, left);
        sample.elapsed += step;
        if (moving) sample.position += (step / 1000) * sample.rate;
        happens('timeupdate');
      }
    },
    starts(after = 0) {
      happens('play', { paused: false });
      happens('waiting');
      this.passes(after);
      happens('playing');
    },
    seeks(to: number, after: number) {
      happens('seeking', { seeking: true, position: to });
      happens('waiting');
      this.passes(after);
      happens('seeked', { seeking: false });
      if (!sample.paused) happens('playing');
    },
  };
}

describe('The meter', () => {
  it('counts waiting before the first picture as start-up, and nothing else', () => {
    const video = element();
    video.passes(3000);
    video.starts(1250);
    video.passes(2000, true);
    expect(video.told).toEqual([{ type: 'attempt' }, { type: 'playing', startupMs: 1250 }]);
    expect(video.meter.totals()).toMatchObject({ watchedMs: 2000, stalls: 0, stalledMs: 0, seeks: 0 });
  });

  it('counts start-up from where play was asked for, though the element hears of it later', () => {
    const video = element();
    video.meter.asked(video.sample.elapsed);
    video.passes(700);
    video.starts(300);
    expect(video.told).toEqual([{ type: 'attempt', ago: 700 }, { type: 'playing', startupMs: 1000 }]);
  });

  it('knows of no attempt where the browser refused to play by itself, but of one that ended before it began', () => {
    const refused = element();
    refused.meter.asked(5000);
    refused.meter.refused();
    refused.meter.exit({ ...refused.sample, elapsed: 9000 });
    expect(refused.told).toEqual([]);
    const left = element();
    left.meter.asked(5000);
    left.meter.exit({ ...left.sample, elapsed: 9000 });
    expect(left.told).toEqual([{ type: 'attempt', ago: 4000 }, { type: 'exit' }]);
  });

  it('does not count the time that a viewer pauses before the first picture', () => {
    const video = element();
    video.happens('play', { paused: false });
    video.passes(500);
    video.happens('pause', { paused: true });
    video.passes(60_000);
    video.starts(250);
    expect(video.told.at(-1)).toEqual({ type: 'playing', startupMs: 750 });
    expect(video.types()).toEqual(['attempt', 'playing']);
  });

  it('tells a stall from a seek', () => {
    const video = element();
    video.starts();
    video.passes(4000, true);
    video.happens('waiting');
    video.passes(1500);
    video.happens('playing');
    video.passes(1000, true);
    video.seeks(60, 2000);
    video.passes(1000, true);
    expect(video.told.slice(2)).toEqual([{ type: 'stall', durationMs: 1500 }, { type: 'seek', from: 5, to: 60 }]);
    expect(video.meter.totals()).toMatchObject({ watchedMs: 6000, stalls: 1, stalledMs: 1500, seeks: 1 });
  });

  it('takes a drag of the seek bar for one seek, a player’s own jump over a hole for none, and a seek out of a stall for its end', () => {
    const video = element();
    video.starts();
    video.passes(1000, true);
    for (const position of [20, 30, 40]) {
      video.happens('seeking', { seeking: true, position });
      video.passes(250);
    }
    video.happens('seeked', { seeking: false });
    video.happens('playing');
    video.happens('waiting');
    video.happens('seeking', { seeking: true, position: 40.2 });
    video.happens('seeked', { seeking: false });
    video.passes(500);
    video.seeks(70, 250);
    expect(video.told.slice(2)).toEqual([{ type: 'seek', from: 1, to: 40 }, { type: 'stall', durationMs: 500 }, { type: 'seek', from: 40.2, to: 70 }]);
    expect(video.meter.totals()).toMatchObject({ stalls: 1, stalledMs: 500, seeks: 2, watchedMs: 1000 });
  });

  it('notices a seek by an update of the time that comes before the element says so', () => {
    const video = element();
    video.starts();
    video.passes(1000, true);
    video.happens('timeupdate', { seeking: true, position: 50 });
    video.happens('seeking');
    video.happens('seeked', { seeking: false });
    video.happens('playing');
    expect(video.told.at(-1)).toEqual({ type: 'seek', from: 1, to: 50 });
    expect(video.meter.totals()).toMatchObject({ seeks: 1, watchedMs: 1000 });
  });

  it('goes on after a seek that no browser said was over', () => {
    const video = element();
    video.starts();
    video.happens('seeking', { seeking: true, position: 50 });
    video.happens('seeked', { seeking: false });
    video.passes(1000, true);
    expect(video.told.at(-1)).toEqual({ type: 'seek', from: 0, to: 50 });
    expect(video.meter.totals().watchedMs).toBe(750);
  });

  it('tells of a pause and of going on, of the end, and of what is watched again', () => {
    const video = element();
    video.starts();
    video.passes(1000, true);
    video.happens('pause', { paused: true });
    video.passes(9000);
    video.seeks(99, 250);
    video.happens('play', { paused: false });
    video.happens('playing');
    video.passes(1000, true);
    video.happens('pause', { paused: true, ended: true });
    video.happens('ended');
    expect(video.types()).toEqual(['attempt', 'playing', 'pause', 'seek', 'resume', 'ended']);
    video.happens('play', { paused: false });
    video.happens('seeking', { seeking: true, ended: false, position: 0 });
    video.happens('seeked', { seeking: false });
    video.happens('playing');
    video.passes(1000, true);
    expect(video.types().slice(6)).toEqual(['seek', 'resume']);
    expect(video.meter.totals()).toMatchObject({ watchedMs: 3000, watched: `8${'0'.repeat(23)}1` });
  });

  it('takes a change of source for a stall, and its return to where it was for no seek', () => {
    const video = element();
    video.starts();
    video.passes(8000, true);
    video.happens('emptied', { position: 0 });
    video.passes(750);
    video.happens('seeking', { seeking: true, position: 8 });
    video.happens('seeked', { seeking: false });
    video.happens('playing');
    video.passes(1000, true);
    expect(video.told.slice(2)).toEqual([{ type: 'stall', durationMs: 750 }]);
    expect(video.meter.totals()).toMatchObject({ watchedMs: 9000, stalls: 1, stalledMs: 750, seeks: 0, watched: `ff8${'0'.repeat(22)}` });
  });

  it('weighs the bitrate by the time that a rung was watched, and counts changes but not the first rung', () => {
    const video = element();
    video.meter.shows({ height: 360, kbps: 1000 }, { ...video.sample });
    video.starts();
    video.passes(4000, true);
    video.meter.shows({ height: 720, kbps: 3000 }, { ...video.sample });
    video.meter.shows({ height: 720, kbps: 3000 }, { ...video.sample });
    video.passes(2000, true);
    expect(video.told).toEqual([{ type: 'attempt' }, { type: 'rung', height: 360, kbps: 1000 }, { type: 'playing', startupMs: 0 }, { type: 'rung', height: 720, kbps: 3000 }]);
    expect(video.meter.totals()).toMatchObject({ bitrateMs: 10_000_000, rungChanges: 1 });
  });

  it('adds up what is watched hidden or smaller than it is, at any speed, and by the clock on the wall', () => {
    const video = element();
    video.starts();
    video.sample.rate = 2;
    video.passes(1000, true);
    video.sample.hidden = true;
    video.meter.visibility(true, { ...video.sample });
    video.passes(2000, true);
    video.sample.hidden = false;
    video.sample.downscaled = true;
    video.meter.visibility(false, { ...video.sample });
    video.passes(500, true);
    expect(video.meter.totals()).toMatchObject({ watchedMs: 3500, hiddenMs: 2000, downscaledMs: 500, watched: `fe${'0'.repeat(23)}` });
  });

  it('does not take a machine that slept for a viewer who watched', () => {
    const video = element();
    video.starts();
    video.passes(1000, true);
    video.happens('timeupdate', { elapsed: video.sample.elapsed + 3_600_000, position: video.sample.position + 0.25 });
    expect(video.meter.totals().watchedMs).toBeLessThanOrEqual(2250);
  });

  it('counts dropped frames through changes of the source, and bounds errors', () => {
    const video = element();
    for (const frames of [3, 10, 2]) video.meter.hasDropped(frames);
    expect(video.meter.totals().droppedFrames).toBe(12);
    video.meter.failed({ code: 'hls.manifestLoadError', fatal: true }, { ...video.sample });
    for (let i = 0; i < 200; i++) video.meter.failed({ code: 'hls.fragLoadError', fatal: false }, { ...video.sample });
    expect(video.types().filter((type) => type === 'error')).toHaveLength(50);
    expect(video.types()[0]).toBe('attempt');
  });
});

describe('Watched ranges', () => {
  it('are hundredths of a title as soon as its length is known, and touch no part that only begins where they end', () => {
    const ranges = new WatchedRanges();
    ranges.add(0, 30);
    ranges.add(59.9, 60);
    expect(ranges.parts(undefined)).toBe('0'.repeat(25));
    expect(ranges.parts(60)).toBe(`${'f'.repeat(12)}c${'0'.repeat(11)}1`);
    expect(ranges.parts(120)).toBe(`${'f'.repeat(6)}8${'0'.repeat(5)}4${'0'.repeat(12)}`);
    ranges.add(25, 70);
    expect(ranges.parts(60)).toBe('f'.repeat(25));
  });

  it('stay few', () => {
    const ranges = new WatchedRanges();
    for (let i = 0; i < 10_000; i++) ranges.add(i * 2, i * 2 + 1);
    expect((ranges as unknown as { ranges: unknown[] }).ranges).toHaveLength(200);
  });
});
