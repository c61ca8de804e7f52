import type { QueueItem } from '../../../protocol/messages.gen.ts';
import { can } from './may.ts';
import type { Moderation } from './moderation.svelte.ts';
import { quoted } from './sentences.ts';

/** A merged question stands by itself again. */
export async function unmerge(moderation: Moderation, item: QueueItem): Promise<void> {
  moderation.queue.columns.expect([item.id]);
  if (await moderation.on([item], ([one]) => ({ type: 'unmergeQuestion', activity: moderation.id, ...one! }))) {
    moderation.said = `${quoted(item)} stands by itself again.`;
  }
}

/** Puts a public question on stage, or takes the live one off it. */
export async function highlight(moderation: Moderation, item: QueueItem): Promise<void> {
  const { n } = item;
  if (n === undefined || !can(item, 'highlight')) return;
  const off = item.state === 'live';
  const made = await moderation.on([item], () => ({
    type: 'highlightQuestion',
    activity: moderation.id,
    n: off ? null : n,
    live: moderation.queue.questions?.live?.n ?? null,
  }));
  if (made) moderation.said = off ? 'No question is being answered now.' : `${quoted(item)} is being answered.`;
}

/** Answered aloud. */
export async function answered(moderation: Moderation, item: QueueItem): Promise<void> {
  const { n } = item;
  if (n === undefined || !can(item, 'answered')) return;
  const { queue, id: activity } = moderation;
  queue.leave([item.id]);
  if (!(await moderation.on([item], () => ({ type: 'answeredQuestion', activity, n })))) return queue.stay([item.id]);
  moderation.said = 'Marked answered.';
  moderation.remember({
    words: 'It is not answered any more.',
    items: [{ id: item.id, rev: item.rev + 1 }],
    back: (items) => [{ type: 'moderateQuestions', activity, items, act: { kind: 'restore' } }],
  });
}

export async function erase(moderation: Moderation, item: QueueItem): Promise<void> {
  if (await moderation.on([item], ([one]) => ({ type: 'eraseQuestion', activity: moderation.id, ...one! }))) {
    moderation.said = 'Text and name were erased.';
  }
}
