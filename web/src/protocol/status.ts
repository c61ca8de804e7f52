import { closes, type CloseName } from './closes.gen.ts';

/**
 * How a page and its server stand.
 * - `connecting`: the first attempt is under way.
 * - `live`: welcomed, and answers as it should. `beats`: and the server is heard every few seconds, as something is
 * open.
 * - `offline`: lost, not reached, or not to be relied on; attempts go on by themselves. `restarting`: the server said
 *   goodbye to start anew.
 * - `refused`: the server said not to come back. `name` is a close of codes.json; `message` is what the server said of
 *   it, empty when it only closed.
 */
export type Status =
  | { kind: 'connecting' }
  | { kind: 'live'; beats?: boolean }
  | { kind: 'offline'; restarting?: boolean }
  | { kind: 'refused'; code: number; name: CloseName; message: string };

/**
 * What a close code demands: `null` to come back, else the refusal. Codes outside the table (1006, proxies) mean: come
 * back.
 */
export function refusal(code: number, message = ''): Status | null {
  const close = (closes as Record<number, { name: CloseName; reconnect: boolean }>)[code];
  if (!close || close.reconnect) return null;
  return { kind: 'refused', code, name: close.name, message };
}
