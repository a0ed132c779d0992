const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * URLs come with the platform's configured public address. One that names the loopback interface is of no use to a
 * page that came by another address (another machine, a tunnel): it goes to the page's own origin, where the same
 * runtime serves the same paths. Signatures cover paths, never hosts.
 */
export function reachable(url: string, base: string = location.href): string {
  const absolute = new URL(url, base);
  const page = new URL(base);
  if (loopback.test(absolute.hostname) && absolute.origin !== page.origin && page.protocol.startsWith('http')) {
    return page.origin + absolute.pathname + absolute.search + absolute.hash;
  }
  return absolute.href;
}

/** Adds a query parameter to a path or URL when there is a value. */
export function withQuery(url: string, values: Record<string, string | undefined>): string {
  const query = Object.entries(values).filter((pair): pair is [string, string] => !!pair[1]);
  if (query.length === 0) return url;
  return `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams(query)}`;
}
