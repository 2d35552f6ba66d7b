interface Kept {
  etag: string;
  body: string;
}

const MOST = 80;
const JSON_TYPE = { 'Content-Type': 'application/json' };

/**
 * Fetches as the API wants to be asked: writes carry our header, reads say what is known already. An answer
 * that has not changed is told again from what was kept.
 */
export function remembering(ask: (request: Request) => Promise<Response>) {
  const kept = new Map<string, Kept>();

  function keep(url: string, one: Kept) {
    kept.delete(url);
    kept.set(url, one);
    if (kept.size > MOST) kept.delete(kept.keys().next().value ?? '');
  }

  return async (request: Request): Promise<Response> => {
    if (request.method !== 'GET') {
      request.headers.set('X-Adfleet-Request', '1');
      return ask(request);
    }
    const known = kept.get(request.url);
    if (known) request.headers.set('If-None-Match', known.etag);
    const response = await ask(request);
    if (response.status === 304 && known) return new Response(known.body, { headers: JSON_TYPE });
    const etag = response.headers.get('ETag');
    if (!response.ok || !etag) return response;
    const body = await response.text();
    keep(request.url, { etag, body });
    return new Response(body, { headers: JSON_TYPE });
  };
}
