import type { Id, QueueItem, QuestionState, StateCounts } from '../../../protocol/messages.gen.ts';

export type Tab = 'waiting' | 'published' | 'answered' | 'declined' | 'archived';
/** What stands beside the waiting ones: one of these at a time. */
export type Beside = Exclude<Tab, 'waiting'>;
export const BESIDE: readonly Beside[] = ['published', 'answered', 'declined', 'archived'];
export const TABS: readonly Tab[] = ['waiting', ...BESIDE];

/** The two columns. */
export type Side = 'waiting' | 'beside';
export const SIDES: readonly Side[] = ['waiting', 'beside'];
export const other = (side: Side): Side => (side === 'waiting' ? 'beside' : 'waiting');

/** `oldest`: what has waited longest. */
export type Sort = 'upvotes' | 'newest' | 'oldest';

type Language = NonNullable<QueueItem['lang']>;
/** A kind of question to look at alone: one that may ask the same as another, one to read with care, … */
export type Mark = 'twins' | 'care' | 'unlabelled' | Language;

/** What a moderator looks for, in both columns. */
export interface Filter {
  mark: Mark | null;
  label: string | null;
  /** What is set aside with the burst that began in this minute. */
  burst: number | null;
  /** Words that must all be there; empty: all. */
  search: string;
}
export const ALL: Filter = { mark: null, label: null, burst: null, search: '' };

/** The live question is one of the published: it stays where moderators look for it. */
export const tabOf = (state: QuestionState): Tab | null =>
  state === 'live' ? 'published' : (TABS as readonly string[]).includes(state) ? (state as Tab) : null;

export const sizeOf = (tab: Tab, counts: StateCounts): number => counts[tab] + (tab === 'published' ? counts.live : 0);

/** As people type it who look for something: without capitals and accents. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
const words = (text: string): string[] => plain(text).split(/\s+/).filter(Boolean);
export const filtered = ({ mark, label, burst, search }: Filter): boolean =>
  mark !== null || label !== null || burst !== null || words(search).length > 0;
export const sameFilter = (a: Filter, b: Filter): boolean =>
  a.mark === b.mark && a.label === b.label && a.burst === b.burst && a.search === b.search;

/** What is looked through, made once for each question: items are replaced whole. */
const texts = new WeakMap<QueueItem, string>();
function textOf(item: QueueItem): string {
  let found = texts.get(item);
  if (found === undefined) {
    found = plain([item.text ?? '', item.name ?? '', item.answer ?? '', ...(item.labels ?? [])].join('\n'));
    texts.set(item, found);
  }
  return found;
}

/**
 * Whether a question carries the mark.
 *
 * @param twinned what a waiting one may ask the same as
 */
export function marked(item: QueueItem, mark: Mark, twinned: ReadonlySet<Id>): boolean {
  if (mark === 'twins') return (item.like?.length ?? 0) > 0 || twinned.has(item.id);
  if (mark === 'care') return item.abusive === true;
  if (mark === 'unlabelled') return (item.labels?.length ?? 0) === 0;
  return item.lang === mark;
}

/** Ids of what waiting questions are like. */
export const twinned = (waiting: readonly QueueItem[]): ReadonlySet<Id> =>
  new Set(waiting.flatMap(({ like }) => like ?? []));

export function passes(item: QueueItem, filter: Filter, twinned: ReadonlySet<Id>): boolean {
  if (filter.mark !== null && !marked(item, filter.mark, twinned)) return false;
  if (filter.label !== null && !item.labels?.includes(filter.label)) return false;
  if (filter.burst !== null && item.burst !== filter.burst) return false;
  const looked = words(filter.search);
  return looked.length === 0 || looked.every((word) => textOf(item).includes(word));
}

/** Whether a tab holds a question, whatever is looked for. */
export const fits = (item: Pick<QueueItem, 'state'>, tab: Tab): boolean => tabOf(item.state) === tab;

const compare: Record<Sort, (a: QueueItem, b: QueueItem) => number> = {
  upvotes: (a, b) => b.up - a.up || (a.n ?? Infinity) - (b.n ?? Infinity) || a.asked - b.asked,
  newest: (a, b) => b.asked - a.asked,
  oldest: (a, b) => a.asked - b.asked,
};

/** The order of a list: the live one stands before all others. */
export function order(sort: Sort): (a: QueueItem, b: QueueItem) => number {
  const live = (item: QueueItem) => (item.state === 'live' ? 0 : 1);
  return (a, b) => live(a) - live(b) || compare[sort](a, b);
}
