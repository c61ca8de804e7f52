/** A join code out of what people type or paste: `h7k-2mq`, `Ｈ７Ｋ`, digits of Arabic keyboards, a whole join address. */
export function tidyCode(text: string): string {
  const address = /\/j\/([^/?#\s]+)/.exec(text);
  return (address?.[1] ?? text)
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 16);
}

/** As it is shown and read aloud: `H7K 2MQ`, longer codes in fours. */
export function formatCode(code: string): string {
  const size = code.length <= 6 ? 3 : 4;
  return code.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? '';
}

/**
 * What the field shows after typing, and where the caret stands: behind the same symbols as before. An address stays as
 * it is until its code begins.
 */
export function retype(text: string, caret: number): { text: string; caret: number } {
  if (/[.:/]/.test(text) && !/\/j\/./.test(text)) return { text, caret };
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
