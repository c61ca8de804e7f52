/** A part of a text, and whether the other text has it too. */
export interface Part {
  text: string;
  same: boolean;
}

/** Longest texts that are compared word by word. */
const MOST = 300;

/**
 * Two texts word by word: what only one of them says is marked in it. Texts that share nothing are not marked at all;
 * they differ as a whole.
 */
export function differing(one: string, other: string): [Part[], Part[]] {
  const [a, b] = [split(one), split(other)];
  const whole: [Part[], Part[]] = [[{ text: one, same: true }], [{ text: other, same: true }]];
  if (a.length > MOST || b.length > MOST) return whole;
  const common = longest(a.map(bare), b.map(bare));
  if (common.length === 0) return whole;
  return [parts(a, new Set(common.map(([at]) => at))), parts(b, new Set(common.map(([, at]) => at)))];
}

const split = (text: string): string[] => text.match(/\S+\s*/gu) ?? [];
/** A word without what stands around it and without capitals. */
const bare = (word: string): string => word.replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '').toLowerCase() || word;

/** Places of the longest common subsequence, in both. */
function longest(a: readonly string[], b: readonly string[]): [number, number][] {
  const best = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      best[i]![j] = a[i] === b[j] ? best[i + 1]![j + 1]! + 1 : Math.max(best[i + 1]![j]!, best[i]![j + 1]!);
    }
  }
  const found: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) found.push([i++, j++]);
    else if (best[i + 1]![j]! >= best[i]![j + 1]!) i++;
    else j++;
  }
  return found;
}

/** Neighbours of the same kind together; the space after a marked run belongs to nobody. */
function parts(words: readonly string[], same: ReadonlySet<number>): Part[] {
  const all: Part[] = [];
  for (const [at, word] of words.entries()) {
    const last = all.at(-1);
    if (last?.same === same.has(at)) last.text += word;
    else all.push({ text: word, same: same.has(at) });
  }
  return all.flatMap((part) => {
    const space = part.same ? '' : (/\s+$/u.exec(part.text)?.[0] ?? '');
    return space === ''
      ? part
      : [
          { ...part, text: part.text.slice(0, -space.length) },
          { text: space, same: true },
        ];
  });
}
