import { CommandError, type AnswerTo, type Command } from '../protocol/commands.ts';
import type { Id } from '../protocol/messages.gen.ts';

type Run = <C extends Command>(command: C) => Promise<AnswerTo<C>>;

/** The notes of one activity at a time, for whoever runs it: asked for, as no snapshot holds them. */
export class Notes {
  text = $state('');
  private of: { id: Id; rev: number } | null = null;
  private asked = 0;

  constructor(private readonly run: Run) {}

  /**
   * Of this one now; null: of none. It asks once for each revision, which rises with other notes, too. Call it again
   * with every connection.
   */
  async show(activity: { id: Id; rev: number } | null): Promise<void> {
    const before = this.of;
    if (activity?.id === before?.id && activity?.rev === before?.rev) return;
    const turn = ++this.asked;
    if (activity?.id !== before?.id) this.text = '';
    this.of = activity && { id: activity.id, rev: activity.rev };
    if (activity === null) return;
    try {
      const { notes } = await this.run({ type: 'getNotes', activity: activity.id });
      if (turn === this.asked) this.text = notes;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      if (turn === this.asked) this.of = null; // what is shown stays until it is asked for again
    }
  }
}
