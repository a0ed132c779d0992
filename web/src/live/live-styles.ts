import { css } from 'lit';

export const liveStyles = css`
  .live {
    min-height: 32px;
    padding: 0 10px;
    border: 0;
    background: none;
    color: #fff;
    font: inherit;
    font-size: 0.86rem;
    cursor: pointer;
  }
  .live span {
    color: #ff5d5d;
  }
  .live:hover {
    background: rgb(255 255 255 / 14%);
  }
  .space {
    flex: 1;
  }
  .waiting {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    padding: 24px;
    background: #101116;
    text-align: center;
  }
`;
