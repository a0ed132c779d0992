import { STATUS_CODES } from 'node:http';

/** Problem details, whole. */
export const problem = (status, code, detail) => [status, { status, title: STATUS_CODES[status], detail, code }];
