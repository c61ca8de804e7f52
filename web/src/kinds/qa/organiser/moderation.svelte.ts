import { CommandError, type AnswerTo, type Command } from '../../../protocol/commands.ts';
import type { DeclineReason, Id, ModerationAct, QueueItem } from '../../../protocol/messages.gen.ts';
import { going } from './leads.ts';
import { can, receives, type RowAct } from './may.ts';
import type { Queue } from './queue.svelte.ts';
import { actor, done, partly, quoted, refusedWords } from './sentences.ts';
import { moderated, remember, undoing, without, type Done } from './undo.ts';

/** The server takes at most so many questions in one message. */
const AT_ONCE = 100;
const UNCHANGED = 'Nothing was changed.';
/** `about`: the question, as it was when it was acted on. */
interface Refusal {
  title: string;
  code: string;
  message: string;
  about: { id: Id; rev: number } | undefined;
}
export type QueueDialog = 'reply' | 'labels' | 'erase' | 'settings' | 'keys';

/** What a moderator does with questions. */
export class Moderation {
  /** The dialog that is open. */
  dialog = $state<QueueDialog | null>(null);
  /** The questions the last dialog was about; stays when it closes. */
  subjects = $state.raw<readonly Id[]>([]);
  private refused = $state.raw<Refusal | null>(null);
  /** The last thing this moderator did, for screen readers and beside "Undo". */
  said = $state('');
  /** Whom the reasons shown in decline mode are for. */
  declining = $state.raw<readonly Id[]>([]);
  /** The question that is being merged, and what it would be merged into when that is not in the list. */
  merging = $state<Id | null>(null);
  suggested = $state<Id | null>(null);
  private history = $state.raw<readonly Done[]>([]);
  /** Acts whose answer is still to come, and with it what undoes them. */
  private underway: Promise<unknown> = Promise.resolve();

  constructor(readonly queue: Queue) {}

  /**
   * Why the last act had no effect; null when it had one. Who was quicker may become known a moment after that somebody
   * was.
   */
  readonly refusal = $derived.by(
    () =>
      this.refused && { title: this.refused.title, text: refusedWords(this.refused, this.changer(this.refused.about)) },
  );
  readonly canUndo = $derived(this.history.length > 0);
  readonly into = $derived.by(() => this.target());
  readonly blocked = $derived.by(
    () =>
      this.queue.desk.blocked ?? (this.queue.questions?.state === 'final' ? 'These questions are finalised.' : null),
  );

  /** What a key or a button of a bar is about: what is chosen, else the question that has the hand. */
  about(): Id[] {
    const { chosen, current, ids } = this.queue;
    return chosen.size > 0 ? ids.filter((id) => chosen.has(id)) : current === null ? [] : [current];
  }

  /** Those of them with which this can be done. */
  able = (ids: readonly Id[], act: RowAct): QueueItem[] =>
    ids.flatMap((id) => this.queue.item(id) ?? []).filter((item) => can(item, act));

  moderate(ids: readonly Id[], act: ModerationAct): Promise<boolean> {
    return this.track(this.moderated(ids, act));
  }

  private async moderated(ids: readonly Id[], act: ModerationAct): Promise<boolean> {
    const { queue } = this;
    const items = ids.flatMap((id) => queue.item(id) ?? []);
    queue.leave(going(items, act, queue.view, queue.ids));
    const made: QueueItem[] = [];
    const refused: Refusal[] = [];
    for (let at = 0; at < items.length; at += AT_ONCE) {
      const part = items.slice(at, at + AT_ONCE);
      const answer = await this.act({
        type: 'moderateQuestions',
        activity: this.id,
        items: part.map(({ id, rev }) => ({ id, rev })),
        act,
      });
      if (!answer) {
        queue.stay(part.map(({ id }) => id));
        continue;
      }
      made.push(...part.filter(({ id }) => answer.done.includes(id)));
      queue.stay(answer.conflicts.map(({ id }) => id));
      refused.push(
        ...answer.conflicts.map((conflict) => ({
          ...conflict,
          title: UNCHANGED,
          about: part.find(({ id }) => id === conflict.id),
        })),
      );
    }
    this.history = remember(this.history, moderated(this.id, made, act));
    if (refused.length > 0) {
      this.refused = { ...refused[0]!, title: made.length > 0 ? partly(made.length, refused.length) : UNCHANGED };
    }
    if (made.length > 0) this.said = done(act, made.length);
    if (made.length === items.length && ids.length > 1) queue.chosen = new Set();
    return made.length > 0;
  }

