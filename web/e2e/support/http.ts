/** JSON to the server, with a sentence when it did not do what was asked. */
export async function ask<T>(base: string, method: string, path: string, body?: unknown, cookie?: string): Promise<{ body: T; cookie: string | null }> {
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
