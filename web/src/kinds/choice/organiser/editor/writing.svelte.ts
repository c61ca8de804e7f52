import { untrack } from 'svelte';
import { CommandError } from '../../../../protocol/commands.ts';
import type { Id } from '../../../../protocol/messages.gen.ts';
import type { Desk } from '../../../../organiser/event/desk.svelte.ts';
import type { Keep } from './keep.ts';
import { blank, fromPoll, same, toCopy, toDraft, type Editor } from './model.ts';
import { problems, sound } from './problems.ts';
import { standing, type Standing } from './standing.ts';

/** One poll being written or edited. What is typed is kept until it is saved or discarded on purpose. */
export class Writing {
  editor = $state.raw<Editor>(blank());
  /** What the editing began with: the newest that the writer has seen. */
  base = $state.raw<Editor>(blank());
  /** The writer's text while the newest is looked at. */
  mine = $state.raw<Editor | null>(null);
  /** Brought back from an earlier time. */
  restored = $state(false);
  busy = $state(false);
  asked = $state(false);
  refusal = $state('');
  private saved = false;

  constructor(
    private readonly desk: Desk,
    private readonly keep: Keep,
    /** Null for a new poll. */
    readonly id: Id | null,
  ) {
    const poll = untrack(() => desk.poll(id));
    const kept = keep.load(id);
    this.base = kept?.base ?? (poll ? fromPoll(poll) : blank());
    this.editor = kept?.editor ?? this.base;
    this.restored = kept !== null;
  }

  readonly problems = $derived(problems(this.editor));
  readonly poll = $derived.by(() => this.desk.poll(this.id));
  readonly standing: Standing = $derived.by(() => standing(this.id === null, this.base, this.poll));
  /** Somebody else decided otherwise meanwhile: only a copy can be saved. */
  readonly overtaken = $derived(this.standing === 'changed' || this.standing === 'votes' || this.standing === 'gone');
  readonly dirty = $derived(!same(this.editor, this.base));

  change(editor: Editor): void {
    this.editor = editor;
    this.refusal = '';
    this.remember();
  }

  /** Shows the newest of the poll; the own text waits behind `back`. */
  lookAtNewest(): void {
    if (!this.poll) return;
    this.mine ??= this.editor;
    this.base = fromPoll(this.poll);
    this.editor = this.base;
  }

  back(): void {
    if (!this.mine) return;
    this.editor = this.mine;
    this.mine = null;
    this.remember();
  }

  /** Gives the own text up and begins with the newest. */
  discard(): void {
    this.keep.drop(this.id);
    const { poll } = this;
    this.base = poll ? fromPoll(poll) : blank();
    this.editor = this.base;
    this.mine = null;
    this.restored = false;
    this.asked = false;
    this.refusal = '';
  }

  /** True when it is on the server. */
  async save(copy = false): Promise<boolean> {
    this.asked = true;
    if (this.busy || !sound(this.problems) || (this.overtaken && !copy)) return false;
    this.busy = true;
    try {
      if (this.id === null || copy) await this.desk.create(copy ? toCopy(this.editor) : toDraft(this.editor));
      else {
        const seen = this.poll!.rev;
        // Overtaken while it waited for its turn: named as it was seen, it is refused.
        await this.desk.edit(this.id, () => (this.overtaken ? seen : this.poll!.rev), toDraft(this.editor));
      }
      this.saved = true;
      this.keep.drop(this.id);
      return true;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      this.refusal = error.message;
      return false;
    } finally {
      this.busy = false;
    }
  }

  private remember(): void {
    if (this.saved) return;
    if (same(this.editor, this.base) && !this.mine) this.keep.drop(this.id);
    else this.keep.save(this.id, { editor: this.mine ?? this.editor, base: this.base });
  }
}
