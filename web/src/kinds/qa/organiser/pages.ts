import type { AnswerTo, Command } from '../../../protocol/commands.ts';
import type { Id, QueueItem, QuestionState } from '../../../protocol/messages.gen.ts';

type Run = <C extends Command>(command: C) => Promise<AnswerTo<C>>;

/** Everything in a state, page by page. Rejects with CommandError. */
export async function* pagesOf(run: Run, activity: Id, state: QuestionState): AsyncGenerator<readonly QueueItem[]> {
  for (let after: Id | null = null; ;) {
    const page: AnswerTo<{ type: 'getQueue' } & Command> = await run({
      type: 'getQueue',
      activity,
      state,
      label: null,
      search: null,
      after,
    });
    yield page.items;
    after = page.after;
    if (after === null) return;
  }
}
