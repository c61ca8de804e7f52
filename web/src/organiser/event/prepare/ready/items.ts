import type { OrganiserSnapshot } from '../../../../protocol/messages.gen.ts';
import { spacedCode } from '../../../../ui/code.ts';
import { figure } from '../../../../ui/figure.ts';
import { dates } from '../../../events/dates.ts';
import type { Invitation, Person } from '../../../people/people.svelte.ts';
import { isCopy, type Finding } from '../checks.ts';

const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** @param today in the event's time zone, ISO 8601 */
export function date({ event }: Pick<OrganiserSnapshot, 'event'>, today: string): Finding {
  const title = 'Date.';
  if (event.endsOn < today) {
    return { tone: 'look', title, text: `The event ended on ${dates(event.endsOn, event.endsOn)}. Change its dates.` };
  }
  const left = days(today, event.startsOn);
  if (left <= 0) return { tone: 'good', title, text: 'The event is today.' };
  return { tone: 'good', title, text: left === 1 ? 'The event is tomorrow.' : `The event is in ${figure(left)} days.` };
}

/** Hours by which a zone is ahead of UTC at a moment. */
function ahead(zone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at);
  const [, sign, hours, minutes = '0'] =
    /GMT([+-])(\d+):?(\d+)?/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
  return hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60);
}

/** @param own the zone of this device */
export function zone({ event }: Pick<OrganiserSnapshot, 'event'>, own: string): Finding {
  const title = 'Time zone.';
  const at = new Date(`${event.startsOn}T12:00:00Z`);
  try {
    const by = ahead(own, at) - ahead(event.timeZone, at);
    if (by === 0) return { tone: 'good', title, text: `${event.timeZone}, and this device agrees.` };
    const hours = Math.abs(by) === 1 ? '1 hour' : `${Math.abs(by)} hours`;
    const text = `The event is in ${event.timeZone}; this device is ${hours} ${by > 0 ? 'ahead of' : 'behind'} it.`;
    return { tone: 'look', title, text };
  } catch {
    return { tone: 'look', title, text: `This browser does not know ${event.timeZone}; times are shown in UTC.` };
  }
}

export function store({ store, storeReason }: Pick<OrganiserSnapshot, 'store' | 'storeReason'>): Finding {
  return store === 'ok'
    ? { tone: 'good', title: 'Store.', text: 'Votes can be stored now.' }
    : { tone: 'look', title: 'Store.', text: storeReason ?? 'Votes cannot be stored now. See the server’s log.' };
}

/**
 * @param questions what is asked, where that can be read
 * @param answered how many have been answered already
 */
export function runOrder(questions: readonly string[], answered: number): Finding {
  const title = 'Run order.';
  const all = figure(questions.length);
  if (questions.length === 0) return { tone: 'look', title, text: 'It is empty.' };
  const copies = questions.filter(isCopy).length;
  if (copies > 0) {
    const text = `${figure(copies)} of ${all} ${copies === 1 ? 'is' : 'are'} still named as a copy.`;
    return { tone: 'look', title, text };
  }
  if (answered > 0) {
    const have = answered === 1 ? 'has' : 'have';
    const text = `${figure(answered)} of ${all} ${have} been answered. Reset what was a rehearsal.`;
    return { tone: 'look', title, text };
  }
  return { tone: 'good', title, text: `${all} ready, nothing answered yet.` };
}

export function steps({ event }: Pick<OrganiserSnapshot, 'event'>): Finding {
  return event.smallGroup
    ? { tone: 'look', title: 'Small group.', text: 'Every vote shows at once, and phones say so. Settings change it.' }
    : { tone: 'good', title: 'Results.', text: 'They appear from the fifth answer on, so that no single vote shows.' };
}

export function people(list: readonly Person[], invitations: readonly Invitation[]): Finding {
  const title = 'People.';
  const waiting = invitations.length;
  if (waiting > 0) {
    const text = `${figure(waiting)} ${waiting === 1 ? 'invitation is' : 'invitations are'} not accepted yet.`;
    return { tone: 'look', title, text };
  }
  if (list.length === 1) return { tone: 'look', title, text: 'You are alone. Invite somebody who can step in.' };
  const as = (role: Person['role']) => list.filter((person) => person.role === role).length;
  const roles = (['organiser', 'moderator', 'presenter'] as const).flatMap((role) => {
    const n = as(role);
    return n > 0 ? [`${figure(n)} ${role}${n === 1 ? '' : 's'}`] : [];
  });
  return { tone: 'good', title, text: `${roles.join(', ')}; nobody is waited for.` };
}

export const code = (code: string, drawn: boolean): Finding =>
  drawn
    ? { tone: 'good', title: 'Code.', text: `${spacedCode(code)}, and its QR code is drawn.` }
    : { tone: 'look', title: 'Code.', text: `${spacedCode(code)}, but its QR code could not be loaded.` };

export const link = (which: 'Stage' | 'Remote', answer: 'live' | 'refused' | 'silent' | 'unread'): Finding => {
  const title = `${which} link.`;
  if (answer === 'live') {
    // The server tells nobody which screens and remotes are connected.
    const unseen = which === 'Stage' ? 'Look at the hall’s screen' : 'Ask the presenter';
    return {
      tone: 'good',
      title,
      text: `Opened just now from here, and welcomed. ${unseen} whether it is open there.`,
    };
  }
  if (answer === 'refused') return { tone: 'look', title, text: 'The server refuses it. Replace it under Share.' };
  if (answer === 'unread') return { tone: 'look', title, text: 'It could not be read.' };
  return { tone: 'look', title, text: 'No answer within 5 seconds.' };
};
