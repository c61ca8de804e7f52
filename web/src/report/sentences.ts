import { figure } from '../ui/figure.ts';
import { percentText } from '../voting/percent.ts';
import { reportingOf, type KeyNumber, type Part } from './kinds.ts';
import type { Numbers, Report } from './report.ts';

const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "Thursday 3 December 2026", "3 December 2026 to 5 December 2026" */
export function daysLine({ startsOn, endsOn }: Pick<Report['event'], 'startsOn' | 'endsOn'>): string {
  const of = (text: string) => new Date(`${text}T00:00:00Z`);
  return startsOn === endsOn
    ? day.format(of(startsOn)).replace(',', '')
    : `${shortDay.format(of(startsOn))} to ${shortDay.format(of(endsOn))}`;
}

/** When it was written, in the event's time zone; a browser that does not know the zone says it in UTC. */
export function writtenLine({ event, writtenAt }: Pick<Report, 'event' | 'writtenAt'>): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  const at = new Date(writtenAt);
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: event.timeZone }).format(at);
  } catch {
    return `${new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(at)} UTC`;
  }
}

const turnout = ({ votes, possible }: Numbers) => percentText(votes, possible);

/** The numbers of the first page: who came, who voted, then what kinds have to say. */
export function keyNumbers({ numbers, activities }: Pick<Report, 'numbers' | 'activities'>): KeyNumber[] {
  const all: KeyNumber[] = [];
  if (numbers.joined !== null) {
    all.push({ figure: figure(numbers.joined), words: numbers.joined === 1 ? 'person joined' : 'people joined' });
  }
  if (numbers.possible > 0) {
    const one = numbers.asked === 1;
    all.push({
      figure: turnout(numbers),
      words: one ? 'of those connected voted' : 'of those connected voted, on average',
    });
  }
  if (numbers.asked > 0) {
    const answers = `${figure(numbers.votes)} ${numbers.votes === 1 ? 'answer' : 'answers'}`;
    all.push({
      figure: figure(numbers.asked),
      words: `${numbers.asked === 1 ? 'vote held' : 'votes held'}, ${answers} counted`,
    });
  }
  const kinds = [...new Set(activities.map(({ kind }) => kind))];
  return [
    ...all,
    ...kinds.flatMap((kind) => reportingOf({ kind })?.keyNumbers?.(activities.filter((a) => a.kind === kind)) ?? []),
  ];
}

/** What a room adds up to, for the table of rooms. */
export const roomCells = (room: Numbers): string[] => [
  room.joined === null ? '' : figure(room.joined),
  figure(room.asked),
  room.possible > 0 ? turnout(room) : '–',
];

/** What is true of all votes. */
const COUNTED = [
  'The base of turnout is everybody whose phone was connected at any moment while voting was open, and everybody who ' +
    'voted. One vote per browser counts: the last one before the lock.',
  'Percentages are of those who voted, each rounded by itself, so they may not add up to 100. Who abstained is told ' +
    'apart.',
  'While voting is open, results move in steps of five answers or more, so that nobody’s single vote can be seen. ' +
    'Results of fewer than five people are not shown, unless the event was said to be a small group.',
];

/** How it was counted, in the order in which readers wonder. */
export function methodLines({ numbers, losses }: Pick<Report, 'numbers' | 'losses'>, parts: readonly Part[]): string[] {
  const lines: string[] = [];
  if (numbers.asked > 0) {
    lines.push(...COUNTED);
  }
  for (const line of new Set(parts.map(({ entry, reporting }) => reporting.method?.(entry) ?? ''))) {
    if (line) lines.push(line);
  }
  if (numbers.asked > 0) lines.push(finalLine(numbers));
  return [...lines, ...losses];
}

/** What is left of the votes. */
export function finalLine({ asked, finalised }: Numbers): string {
  if (finalised === asked) {
    return 'All results are final: only totals are left, and nobody can find out any more who voted what.';
  }
  const some = finalised === 0 ? 'No result is' : `${figure(finalised)} of ${figure(asked)} results are`;
  const rest = 'What is not final may still be opened again; votes are stored under a code, without names.';
  return `${some} final${finalised === 0 ? ' yet' : ''}. ${rest}`;
}
