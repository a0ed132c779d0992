import type { NewTakedown, Report } from '../api/generated';

/** Why something should not be there, for people. */
export const reportReasons: Record<Report['reason'], string> = {
  spam: 'Spam or deceit', harassment: 'Harassment', hate: 'Hate', violence: 'Violence', sexual: 'Sexual content', childSafety: 'Harm to children',
  selfHarm: 'Suicide or self-harm', misinformation: 'Misinformation', infringement: 'Infringes somebody’s rights', other: 'Something else',
};

/** The policies for which moderators take a video down. */
export const takedownReasons: Record<NonNullable<NewTakedown['reason']>, string> = { ...reportReasons, legalOrder: 'A court or an authority orders it' };

export const reportStates: Record<Report['state'], string> = { open: 'Open', upheld: 'Upheld', dismissed: 'Dismissed' };