  /** What a key or button says, with those of the questions with which it can be done. */
  run(act: RowAct, ids: readonly Id[]): void {
    const able = this.able(ids, act);
    const first = able[0];
    if (!first || this.blocked !== null) return;
    const all = able.map(({ id }) => id);
    switch (act) {
      case 'approve':
      case 'archive':
      case 'restore':
        return void this.moderate(all, { kind: act });
      case 'decline':
        return this.decline(all);
      case 'label':
        return this.ask('labels', all);
      case 'reply':
      case 'erase':
        return this.ask(act, [first.id]);
      case 'merge':
        return this.merge(first.id);
      case 'highlight':
        return void this.highlight(first);
      case 'answered':
        return void this.answered(first);
    }
  }

  /** Asks for the reason. */
  decline(ids: readonly Id[]): void {
    this.declining = this.able(ids, 'decline').map(({ id }) => id);
    if (this.declining.length > 0 && this.blocked === null) this.queue.mode = 'decline';
  }

  because(reason: DeclineReason, note: string): void {
    const ids = this.declining;
    this.cancel();
    void this.moderate(ids, { kind: 'decline', reason, note: note.normalize().trim() || null });
  }

  /** Begins to merge: the likeliest one is offered first. */
  merge(id: Id): void {
    const item = this.queue.item(id);
    if (!item || !can(item, 'merge') || this.blocked !== null) return;
    this.merging = id;
    const alike = item.like?.find((like) => receives(this.queue.item(like) ?? { state: 'withdrawn' })) ?? null;
    const here = alike !== null && this.queue.ids.includes(alike);
    this.suggested = here ? null : alike;
    this.queue.current = here ? alike : id;
    this.queue.chosen = new Set();
    this.queue.mode = 'merge';
    this.said = `Merging ${quoted(item)}. Choose the question that stays, then press Enter.`;
  }

  /** While merging, J and K leave what was suggested. */
  step(by: number): void {
    this.suggested = null;
    this.queue.step(by);
    if (this.queue.mode === 'merge' && this.queue.current === this.merging) this.queue.step(by);
  }

  cancel(): void {
    const back = this.merging;
    if (this.queue.mode === 'merge') this.said = 'Nothing was merged.';
    this.queue.mode = 'list';
    this.declining = [];
    this.merging = this.suggested = null;
    if (back !== null && this.queue.ids.includes(back)) this.queue.current = back;
  }

  mergeNow(): Promise<void> {
    return this.track(this.merged());
  }

  private async merged(): Promise<void> {
    const { merging, into, queue } = this;
    const item = merging === null ? undefined : queue.item(merging);
    if (!item || !into) return;
    this.cancel();
    this.said = '';
    queue.leave([item.id]);
    const made = await this.act({
      type: 'mergeQuestion',
      activity: this.id,
      id: item.id,
      rev: item.rev,
      into: into.id,
    });
    if (!made) return queue.stay([item.id]);
    this.said = `Merged into ${quoted(into)}.`;
    this.history = remember(this.history, {
      words: `Merging ${quoted(item, 40)} undone.`,
      items: [{ id: item.id, rev: item.rev + 1 }],
      back: (still) => [{ type: 'unmergeQuestion', activity: this.id, ...still[0]! }],
    });
  }

  async unmerge(item: QueueItem): Promise<void> {
    if (await this.act({ type: 'unmergeQuestion', activity: this.id, id: item.id, rev: item.rev })) {
      this.said = `${quoted(item)} stands by itself again.`;
    }
  }

