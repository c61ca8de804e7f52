/** How those who lead are marked beside colour and weight. */
export function leaderMark(rows: readonly { leads: boolean }[], locked: boolean): string {
  if (rows.filter((row) => row.leads).length > 1) return 'Level';
  return locked ? 'First' : 'Leading';
}
