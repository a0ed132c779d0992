import { css } from 'lit';

/** Of pages with cards side by side. */
export const grids = css`
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(250px, 100%), 1fr));
    gap: 24px 20px;
  }
  section {
    display: grid;
    gap: 16px;
  }
`;
