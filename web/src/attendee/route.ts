import { tidyCode } from './code.ts';

/** What the address of the page asks for. */
export type Route =
  | { name: 'start' }
  /** `/j/H7K2MQ`, or `/?code=h7k+2mq` from the form that works before the script is loaded. */
  | { name: 'join'; code: string }
  | { name: 'preview' | 'votes'; event: string; room: string };

export function route(path: string, query: string): Route {
  if (/^\/my-votes\/?$/.test(path)) return { name: 'votes', event: '', room: '' };
  const preview = /^\/preview\/([a-z0-9]+)\/([a-z0-9]+)\/?$/.exec(path);
  if (preview) return { name: 'preview', event: preview[1]!, room: preview[2]! };
  const join = /^\/j\/([^/]+)\/?$/.exec(path);
  const code = tidyCode(join ? decoded(join[1]!) : (new URLSearchParams(query).get('code') ?? ''));
  return code ? { name: 'join', code } : { name: 'start' };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
