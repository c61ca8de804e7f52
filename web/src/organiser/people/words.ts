import type { Id } from '../../protocol/messages.gen.ts';
import type { Grant, StaffRole } from './people.svelte.ts';

export const roleName: Record<StaffRole, string> = {
  organiser: 'Organiser',
  moderator: 'Moderator',
  presenter: 'Presenter',
};

/** What somebody in this role does. */
export const roleDoes: Record<StaffRole, string> = {
  organiser: 'Prepares and runs everything, invites others, takes the results home.',
  moderator: 'Reads the questions before the room does. Polls are not theirs.',
  presenter: 'Opens and locks polls, shows results, marks questions as answered.',
};

/** The same, to somebody who is invited. */
export const youDo: Record<StaffRole, string> = {
  organiser: 'You prepare and run everything, invite others, and take the results home.',
  moderator: 'You read the questions before the room does. What moderators do is noted under their account.',
  presenter: 'You open and lock polls, show results, and mark questions as answered.',
};

/** `Presenter in Main hall and Room 2`; rooms that are gone are left out. */
export function grantText({ role, rooms }: Grant, known: readonly { id: Id; name: string }[]): string {
  if (rooms === null || role === 'organiser') {
    return known.length > 1 && role !== 'organiser' ? `${roleName[role]} in all rooms` : roleName[role];
  }
  const names = known.filter(({ id }) => rooms.includes(id)).map(({ name }) => name);
  return names.length === 0 ? `${roleName[role]}, in no room that is left` : `${roleName[role]} in ${list(names)}`;
}

export const list = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names);

const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
/** `Monday 8 March` of an instant, here. */
export const dayOf = (instant: string): string => day.format(new Date(instant)).replace(',', '');
