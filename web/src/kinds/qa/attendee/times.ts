const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'short' });

/** `14:02`, on another day `Mon 14:02`, where the reader is. `minute`: since 1970-01-01T00:00Z. */
export function clockTime(minute: number, now: number): string {
  const at = new Date(minute * 60_000);
  const today = at.toDateString() === new Date(now).toDateString();
  return today ? time.format(at) : `${day.format(at)} ${time.format(at)}`;
}
