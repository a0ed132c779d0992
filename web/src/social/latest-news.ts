import { getNewNotifications } from '../api/generated';
import { asViewer } from '../session/access';
import { News } from './news';

/** Of whoever is there. */
export const news = new News(async () => (await getNewNotifications(asViewer().request)).count);
