import { getMe } from '../api/generated';
import { asViewer } from './access';
import { Myself } from './myself';

/** Of whoever is there. */
export const myself = new Myself(() => getMe(asViewer().request));
