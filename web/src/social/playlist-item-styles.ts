import { css } from 'lit';

/** Rows of videos in an order. */
export const playlistItemStyles = css`
  li {
    display: grid;
    grid-template-columns: 24px 112px minmax(0, 1fr) auto;
    align-items: center;
    gap: 12px;
    padding: 8px 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  li.held {
    box-shadow: var(--shadow);
    outline: 2px solid var(--accent);
  }
  li > a {
    color: var(--text);
    font-weight: 560;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  li > a:hover {
    text-decoration: underline;
  }
  .handle {
    display: grid;
    place-items: center;
    align-self: stretch;
    color: var(--muted);
    cursor: grab;
    touch-action: none;
  }
  li.held .handle {
    cursor: grabbing;
  }
  svg {
    width: 18px;
    height: 18px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
    pointer-events: none;
  }
  .picture {
    position: relative;
    aspect-ratio: 16 / 9;
    border-radius: 8px;
    overflow: hidden;
    background: var(--sunken);
  }
  .picture img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .picture span {
    position: absolute;
    right: 4px;
    bottom: 4px;
    padding: 0 5px;
    border-radius: 5px;
    background: rgb(10 11 14 / 78%);
    color: #fff;
    font-size: 0.72rem;
  }
  .actions {
    display: flex;
  }
  @media (max-width: 640px) {
    li {
      grid-template-columns: 20px 84px minmax(0, 1fr);
    }
    .actions {
      grid-column: 2 / -1;
    }
  }
`;
