import { closes, type CloseName } from './codes.gen.ts';

/**
 * How a page and its server stand.
 * - `connecting`: the first attempt is under way.
 * - `live`: welcomed; frames flow.
 * - `offline`: lost or not reached; attempts go on by themselves.
 * - `refused`: the server said not to come back. `name` is a close of codes.json.
 */
export type Status =
  | { kind: 'connecting' }
  | { kind: 'live' }
  | { kind: 'offline' }
  | { kind: 'refused'; code: number; name: CloseName; message: string };

/** What a close code demands: `null` to come back, else the refusal. Codes outside the table (1006, proxies) mean: come back. */
export function refusal(code: number, message?: string): Status | null {
  const close = (closes as Record<number, { name: CloseName; reconnect: boolean; message: string }>)[code];
  if (!close || close.reconnect) return null;
  return { kind: 'refused', code, name: close.name, message: message ?? close.message };
}
