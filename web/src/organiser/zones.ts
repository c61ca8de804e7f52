import type { Request } from '../protocol/api.ts';
import { request as asks } from '../ui/browser.ts';

/**
 * Time zones by their names in the IANA database. Server, browser and event may each know others: a zone may be newer
 * than one of them.
 */
export const UTC = 'UTC';

/** Whether this browser can tell the time there. */
export function knows(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

export function browserZone(): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return own && knows(own) ? own : UTC;
}

/** Every time zone the browser knows; older browsers only know their own. `also` is always in it. */
export function zones(also: string): string[] {
  const known = (Intl as { supportedValuesOf?: (key: 'timeZone') => string[] }).supportedValuesOf?.('timeZone') ?? [];
  return [...new Set([...known, browserZone(), UTC, also])].filter((zone) => zone !== '').sort();
}

/**
 * The first of these zones that has the same time as `zone` on all these days, one of its region before others; null
 * when none has.
 */
export function equalZone(zone: string, startsOn: string, endsOn: string, among: readonly string[]): string | null {
  if (!knows(zone)) return null;
  const at = noons(startsOn, endsOn);
  const wanted = offsets(zone, at);
  const region = zone.split('/')[0]!;
  const near = (other: string) => other.startsWith(`${region}/`);
  return (
    [...among.filter(near), ...among.filter((other) => !near(other))].find(
      (other) => knows(other) && offsets(other, at) === wanted,
    ) ?? null
  );
}

const DAY_MS = 86_400_000;
/** Clocks are changed twice a year at most; more days say nothing more. */
const MOST_DAYS = 31;

function noons(startsOn: string, endsOn: string): number[] {
  const first = Date.parse(`${startsOn}T12:00Z`);
  const last = Date.parse(`${endsOn}T12:00Z`);
  if (Number.isNaN(first) || Number.isNaN(last) || last < first) return [Date.now()];
  const step = Math.max(1, Math.ceil((last - first) / DAY_MS / MOST_DAYS)) * DAY_MS;
  const days = [last];
  for (let day = first; day < last; day += step) days.push(day);
  return days;
}

/** What clocks there show at these moments. */
function offsets(zone: string, at: readonly number[]): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return at.map((moment) => clock.format(moment)).join();
}

let asked: Promise<string[]> | null = null;

/** The zones that the server takes; asked once. Null when it did not answer: then it judges what is sent. */
export async function serverZones(request: Request = asks): Promise<string[] | null> {
  try {
    return await (asked ??= request<string[]>('GET', '/api/v1/time-zones'));
  } catch {
    asked = null;
    return null;
  }
}
