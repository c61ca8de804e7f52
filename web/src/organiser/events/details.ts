import type { EventDetails } from '../../protocol/messages.gen.ts';

/** An event's details as they are typed: the origins one a line. */
export interface DetailsForm {
  name: string;
  startsOn: string;
  endsOn: string;
  timeZone: string;
  origins: string;
  smallGroup: boolean;
}
/** What a copy is asked for: the rest is as in the event. */
export type Named = Pick<DetailsForm, 'name' | 'startsOn' | 'endsOn'>;
export type DetailsProblems = Partial<Record<keyof DetailsForm, string>>;

export const LONGEST_NAME = 120;
const MOST_ORIGINS = 10;
/** Years an event may lie in; the server has the same. */
const [FIRST_YEAR, LAST_YEAR] = [2000, 2199];
const ORIGIN = /^https?:\/\/[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(:\d{1,5})?$/;

/** A new event: today, where the browser is. `today` as 2027-03-08. */
export const newDetails = (today: string, timeZone: string): DetailsForm => ({
  name: '',
  startsOn: today,
  endsOn: today,
  timeZone,
  origins: '',
  smallGroup: false,
});

export const formOf = (details: EventDetails): DetailsForm => ({
  name: details.name,
  startsOn: details.startsOn,
  endsOn: details.endsOn,
  timeZone: details.timeZone,
  origins: details.frameOrigins.join('\n'),
  smallGroup: details.smallGroup ?? false,
});

export function detailsOf(form: DetailsForm): EventDetails {
  const { startsOn, endsOn, timeZone, smallGroup } = form;
  return {
    name: clean(form.name),
    startsOn,
    endsOn,
    timeZone,
    frameOrigins: origins(form.origins),
    ...(smallGroup && { smallGroup }),
  };
}

/** Another first day. A last day that would be before it moves along. */
export const startingOn = (form: Named, startsOn: string): Named => ({
  ...form,
  startsOn,
  endsOn: form.endsOn < startsOn ? startsOn : form.endsOn,
});

export const namedOf = ({ name, startsOn, endsOn }: Named): Named => ({ name: clean(name), startsOn, endsOn });

const COPY = ' (copy)';

/** What a copy is called unless somebody says otherwise; the server says the same. */
export function copyName(name: string): string {
  const whole = name.endsWith(COPY) ? name.slice(0, -COPY.length) : name;
  return (
    [...whole]
      .slice(0, LONGEST_NAME - COPY.length)
      .join('')
      .trim() + COPY
  );
}

/** A copy of an event: as long as it, from today on unless it is still to come. */
export function copyOf(event: Named, today: string): Named {
  const startsOn = event.startsOn > today ? event.startsOn : today;
  return {
    name: copyName(event.name),
    startsOn,
    endsOn: dayAfter(startsOn, daysBetween(event.startsOn, event.endsOn)),
  };
}

const DAY_MS = 86_400_000;
const daysBetween = (first: string, last: string): number =>
  Math.max(0, Math.round((Date.parse(`${last}T00:00Z`) - Date.parse(`${first}T00:00Z`)) / DAY_MS) || 0);
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** What to mend of a name and days. */
export function namedProblems(form: Named): DetailsProblems {
  const problems: DetailsProblems = {};
  const name = [...clean(form.name)].length;
  if (name === 0) problems.name = 'Give the event a name.';
  if (name > LONGEST_NAME) problems.name = `The name has ${name} characters. Use at most ${LONGEST_NAME}.`;
  if (form.startsOn === '') problems.startsOn = 'Choose the first day.';
  else if (odd(form.startsOn)) problems.startsOn = ODD;
  if (form.endsOn === '') problems.endsOn = 'Choose the last day.';
  else if (odd(form.endsOn)) problems.endsOn = ODD;
  else if (form.endsOn < form.startsOn) problems.endsOn = 'The last day is before the first day.';
  return problems;
}

/** What to mend, by field. */
export function detailsProblems(form: DetailsForm): DetailsProblems {
  const problems = namedProblems(form);
  if (form.timeZone === '') problems.timeZone = 'Choose a time zone.';
  const wrong = origins(form.origins).find((origin) => !ORIGIN.test(origin));
  if (wrong) {
    problems.origins = `“${wrong}” is not an origin. It looks like https://intranet.example.org, without a path.`;
  }
  if (origins(form.origins).length > MOST_ORIGINS) {
    problems.origins = `At most ${MOST_ORIGINS} origins may frame the stage.`;
  }
  return problems;
}

const ODD = `Choose a year from ${FIRST_YEAR} to ${LAST_YEAR}.`;

function odd(day: string): boolean {
  const year = Number(/^(\d{4})-/.exec(day)?.[1]);
  return !(year >= FIRST_YEAR && year <= LAST_YEAR);
}

const clean = (text: string) => text.normalize().replace(/\s+/g, ' ').trim();

/** One a line or separated by spaces or commas; a slash at the end is forgiven, one twice counts once. */
function origins(text: string): string[] {
  const each = text
    .split(/[\s,]+/)
    .map((origin) => origin.replace(/\/$/, ''))
    .filter((origin) => origin !== '');
  return [...new Set(each)];
}
