import { counted } from './templates.ts';
import { spacedCode } from '../../ui/code.ts';
import { figure } from '../../ui/figure.ts';

/** An event as the list shows it (HTTP.md). */
export interface Summary {
  id: string;
  name: string;
  startsOn: string;
  endsOn: string;
  timeZone: string;
  code: string;
  /** Activities of the run orders, and how many of them are in these states. */
  polls: number;
  drafts: number;
  open: number;
  locked: number;
  rooms: { name: string; code?: string }[];
  joined: number;
  archived: boolean;
  /** What became of it once it was ended. */
  phase: 'ended' | 'finalised' | null;
  /** Why it cannot be read; what the server could not make out of it is empty then. */
  unreadable: string | null;
  /** What this account is there. */
  role: 'organiser' | 'moderator' | 'presenter';
}

/** As the server sends it: what it could not read is missing. */
export type Sent = Pick<Summary, 'id' | 'role' | 'joined'> & Partial<Summary>;

export const summary = (sent: Sent): Summary => ({
  name: 'An event that cannot be read',
  startsOn: '',
  endsOn: '',
  timeZone: '',
  code: '',
  polls: 0,
  drafts: 0,
  open: 0,
  locked: 0,
  rooms: [],
  archived: false,
  phase: null,
  unreadable: null,
  ...sent,
});

export const isToday = (event: Summary, today: string): boolean => event.startsOn <= today && today <= event.endsOn;

/** A line about what is in it. */
export function about(event: Summary, today: string): string {
  const rooms = event.rooms.length === 1 ? '1 room' : event.rooms.map(({ name }) => name).join(', ');
  const past = event.endsOn < today || event.phase !== null;
  const parts = [rooms, counted(event.polls, 'activity')];
  if (event.joined > 0 || past) parts.push(`${figure(event.joined)} joined`);
  return parts.join(' · ');
}

export type Tone = 'open' | 'locked' | 'draft' | 'staged';

/** One word on how it stands; null when there is nothing to say. */
export function standing(event: Summary, today: string): { text: string; tone: Tone } | null {
  if (event.phase === 'finalised') return { text: 'Finalised', tone: 'locked' };
  if (event.open > 0) return { text: event.open === 1 ? 'Voting is open' : `${event.open} open`, tone: 'open' };
  if (event.phase === 'ended') return { text: event.locked > 0 ? 'Ended, to finalise' : 'Ended', tone: 'staged' };
  if (event.endsOn < today) return event.locked > 0 ? { text: 'To finalise', tone: 'staged' } : null;
  return event.polls === 0 ? { text: 'Empty', tone: 'draft' } : null;
}

/** The room or code that was found, where neither the name nor the list of rooms says why it was. */
export function foundBy(event: Summary, words: string): string {
  const wanted = words.trim().toLowerCase();
  if (wanted === '' || event.name.toLowerCase().includes(wanted)) return '';
  const room = event.rooms.find(({ name }) => name.toLowerCase().includes(wanted));
  if (room) return event.rooms.length === 1 ? `Room ${room.name}` : '';
  const code = wanted.replace(/[\s-]/g, '').toUpperCase();
  const coded = event.rooms.find((each) => each.code?.includes(code));
  return coded ? `Code ${spacedCode(coded.code!)}, ${coded.name}` : '';
}
