import { untrack } from 'svelte';
import { CommandError } from '../../../protocol/commands.ts';
import type { DraftKind, Id, OrganiserActivity } from '../../../protocol/messages.gen.ts';
import type { Desk } from '../desk.svelte.ts';
import { same, saysTheSame, type Editing } from './editing.ts';
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
  /** The last command had no answer: it may have had its effect. */
  unanswered = $state(false);
  /** What was sent and not seen back yet: the server may have it, also when its answer was lost. */
  private sent = $state.raw<readonly E[]>([]);
  /** What was sent last was taken. */
  private taken = $state(false);
  private made = false;

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
    const newest = this.newest(untrack(() => desk.activity(id)));
    let kept = keep.load(editing.kind, id) as (Kept & { editor: E; base: E }) | null;
    if (kept && id !== null && saysTheSame(editing, kept.editor, newest)) {
      // What was kept for want of an answer has been saved.
      keep.drop(editing.kind, id);
      kept = null;
    }
    this.base = kept?.base ?? newest;
    this.editor = kept?.editor ?? this.base;
    this.restored = kept !== null;
  }

  readonly problems = $derived.by(() => this.editing.problems(this.editor));
  readonly sound = $derived.by(() => this.editing.sound(this.problems));
  readonly activity = $derived.by(() => this.desk.activity(this.id));
  /** The newest as it is known to the server; null for a new one, and for one that is gone. */
  private readonly newestText = $derived.by(() => (this.activity ? this.newest(this.activity) : null));
  /** What is written stands on the server, whoever put it there. */
  readonly stands = $derived.by(
    () => this.newestText !== null && !this.mine && saysTheSame(this.editing, this.editor, this.newestText),
  );
  readonly standing: Standing = $derived.by(() => {
    const { activity, newestText } = this;
    if (!activity || newestText === null) return standing(this.id === null, undefined);
    if (this.stands) return 'fine';
    const own = this.sent.some((each) => saysTheSame(this.editing, each, newestText));
    return standing(false, { frozen: this.frozen(activity), same: own || this.same(this.base, newestText) });
  });
  /** Somebody else decided otherwise meanwhile: only a copy can be saved. */
  readonly overtaken = $derived(this.standing === 'changed' || this.standing === 'frozen' || this.standing === 'gone');
  /** Something is written that is not on the server, as far as is known. */
  readonly dirty = $derived.by(
    () =>
      !this.stands && !this.same(this.editor, this.base) && !(this.taken && this.same(this.editor, this.sent.at(-1)!)),
  );
  /** It was taken, and the newest has not come yet: what follows names the revision after that. */
  readonly awaited = $derived.by(
    () => this.taken && this.newestText !== null && !saysTheSame(this.editing, this.sent.at(-1)!, this.newestText),
  );

  change(editor: E): void {
    if (this.standing === 'fine' && !this.awaited && this.newestText !== null) {
      const { newestText } = this;
      const seen = this.sent.map((each) => saysTheSame(this.editing, each, newestText)).lastIndexOf(true);
      this.sent = this.sent.slice(seen + 1);
      this.taken &&= this.sent.length > 0;
      this.base = newestText;
    }
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
    if (this.busy) return false;
    if (this.stands && !copy) return this.done();
    if (!this.sound || (this.overtaken && !copy)) return false;
    this.busy = true;
    this.unanswered = false;
    this.refusal = '';
    const { editor } = this;
    try {
      const { kind } = this.editing;
      const draft = this.editing.draft(editor, copy);
      if (this.id === null || copy) {
        await this.desk.create(kind, draft);
        this.made = true;
      } else {
        const seen = this.activity!.rev;
        this.sent = [...this.sent, editor];
        this.taken = false;
        // Overtaken while it waited for its turn: named as it was seen, it is refused.
        await this.desk.edit(this.id, () => (this.overtaken ? seen : this.activity!.rev), kind, draft);
        this.taken = true;
      }
      return this.same(editor, this.editor) && this.done();
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      if (this.stands) return this.done();
      this.unanswered = error.code === 'lost' || error.code === 'noAnswer';
      this.refusal = error.message;
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** It is on the server. */
  private done(): true {
    this.keep.drop(this.editing.kind, this.id);
    this.restored = false;
    this.refusal = '';
    return true;
  }

  private remember(): void {
    if (this.made) return;
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
