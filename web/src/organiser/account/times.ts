const moment = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});
/** `Mon 8 March at 14:05`, here. */
export const momentOf = (instant: string): string => moment.format(new Date(instant)).replace(',', '');
