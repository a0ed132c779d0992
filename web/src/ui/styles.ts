import { css } from 'lit';

/** What every page element shares: text, buttons, inputs, cards, focus. Colours come from page.css. */
export const shared = css`
  :host {
    display: block;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p {
    margin: 0;
  }
  h1 {
    font-size: clamp(1.4rem, 1.1rem + 1.4vw, 1.9rem);
    line-height: 1.2;
    letter-spacing: -0.02em;
    font-weight: 650;
  }
  h2 {
    font-size: 1.05rem;
    font-weight: 620;
    letter-spacing: -0.01em;
  }
  a {
    color: var(--accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  .muted {
    color: var(--muted);
  }
  .small {
    font-size: 0.875rem;
  }
  .num {
    font-variant-numeric: tabular-nums;
  }
  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px;
  }
  .spread {
    justify-content: space-between;
  }
  .stack {
    display: grid;
    gap: 16px;
  }
  .card {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: 20px;
  }
  button,
  .button {
    appearance: none;
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
    padding: 0 16px;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--surface);
    color: var(--text);
    font: inherit;
    font-size: 0.94rem;
    font-weight: 560;
    text-decoration: none;
    cursor: pointer;
    transition: background-color 0.15s, border-color 0.15s;
  }
  button:hover,
  .button:hover {
    background: var(--sunken);
  }
  button.primary,
  .button.primary {
    background: var(--accent);
    border-color: transparent;
    color: var(--on-accent);
  }
  button.primary:hover,
  .button.primary:hover {
    background: var(--accent-strong);
  }
  .quiet {
    border-color: transparent;
    background: none;
    color: var(--muted);
    padding: 0 10px;
  }
  .quiet:hover {
    color: var(--text);
    background: var(--sunken);
  }
  button.danger {
    color: var(--bad);
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  label {
    display: grid;
    gap: 6px;
    font-size: 0.9rem;
    font-weight: 560;
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    width: 100%;
    min-height: 42px;
    padding: 0 12px;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--surface);
    color: var(--text);
    font: inherit;
    font-weight: 400;
  }
  textarea {
    padding-block: 10px;
    resize: vertical;
  }
  [aria-invalid='true'] {
    border-color: var(--bad) !important;
  }
  fieldset {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-bottom: 8px;
    padding: 0;
    font-size: 0.9rem;
    font-weight: 560;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    font-weight: 450;
  }
  input[type='checkbox'],
  input[type='radio'] {
    accent-color: var(--accent);
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .notice {
    border-radius: 10px;
    padding: 12px 14px;
    background: var(--sunken);
    font-size: 0.94rem;
  }
  .notice.bad {
    background: var(--bad-soft);
    color: var(--bad);
  }
  progress {
    appearance: none;
    display: block;
    width: 100%;
    height: 6px;
    border: 0;
    border-radius: 99px;
    overflow: hidden;
    background: var(--sunken);
  }
  progress::-webkit-progress-bar {
    background: var(--sunken);
  }
  progress::-webkit-progress-value {
    background: var(--accent);
    border-radius: 99px;
    transition: width 0.3s linear;
  }
  progress::-moz-progress-bar {
    background: var(--accent);
    border-radius: 99px;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 2px 9px;
    border-radius: 99px;
    font-size: 0.78rem;
    font-weight: 600;
    background: var(--sunken);
    color: var(--muted);
  }
  .badge::before {
    content: '';
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: currentColor;
  }
  .badge.good {
    color: var(--good);
  }
  .badge.busy {
    color: var(--accent);
  }
  .badge.bad {
    color: var(--bad);
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition: none !important;
      animation: none !important;
    }
  }
`;

/** Of pages that are one form. */
export const narrow = css`
  :host {
    display: grid;
    gap: 18px;
    max-width: 460px;
    margin: 28px auto 0;
  }
`;

/** Of sections that list what somebody has. */
export const listed = css`
  :host {
    display: grid;
    gap: 16px;
  }
  :host(.card) {
    padding: 20px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  ul {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
`;

/** Of pages that are a list. */
export const page = css`
  :host {
    display: grid;
    gap: 22px;
    margin-top: 28px;
  }
  ul,
  ol {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .empty {
    justify-items: center;
    padding: 56px 20px;
    border: 1px dashed var(--line);
    border-radius: var(--radius);
    text-align: center;
  }
`;
