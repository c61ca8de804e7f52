import type { Command } from '../../../protocol/commands.ts';
import type { Id, QueueItem } from '../../../protocol/messages.gen.ts';
import { can, receives } from './may.ts';
import type { Moderation } from './moderation.svelte.ts';
import { quoted } from './sentences.ts';

/** Two questions become one: choosing which, and which of them stays. */
export class Merging {
  /** The question that goes into another; null while nothing is merged. */
  from = $state<Id | null>(null);
  /** What it would go into when that is in no list. */
  private suggested = $state<Id | null>(null);

  constructor(private readonly moderation: Moderation) {}

  private get queue() {
    return this.moderation.queue;
  }

  /** The one that stays; null while none is chosen that can. */
  readonly into = $derived.by(() => {
    const id = this.from === null ? null : (this.suggested ?? this.queue.current);
    const item = id === null || id === this.from ? undefined : this.queue.item(id);
    return item && receives(item) ? item : null;
  });

  /** Why the two cannot change their parts; null when they can. */
  readonly unswappable = $derived.by(() => {
    const from = this.from === null ? undefined : this.queue.item(this.from);
    if (!from || !this.into) return 'Choose the question that stays.';
    return can(this.into, 'merge') && receives(from) ? null : 'A question that is being or was answered stays.';
  });

  /** Begins with the likeliest one, whichever list it stands in. */
  begin(id: Id): void {
    const { queue } = this;
    const item = queue.item(id);
    if (!item || !can(item, 'merge') || this.moderation.blocked !== null) return;
    this.from = id;
    queue.chosen = new Set();
    queue.mode = 'merge';
    const alike = this.alike(item);
    this.suggested = null;
    if (alike === null) queue.take(id);
    else if (queue.reveal(alike)) queue.take(alike);
    else this.suggested = alike;
    this.moderation.said = `Merging ${quoted(item)}. Choose the question that stays, then press Enter.`;
  }

  private alike = (item: QueueItem): Id | null =>
    item.like?.find((like) => receives(this.queue.item(like) ?? { state: 'withdrawn' })) ?? null;

  leaveSuggested(): void {
    this.suggested = null;
  }

  step(by: number): void {
    this.suggested = null;
    this.queue.step(by);
    if (this.queue.current === this.from) this.queue.step(by);
  }

  /** A press on a question chooses it. */
  choose(id: Id): void {
    this.suggested = null;
    if (id !== this.from) this.queue.take(id);
  }

  swap(): void {
    const { from, into } = this;
    if (from === null || !into || this.unswappable !== null) return;
    this.from = into.id;
    if (this.queue.reveal(from)) {
      this.suggested = null;
      this.queue.take(from);
    } else this.suggested = from;
    this.moderation.said = `${quoted(this.queue.item(from))} stays.`;
  }

  end(): void {
    const back = this.from;
    this.from = this.suggested = null;
    if (back !== null && this.queue.shows(back)) this.queue.take(back);
  }

  /**
   * What stays is public when one of the two was: whoever lets the newer words stand does not take the question from
   * the room.
   */
  async now(): Promise<void> {
    const { queue, moderation, into, from: id } = this;
    const from = id === null ? undefined : queue.item(id);
    if (!from || !into) return;
    moderation.cancel();
    moderation.said = '';
    const publish = into.state === 'waiting' && from.state === 'published';
    queue.leave(publish ? [from.id, into.id] : [from.id]);
    const made = await moderation.on([from, into], ([first]) => ({
      type: 'mergeQuestion',
      activity: moderation.id,
      ...first!,
      into: into.id,
    }));
    if (!made) return queue.stay([from.id, into.id]);
    const root = { id: into.id, rev: into.rev + 1 };
    if (publish) await moderation.moderate([into.id], { kind: 'approve' }, { quiet: true });
    moderation.said = `Merged into ${quoted(into)}.`;
    moderation.remember({
      words: `Merging ${quoted(from, 40)} undone.`,
      items: publish
        ? [
            { id: from.id, rev: from.rev + 1 },
            { id: root.id, rev: root.rev + 1 },
          ]
        : [{ id: from.id, rev: from.rev + 1 }],
      back: (still) => {
        const of = (wanted: Id) => still.filter((each) => each.id === wanted);
        const apart: Command[] = of(from.id).map((each) => ({
          type: 'unmergeQuestion',
          activity: moderation.id,
          ...each,
        }));
        const unpublish: Command[] = of(root.id).map((each) => ({
          type: 'moderateQuestions',
          activity: moderation.id,
          items: [each],
          act: { kind: 'unpublish' },
        }));
        return [...unpublish, ...apart];
      },
    });
  }
}
