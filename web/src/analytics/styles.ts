import { css } from 'lit';

/** Of parts of the pages of figures. */
export const panel = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px;
    min-width: 0;
    padding: 20px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .wide {
    position: relative;
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.9rem;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 7px 10px;
    border-bottom: 1px solid var(--line);
    text-align: right;
    white-space: nowrap;
  }
  :is(th, td):first-child {
    text-align: left;
  }
  thead th {
    color: var(--muted);
    font-weight: 560;
  }
  tbody th {
    font-weight: 500;
  }
  summary {
    width: fit-content;
    color: var(--muted);
    font-size: 0.875rem;
    cursor: pointer;
  }
  select {
    width: auto;
  }
  @media (max-width: 600px) {
    :host {
      padding: 14px;
    }
  }
`;
