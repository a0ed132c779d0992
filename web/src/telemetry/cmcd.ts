/**
 * How media requests say which session they belong to and how its buffer stands (CTA-5004). `query` costs no preflight and is
 * in the log lines of CDNs, but their cache must leave the parameter `CMCD` out of its key, and signatures must not cover it.
 * `header` is for all others; from another origin it costs a preflight a request, and the CDN must allow the headers.
 */
export type CmcdPolicy = 'query' | 'header' | 'off';

/** What is told: the session, what is asked for, and how playing stands; nothing that names other addresses. */
const includeKeys = ['bl', 'br', 'bs', 'cid', 'd', 'mtp', 'ot', 'sf', 'sid', 'st', 'su'] as const;

/** The option `cmcd` of hls.js. */
export interface HlsCmcd {
  sessionId?: string;
  contentId: string;
  useHeaders: boolean;
  includeKeys: (typeof includeKeys)[number][];
}

/** For the configuration of hls.js. A session's id that isn't known yet follows; until then hls.js has one of its own. */
export function hlsCmcd(contentId: string, policy: CmcdPolicy, sessionId?: string): HlsCmcd {
  return { ...(sessionId ? { sessionId } : {}), contentId, useHeaders: policy === 'header', includeKeys: [...includeKeys] };
}

/** For the configuration of shaka-player, once the session is known. */
export function shakaCmcd(sessionId: string, contentId: string, policy: CmcdPolicy): object {
  return { cmcd: { enabled: policy !== 'off', sessionId, contentId, useHeaders: policy === 'header', includeKeys: [...includeKeys], version: 1 } };
}