  /** Puts a public question on stage, or takes the live one off it. */
  async highlight(item: QueueItem): Promise<void> {
    if (item.n === undefined || !can(item, 'highlight')) return;
    const live = this.queue.questions?.live?.n ?? null;
    const n = item.state === 'live' ? null : item.n;
    if (await this.act({ type: 'highlightQuestion', activity: this.id, n, live })) {
      this.said = n === null ? 'No question is being answered now.' : `${quoted(item)} is being answered.`;
    }
  }

  async answered(item: QueueItem): Promise<void> {
    if (item.n === undefined || !can(item, 'answered')) return;
    this.queue.leave([item.id]);
    if (await this.act({ type: 'answeredQuestion', activity: this.id, n: item.n })) this.said = 'Marked answered.';
    else this.queue.stay([item.id]);
  }

  async erase(item: QueueItem): Promise<void> {
    if (await this.act({ type: 'eraseQuestion', activity: this.id, id: item.id, rev: item.rev })) {
      this.said = 'Text and name were erased.';
    }
  }

  /** Takes the last act back, once it is known what became of it: who presses quickly means the act just made. */
  async undo(): Promise<void> {
    await this.underway;
    const { queue } = this;
    const last = this.history.at(-1);
    if (!last || this.blocked !== null) return;
    this.history = this.history.slice(0, -1);
    const still = undoing(last, queue.feed?.items ?? new Map());
    if (still.length === 0) {
      return this.refuse('Another moderator has changed it since, so your last act is not undone.');
    }
    for (const command of last.back(still)) {
      const goes =
        'act' in command
          ? going(
              command.items.flatMap(({ id }) => queue.item(id) ?? []),
              command.act,
              queue.view,
              queue.ids,
            )
          : [];
      queue.leave(goes);
      const answer = await this.act(command);
      queue.stay(
        goes.filter((id) => !answer || ('conflicts' in answer && answer.conflicts.some((each) => each.id === id))),
      );
      const conflict = answer && 'conflicts' in answer ? answer.conflicts[0] : undefined;
      if (conflict) this.refused = { ...conflict, title: UNCHANGED, about: still.find(({ id }) => id === conflict.id) };
      else if (answer) this.said = last.words;
      if (answer) {
        this.history = without(
          this.history,
          still.filter(({ id }) => !('done' in answer) || answer.done.includes(id)),
        );
      }
    }
  }

  ask(name: QueueDialog, ids: readonly Id[] = []): void {
    this.dialog = name;
    this.subjects = ids;
  }

  close(name: QueueDialog): void {
    if (this.dialog === name) this.dialog = null;
  }

  /** Its message has been read. */
  dismiss(): void {
    this.refused = null;
  }

  private refuse(message: string, code = '', about?: Refusal['about']): void {
    this.refused = { title: UNCHANGED, code, message, about };
  }

  private changer(about: Refusal['about']): string | null {
    const now = about && this.queue.item(about.id);
    return now && now.rev > about.rev ? actor(now) : null;
  }

  private get id(): Id {
    return this.queue.questions?.id ?? '';
  }

  private track<T>(act: Promise<T>): Promise<T> {
    this.underway = Promise.allSettled([this.underway, act]);
    return act;
  }

  private target(): QueueItem | null {
    if (this.merging === null) return null;
    const id = this.suggested ?? this.queue.current;
    const item = id === null || id === this.merging ? undefined : this.queue.item(id);
    return item && receives(item) ? item : null;
  }

  act<C extends Command>(command: C): Promise<AnswerTo<C> | null> {
    return this.told(
      this.queue.desk.run(command),
      'id' in command && 'rev' in command ? { id: command.id, rev: command.rev } : undefined,
    );
  }

  /** @param command called when its turn comes: it names the newest revision of the questions, then */
  inTurn<C extends Command>(command: () => C): Promise<AnswerTo<C> | null> {
    const { desk } = this.queue;
    return this.told(desk.turns.take(() => desk.run(command())));
  }

  /** The answer, or null when it was refused; `refusal` says why then. */
  private async told<A>(answered: Promise<A>, about?: Refusal['about']): Promise<A | null> {
    try {
      const answer = await answered;
      this.queue.news = null;
      this.refused = null;
      return answer;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      this.refuse(error.message, error.code, about);
      return null;
    }
  }
}
