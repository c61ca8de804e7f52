/** A join code out of what people type or paste: `h7k-2mq`, `H7K 2MQ`, a whole join address. */
export function tidyCode(text: string): string {
  const address = /\/j\/([^/?#\s]+)/.exec(text);
  return (address?.[1] ?? text)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 16);
}

/** As it is shown and read aloud: `H7K 2MQ`, longer codes in fours. */
export function formatCode(code: string): string {
  const size = code.length <= 6 ? 3 : 4;
  return code.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? '';
}

/** What the field shows after typing, and where the caret stands: behind the same symbols as before. */
export function retype(text: string, caret: number): { text: string; caret: number } {
  const shown = formatCode(tidyCode(text));
  let symbols = tidyCode(text.slice(0, caret)).length;
  if (/\/j\//.test(text)) symbols = shown.length;
  let place = 0;
  while (place < shown.length && symbols > 0) {
    if (shown[place] !== ' ') symbols--;
    place++;
  }
  return { text: shown, caret: place };
}
