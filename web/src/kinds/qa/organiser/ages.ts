/** The minute it is, as the server counts them: from 1970-01-01T00:00Z. */
export const thisMinute = (): number => Math.floor(Date.now() / 60_000);

/**
 * How long a question has waited. The server keeps minutes and nothing finer, so that nobody can be found out by the
 * second in which they asked.
 */
export function waited(asked: number, now: number): string {
  const minutes = Math.max(0, now - asked);
  if (minutes < 1) return 'under 1 min';
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  const hours = `${Math.floor(minutes / 60)} h`;
  return minutes >= 24 * 60 ? `${Math.floor(minutes / 1_440)} d` : rest === 0 ? hours : `${hours} ${rest} min`;
}
