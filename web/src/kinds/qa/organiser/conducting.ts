import type { OrganiserQuestions, QaSettings } from '../../../protocol/messages.gen.ts';
import type { Moderation } from './moderation.svelte.ts';

/** Whether people can ask, and whether questions are read first. */
export async function setAsking(
  moderation: Moderation,
  change: Partial<Pick<OrganiserQuestions, 'asking' | 'check'>>,
): Promise<void> {
  const seen = moderation.queue.questions;
  if (!seen) return;
  await moderation.inTurn(() => {
    const { id, rev, asking, check } = { ...(moderation.queue.questions ?? seen), ...change };
    return { type: 'setAsking', activity: id, rev, asking, check };
  });
}

/** Rejects with CommandError. */
export async function editQuestions({ queue }: Moderation, rev: number, settings: QaSettings): Promise<void> {
  const room = queue.desk.snapshot?.room.id;
  if (room === undefined) return;
  await queue.desk.turns.take(() => queue.desk.run({ type: 'editQuestions', room, rev, settings }));
}

/** Turns questions on or off at once. */
export async function turnQuestions(moderation: Moderation, settings: QaSettings): Promise<void> {
  const { queue } = moderation;
  const room = queue.desk.snapshot?.room.id;
  if (room !== undefined) {
    await moderation.inTurn(() => ({ type: 'editQuestions', room, rev: queue.questions?.rev ?? 0, settings }));
  }
}

/** Finalises the questions, or deletes them all. */
export async function endQuestions(moderation: Moderation, type: 'finaliseActivity' | 'resetActivity'): Promise<void> {
  const seen = moderation.queue.questions;
  if (!seen) return;
  await moderation.inTurn(() => {
    const { id, rev } = moderation.queue.questions ?? seen;
    return { type, activity: id, rev };
  });
}
