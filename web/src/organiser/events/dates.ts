const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `8 March 2027` or `8–10 March 2027` of ISO dates. */
export function dates(startsOn: string, endsOn: string): string {
  const [first, last] = [new Date(`${startsOn}T00:00Z`), new Date(`${endsOn}T00:00Z`)];
  if (Number.isNaN(first.getTime()) || Number.isNaN(last.getTime())) return '';
  return startsOn === endsOn
    ? day.format(first)
    : day.formatRange(first, last).replace(/\s*–\s*/, startsOn.slice(0, 7) === endsOn.slice(0, 7) ? '–' : ' – ');
}

/** Today here, as 2027-03-08. */
export function today(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** Day and month at a glance: `8` `Mar`, `8–10` `Mar`, `30–2` `Jan–Feb`; with the year unless it is this one. */
export function dayMark(startsOn: string, endsOn: string, today: string): { day: string; month: string } {
  const [first, last] = [new Date(`${startsOn}T00:00Z`), new Date(`${endsOn}T00:00Z`)];
  if (Number.isNaN(first.getTime()) || Number.isNaN(last.getTime())) return { day: '', month: '' };
  const day = startsOn === endsOn ? `${first.getUTCDate()}` : `${first.getUTCDate()}–${last.getUTCDate()}`;
  const year = startsOn.slice(0, 4) === today.slice(0, 4) ? '' : ` ${startsOn.slice(0, 4)}`;
  const [one, other] = [month.format(first), month.format(last)];
  return { day, month: (one === other ? one : `${one}–${other}`) + year };
}
