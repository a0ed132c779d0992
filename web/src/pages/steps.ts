import { statusOf, type ProgressSnapshot } from '../api/types';

export interface Step {
  text: string;
  mark: 'done' | 'now' | 'failed' | '';
}

const names = ['Uploaded', 'Checked', 'Encoded', 'Ready'];

/** Where a video is on its way, as four steps. */
export function stepsOf(snapshot: ProgressSnapshot | undefined): Step[] {
  const at = position(snapshot);
  const ended = ['failed', 'cancelled'].includes(statusOf(snapshot?.status));
  return names.map((text, i) => ({
    text,
    mark: i < at ? 'done' : i > at ? '' : ended ? 'failed' : at === names.length ? 'done' : 'now',
  }));
}

/** Index of the step that is under way. */
function position(snapshot: ProgressSnapshot | undefined): number {
  switch (statusOf(snapshot?.status)) {
    case 'ready':
      return names.length;
    case 'processing':
      return (snapshot?.renditions ?? []).length > 0 && (snapshot?.renditions ?? []).every((each) => (each.fraction ?? 0) >= 1) ? 3 : 2;
    case 'awaitingapproval':
      return 2;
    case 'probing':
      return 1;
    case 'failed':
    case 'cancelled':
      // How far it came is known by what was planned.
      return (snapshot?.renditions ?? []).length > 0 ? 2 : 1;
    default:
      return snapshot ? 0 : 1;
  }
}
