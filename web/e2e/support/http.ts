/** JSON to the server, with a sentence when it did not do what was asked. */
export async function ask<T>(
  base: string,
  method: string,
  path: string,
  body?: unknown,
  cookie?: string,
): Promise<{ body: T; cookie: string | null }> {
  const response = await fetch(base + path, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(cookie ? { cookie } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  const set = response.headers.get('set-cookie');
  return { body: (text ? JSON.parse(text) : null) as T, cookie: set?.split(';')[0] ?? null };
}

export async function text(base: string, path: string, cookie: string): Promise<string> {
  const response = await fetch(base + path, { headers: { cookie } });
  if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
}

/** The event of this code among all that the account helps run, page by page. */
export async function eventOfCode(base: string, cookie: string, code: string): Promise<string> {
  for (let after = ''; ;) {
    const { body } = await ask<{ events: { id: string; code: string }[]; next: string | null }>(
      base,
      'GET',
      `/api/v1/events${after}`,
      undefined,
      cookie,
    );
    const found = body.events.find((event) => event.code === code);
    if (found) return found.id;
    if (body.next === null) throw new Error(`no event has the code ${code}`);
    after = `?after=${encodeURIComponent(body.next)}`;
  }
}
