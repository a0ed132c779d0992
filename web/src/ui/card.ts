import { css } from 'lit';

/** Of a card of a video: its picture with a length, above a bar of how far one is, and a title whose link is the whole card. */
export const card = css`
  article {
    display: grid;
    position: relative;
  }
  .picture {
    position: relative;
    aspect-ratio: 16 / 9;
    border-radius: var(--radius);
    overflow: hidden;
    background: var(--sunken);
  }
  .picture img {
    width: 100%;
    height: 100%;
    object-fit: cover;
    display: block;
  }
  .picture span {
    position: absolute;
    right: 6px;
    bottom: 10px;
    padding: 1px 7px;
    border-radius: 6px;
    background: rgb(10 11 14 / 78%);
    color: #fff;
    font-size: 0.78rem;
  }
  h3 {
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  h3 a {
    color: var(--text);
    text-decoration: none;
  }
  h3 a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
`;
