import type { EventDetails } from '../../protocol/messages.gen.ts';
import { columnOf, viewFor } from '../event/kinds.ts';

/** An event to begin with: the rooms of an event file, and words about it. */
export interface Template {
  id: string;
  title: string;
  /** One or two lines: what for. */
  says: string;
  /** A name that may do until somebody thinks of a better one. */
  suggests: string;
  rooms: { name: string; activities: Written[]; alwaysOn: (Written & { on: boolean })[] }[];
}
interface Written {
  kind: string;
}

const ORDER = ['conference', 'roundtable', 'staff-meeting', 'board-away-day'];

const found = import.meta.glob<Omit<Template, 'id'>>('./templates/*.json', { eager: true, import: 'default' });

export const templates: readonly Template[] = Object.entries(found)
  .map(([path, template]) => ({ id: /([\w-]+)\.json$/.exec(path)![1]!, ...template }))
  .sort((one, other) => ORDER.indexOf(one.id) - ORDER.indexOf(other.id));

/** What is in it, counted by kind: `4 polls`, `1 ranking`, `Questions`. */
export function parts({ rooms }: Pick<Template, 'rooms'>): string[] {
  const many = new Map<string, number>();
  for (const { activities } of rooms) {
    for (const { kind } of activities) many.set(viewFor(kind).noun, (many.get(viewFor(kind).noun) ?? 0) + 1);
  }
  const moderated = rooms.flatMap(({ alwaysOn }) =>
    alwaysOn.flatMap(({ kind, on }) => (on ? (columnOf(kind)?.title ?? []) : [])),
  );
  return [
    ...(rooms.length > 1 ? [counted(rooms.length, 'room')] : []),
    ...[...many].map(([noun, n]) => counted(n, noun)),
    ...new Set(moderated),
  ];
}

/** The event file that makes an event of it. */
export const fileOf = ({ rooms }: Pick<Template, 'rooms'>, event: EventDetails): object => ({
  format: 'plenary-event',
  version: 2,
  event,
  rooms,
  results: [],
});

export const counted = (n: number, noun: string): string => `${n} ${n === 1 ? noun : plural(noun)}`;
const plural = (noun: string) => (noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`);
