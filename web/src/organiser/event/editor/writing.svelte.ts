import { untrack } from 'svelte';
import { CommandError } from '../../../protocol/commands.ts';
import type { DraftKind, Id, OrganiserActivity } from '../../../protocol/messages.gen.ts';
import type { Desk } from '../desk.svelte.ts';
import { same, type Editing } from './editing.ts';
import type { Keep, Kept } from './keep.ts';
import { standing, type Standing } from './standing.ts';

/** One activity being written or edited. What is typed is kept until it is saved or discarded on purpose. */
export class Writing<E = object, P = object> {
  editor: E = $state.raw()!;
  /** What the editing began with: the newest that the writer has seen. */
  base: E = $state.raw()!;
  /** The writer's text while the newest is looked at. */
  mine = $state.raw<E | null>(null);
  /** Brought back from an earlier time. */
  restored = $state(false);
  busy = $state(false);
  asked = $state(false);
  refusal = $state('');
  private saved = false;

  constructor(
    private readonly desk: Desk,
    private readonly keep: Keep,
    private readonly editing: Editing<DraftKind, E, P>,
    /** What one is called, in the middle of a sentence. */
    readonly noun: string,
    /** Whether people have answered it, so that it stays as it is. */
    private readonly frozen: (activity: OrganiserActivity) => boolean,
    /** Null for a new one. */
    readonly id: Id | null,
  ) {
    const activity = untrack(() => desk.activity(id));
    const kept = keep.load(editing.kind, id) as (Kept & { editor: E; base: E }) | null;
    this.base = kept?.base ?? this.newest(activity);
    this.editor = kept?.editor ?? this.base;
    this.restored = kept !== null;
  }

  readonly problems = $derived.by(() => this.editing.problems(this.editor));
  readonly activity = $derived.by(() => this.desk.activity(this.id));
  readonly standing: Standing = $derived.by(() => {
    const { activity, base } = this;
    const now = activity && { frozen: this.frozen(activity), same: this.same(base, this.newest(activity)) };
    return standing(this.id === null, now);
  });
  /** Somebody else decided otherwise meanwhile: only a copy can be saved. */
  readonly overtaken = $derived(this.standing === 'changed' || this.standing === 'frozen' || this.standing === 'gone');
  readonly dirty = $derived.by(() => !this.same(this.editor, this.base));

  change(editor: E): void {
    this.editor = editor;
    this.refusal = '';
    this.remember();
  }

  /** Shows the newest of it; the own text waits behind `back`. */
  lookAtNewest(): void {
    if (!this.activity) return;
    this.mine ??= this.editor;
    this.base = this.newest(this.activity);
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
    this.keep.drop(this.editing.kind, this.id);
    this.base = this.newest(this.activity);
    this.editor = this.base;
    this.mine = null;
    this.restored = false;
    this.asked = false;
    this.refusal = '';
  }

  /** True when it is on the server. */
  async save(copy = false): Promise<boolean> {
    this.asked = true;
    if (this.busy || !this.editing.sound(this.problems) || (this.overtaken && !copy)) return false;
    this.busy = true;
    try {
      const { kind } = this.editing;
      const draft = this.editing.draft(this.editor, copy);
      if (this.id === null || copy) await this.desk.create(kind, draft);
      else {
        const seen = this.activity!.rev;
        // Overtaken while it waited for its turn: named as it was seen, it is refused.
        await this.desk.edit(this.id, () => (this.overtaken ? seen : this.activity!.rev), kind, draft);
      }
      this.saved = true;
      this.keep.drop(this.editing.kind, this.id);
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
    if (this.same(this.editor, this.base) && !this.mine) this.keep.drop(this.editing.kind, this.id);
    else {
      const kept = { editor: this.mine ?? this.editor, base: this.base } as Kept;
      this.keep.save(this.editing.kind, this.id, kept);
    }
  }

  private same(one: E, other: E): boolean {
    return same(this.editing, one, other);
  }

  private newest(activity: OrganiserActivity | undefined): E {
    return activity ? this.editing.from(activity) : this.editing.blank();
  }
}
