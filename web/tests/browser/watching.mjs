/** Runs in the page before anything else: notes each presented frame, buffered range and player message. */
export function instrument() {
  window.frames_ = [];
  window.ranges = [];
  window.moved = [];
  window.holes = 0;
  const attach = setInterval(() => {
    const video = window.streamPlayer?.video;
    if (!video) return;
    clearInterval(attach);
    video.muted = true;
    window.streamPlayer.addEventListener('moved', (event) => window.moved.push({ at: performance.now(), revision: event.detail, time: video.currentTime }));
    const frame = (now, data) => {
      window.frames_.push({ at: now, time: data.mediaTime, height: data.height });
      video.requestVideoFrameCallback(frame);
    };
    video.requestVideoFrameCallback(frame);
    // A source that is set anew, or a seek, is a break however short; frames can also come late on a busy machine.
    window.breaks = [];
    video.addEventListener('playing', () => {
      for (const type of ['emptied', 'seeking', 'loadstart']) video.addEventListener(type, () => window.breaks.push(type));
    }, { once: true });
    const note = () => {
      window.ranges = Array.from({ length: video.buffered.length }, (_, i) => [video.buffered.start(i), video.buffered.end(i)]);
      if (window.ranges.length > 1) window.holes++;
    };
    for (const type of ['progress', 'timeupdate', 'ended', 'seeked', 'waiting']) video.addEventListener(type, note);
  }, 5);
}

/** What the page says about its player. */
export const outcome = (page) =>
  page.evaluate(() => {
    const { streamPlayer: player } = window;
    const gaps = window.frames_.slice(1).map((frame, i) => ({ gap: frame.at - window.frames_[i].at, time: frame.time, back: frame.time < window.frames_[i].time - 0.001 }));
    const moved = window.moved[0];
    const near = moved ? gaps.filter((_, i) => Math.abs(window.frames_[i + 1].at - moved.at) < 3000) : [];
    return {
      engine: player.engine, state: player.state, revision: player.revision, errors: player.errors,
      qualities: player.qualities.map((quality) => quality.name), active: player.activeQuality,
      ended: player.video.ended, time: player.video.currentTime, duration: player.video.duration, paused: player.video.paused,
      volume: player.video.volume, rate: player.video.playbackRate,
      breaks: window.breaks, ranges: window.ranges, holes: window.holes, moved: window.moved,
      heights: [...new Set(window.frames_.map((frame) => frame.height))],
      longestGapNearMove: Math.max(0, ...near.map((each) => each.gap)),
      longestGap: Math.max(0, ...gaps.map((each) => each.gap)),
      backwards: gaps.filter((each) => each.back).length,
    };
  });

export const until = (page, condition, argument, timeout = 60_000) => page.waitForFunction(condition, argument, { timeout, polling: 50 });
