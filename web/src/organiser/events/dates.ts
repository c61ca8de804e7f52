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
