/** Cuts a question for a button or a sentence, at a word when one is near. */
export function short(text: string, most = 48): string {
  if ([...text].length <= most) return text;
  const cut = [...text].slice(0, most);
  const space = cut.lastIndexOf(' ');
  return `${cut
    .slice(0, space > most / 2 ? space : most - 1)
    .join('')
    .trimEnd()}…`;
}
