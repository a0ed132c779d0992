import { css } from 'lit';

export const playerStyles = css`
  :host {
    display: block;
    position: relative;
    aspect-ratio: 16 / 9;
    background: #000;
    color: #fff;
    --stream-font: ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
    font-family: var(--stream-font);
    overflow: hidden;
  }
  :host(:focus-visible) {
    outline: 2px solid #8c9fff;
    outline-offset: 2px;
  }
  media-controller {
    width: 100%;
    height: 100%;
    --media-font-family: var(--stream-font);
    --media-primary-color: #fff;
    --media-secondary-color: transparent;
    --media-control-background: transparent;
    --media-control-hover-background: rgb(255 255 255 / 14%);
    --media-range-bar-color: var(--stream-accent, #8c9fff);
    --media-range-track-height: 4px;
    --media-range-track-border-radius: 4px;
    --media-range-track-background: rgb(255 255 255 / 26%);
    --media-time-range-buffered-color: rgb(255 255 255 / 34%);
    --media-range-thumb-background: #fff;
    --media-preview-background: rgb(20 21 26 / 92%);
    --media-tooltip-background-color: rgb(20 21 26 / 92%);
    --media-tooltip-border-radius: 8px;
    --media-control-height: 24px;
    --media-button-icon-height: 24px;
    background: #000;
  }
  video {
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  .still {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: contain;
    pointer-events: none;
  }
  media-poster-image {
    width: 100%;
    height: 100%;
    --media-object-fit: contain;
  }
  .chrome {
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    width: 100%;
    padding: 40px 12px 6px;
    background: linear-gradient(to top, rgb(0 0 0 / 72%), rgb(0 0 0 / 36%) 55%, transparent);
  }
  media-time-range {
    box-sizing: border-box;
    width: 100%;
    height: 24px;
    padding: 0 8px;
  }
  media-control-bar {
    align-items: center;
    width: 100%;
    overflow: visible;
  }
  media-control-bar > * {
    border-radius: 8px;
  }
  media-time-display {
    font-variant-numeric: tabular-nums;
    font-size: 13px;
  }
  media-volume-range {
    width: 0;
    opacity: 0;
    padding: 0;
    transition: width 0.18s, opacity 0.18s;
  }
  media-mute-button:hover + media-volume-range,
  media-mute-button:focus-visible + media-volume-range,
  media-volume-range:hover,
  media-volume-range:focus-within {
    width: 84px;
    opacity: 1;
    padding: 0 8px;
  }
  .space {
    flex: 1;
  }
  media-captions-button:not([mediasubtitleslist]),
  media-pip-button[mediapipunavailable],
  media-fullscreen-button[mediafullscreenunavailable] {
    display: none;
  }
  .big {
    --media-button-icon-height: 38px;
    --media-control-height: 38px;
    width: 84px;
    height: 84px;
    border-radius: 50%;
    background: rgb(15 16 20 / 62%);
    backdrop-filter: blur(6px);
    transition: opacity 0.2s, transform 0.2s;
  }
  .big:hover {
    background: rgb(15 16 20 / 82%);
  }
  .big:not([mediapaused]),
  :host(:not([state='playable'])) .big,
  :host(:not([state='playable'])) .chrome,
  :host(:not([state='playable'])) media-loading-indicator {
    display: none;
  }
  .growing {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    padding: 0 10px;
    font-size: 12px;
    color: #dfe3ee;
    white-space: nowrap;
  }
  .growing::before {
    content: '';
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: #ffc65c;
    animation: pulse 1.6s ease-in-out infinite;
  }
  .overlay {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    padding: 16px;
    background: rgb(10 11 14 / 74%);
    backdrop-filter: blur(10px);
    overflow: auto;
    text-align: center;
    z-index: 2;
  }
  .panel {
    max-width: 440px;
    display: grid;
    gap: 10px;
    justify-items: center;
  }
  .panel h2 {
    margin: 0;
    font-size: 1.25rem;
    font-weight: 640;
    letter-spacing: -0.01em;
  }
  .panel p {
    margin: 0;
    color: #d3d7e2;
  }
  .panel .hint {
    font-size: 0.875rem;
    color: #a5abbb;
  }
  .bar {
    width: 220px;
    height: 4px;
    margin: 8px 0;
    border-radius: 4px;
    background: linear-gradient(90deg, transparent, #8c9fff, transparent) 0 0 / 50% 100% no-repeat rgb(255 255 255 / 14%);
    animation: slide 1.4s ease-in-out infinite;
  }
  .again {
    all: unset;
    margin-top: 6px;
    padding: 10px 20px;
    border-radius: 10px;
    background: #fff;
    color: #15171d;
    font-weight: 600;
    font-size: 0.94rem;
    cursor: pointer;
  }
  .again:focus-visible {
    outline: 2px solid #8c9fff;
    outline-offset: 3px;
  }
  .help dl {
    display: grid;
    grid-template-columns: auto auto;
    gap: 7px 22px;
    margin: 4px 0;
    text-align: left;
    font-size: 0.9rem;
  }
  .help dt {
    text-align: right;
  }
  .help dd {
    margin: 0;
    color: #d3d7e2;
  }
  kbd {
    display: inline-block;
    min-width: 24px;
    margin-left: 5px;
    padding: 1px 7px;
    border: 1px solid rgb(255 255 255 / 28%);
    border-radius: 6px;
    font: inherit;
    font-size: 0.8rem;
    text-align: center;
  }
  @keyframes pulse {
    50% {
      opacity: 0.35;
    }
  }
  @keyframes slide {
    from {
      background-position: -110% 0;
    }
    to {
      background-position: 210% 0;
    }
  }
  @media (max-width: 560px) {
    media-pip-button,
    media-playback-rate-button,
    .growing {
      display: none;
    }
    .big {
      width: 68px;
      height: 68px;
    }
    .chrome {
      padding: 24px 4px 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
    .bar,
    .growing::before {
      animation-duration: 4s;
    }
  }
`;
