import { CommandError, type AnswerTo, type Command } from '../../../protocol/commands.ts';
import type { DeclineReason, Id, ModerationAct, QueueItem } from '../../../protocol/messages.gen.ts';
import { Drafts, tabStore } from './drafts.ts';
import { going } from './leads.ts';
import type { Side } from './lists.ts';
import { can, type RowAct } from './may.ts';
import { Merging } from './merging.svelte.ts';
import type { Queue } from './queue.svelte.ts';
import { actor, done, partly, refusedWords } from './sentences.ts';
import { answered, highlight } from './singles.ts';
import { again, moderated, remember, undoing, without, type Done } from './undo.ts';
import { Waits } from './waits.ts';

/** The server takes at most so many questions in one message. */
const AT_ONCE = 100;
const UNCHANGED = 'Nothing was changed.';
type Ref = { id: Id; rev: number };
/** `about`: the question, as it was when it was acted on. */
interface Refusal {
  title: string;
  code: string;
  message: string;
  about: Ref | undefined;
}
export type QueueDialog = 'reply' | 'correct' | 'labels' | 'erase' | 'settings' | 'keys';
const ref = ({ id, rev }: Ref): Ref => ({ id, rev });

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
  /** The reason that was chosen last: it is offered first. */
  reason = $state<DeclineReason>('offTopic');
  readonly merging = new Merging(this);
  readonly drafts = new Drafts(tabStore(), () => this.id);
  private history = $state.raw<readonly Done[]>([]);
  /** Acts whose answer is still to come, and with it what undoes them. */
  private underway: Promise<unknown> = Promise.resolve();
  private readonly waits = new Waits();

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
  readonly blocked = $derived.by(
    () =>
      this.queue.desk.blocked ?? (this.queue.questions?.state === 'final' ? 'These questions are finalised.' : null),
  );

  get id(): Id {
    return this.queue.questions?.id ?? '';
  }

  /** What a key or a button of a bar is about: what is chosen, else the question that has the hand. */
  about(): Id[] {
    const { chosen, current } = this.queue;
    if (chosen.size === 0) return current === null ? [] : [current];
    return [...this.queue.ids('waiting'), ...this.queue.ids('beside')].filter((id) => chosen.has(id));
  }

  /** Those of them with which this can be done. */
  able = (ids: readonly Id[], act: RowAct): QueueItem[] =>
    ids.flatMap((id) => this.queue.item(id) ?? []).filter((item) => can(item, act));

  /** @param quiet part of another act, which says and remembers the whole */
  moderate(ids: readonly Id[], act: ModerationAct, { quiet = false } = {}): Promise<boolean> {
    return this.track(this.moderated(ids, act, quiet));
  }

  private async moderated(ids: readonly Id[], act: ModerationAct, quiet: boolean): Promise<boolean> {
    const { queue } = this;
    const items = ids.flatMap((id) => queue.item(id) ?? []);
    queue.leave(going(items, act));
    const made: QueueItem[] = [];
    const refused: Refusal[] = [];
    for (let at = 0; at < items.length; at += AT_ONCE) {
      const part = items.slice(at, at + AT_ONCE);
      const answer = await this.on(part, (refs) => ({
        type: 'moderateQuestions',
        activity: this.id,
        items: refs,
        act,
      }));
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
    if (refused.length > 0) {
      this.refused = { ...refused[0]!, title: made.length > 0 ? partly(made.length, refused.length) : UNCHANGED };
    }
    if (quiet) return made.length > 0;
    this.remember(moderated(this.id, made, act));
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
      case 'correct':
      case 'erase':
        return this.ask(act, [first.id]);
      case 'merge':
        return this.merging.begin(first.id);
      case 'highlight':
        return void this.track(highlight(this, first));
      case 'answered':
        return void this.track(answered(this, first));
    }
  }

  /** Asks for the reason. */
  decline(ids: readonly Id[]): void {
    this.declining = this.able(ids, 'decline').map(({ id }) => id);
    if (this.declining.length > 0 && this.blocked === null) this.queue.mode = 'decline';
  }

  because(reason: DeclineReason, note: string): void {
    const ids = this.declining;
    this.reason = reason;
    this.cancel();
    if (ids.length === 1) this.drafts.keep('note', ids[0]!, null);
    void this.moderate(ids, { kind: 'decline', reason, note: note.normalize().trim() || null });
  }

  step(by: number): void {
    if (this.queue.mode === 'merge') this.merging.step(by);
    else this.queue.step(by);
  }

  /**
   * To the other column, or into this one while nothing is in hand; while merging, to look for the one that stays
   * there.
   */
  cross(to: Side): void {
    if (to !== this.queue.side || this.queue.current === null) this.queue.cross(to);
    if (this.queue.mode === 'merge') this.merging.leaveSuggested();
  }

  /** Other words for a question as it was when its words were read. */
  correct(seen: QueueItem, text: string): Promise<boolean> {
    const now = this.queue.item(seen.id);
    if (now && now.text !== seen.text) {
      this.refuse('', 'conflict', ref(seen));
      return Promise.resolve(false);
    }
    return this.moderate([seen.id], { kind: 'correct', text });
  }

  cancel(): void {
    if (this.queue.mode === 'merge') this.said = 'Nothing was merged.';
    this.queue.mode = 'list';
    this.declining = [];
    this.merging.end();
  }

  mergeNow(): Promise<void> {
    return this.track(this.merging.now());
  }

  /** Takes the last act back, once it is known what became of it: who presses quickly means the act just made. */
  undo(): Promise<void> {
    return this.track(this.underway.then(() => this.undone()));
  }

  private async undone(): Promise<void> {
    const { queue } = this;
    const last = this.history.at(-1);
    if (!last || this.blocked !== null) return;
    this.history = this.history.slice(0, -1);
    const still = undoing(last, queue.feed?.items ?? new Map());
    if (still.length === 0) {
      return this.refuse('Another moderator has changed it since, so your last act is not undone.');
    }
    queue.columns.expect(still.map(({ id }) => id));
    /** What was not done and may be tried again. */
    const left = new Set<Id>();
    for (const command of last.back(still)) {
      const items = 'items' in command ? command.items : 'rev' in command && 'id' in command ? [ref(command)] : [];
      const goes =
        'act' in command
          ? going(
              items.flatMap(({ id }) => queue.item(id) ?? []),
              command.act,
            )
          : [];
      queue.leave(goes);
      const answer = await this.on(items, () => command);
      queue.stay(
        goes.filter((id) => !answer || ('conflicts' in answer && answer.conflicts.some((each) => each.id === id))),
      );
      const conflicts = answer && 'conflicts' in answer ? answer.conflicts : [];
      if (conflicts[0]) {
        const about = still.find(({ id }) => id === conflicts[0]!.id);
        this.refused = { ...conflicts[0], title: UNCHANGED, about };
      } else if (answer) this.said = last.words;
      if (!answer && again(this.refused?.code ?? '')) items.forEach(({ id }) => left.add(id));
      conflicts.filter(({ code }) => again(code)).forEach(({ id }) => left.add(id));
      if (answer) {
        const undone = items.filter(({ id }) => !('done' in answer) || answer.done.includes(id));
        this.history = without(this.history, undone);
      }
    }
    const rest = last.items.filter(({ id }) => left.has(id));
    if (rest.length > 0) this.remember({ ...last, items: rest });
  }

  remember(done: Done): void {
    this.history = remember(this.history, done);
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

  private refuse(message: string, code = '', about?: Ref): void {
    this.refused = { title: UNCHANGED, code, message, about };
  }

  private changer(about: Refusal['about']): string | null {
    const now = about && this.queue.item(about.id);
    return now && now.rev > about.rev ? actor(now) : null;
  }

  private track<T>(act: Promise<T>): Promise<T> {
    this.underway = Promise.allSettled([this.underway, act]);
    return act;
  }

  /**
   * Acts on questions as they were seen. What this moderator did to them before is answered first, and what that led to
   * is named.
   */
  async on<C extends Command>(seen: readonly Ref[], command: (now: Ref[]) => C): Promise<AnswerTo<C> | null> {
    const ids = seen.map(({ id }) => id);
    let now: Ref[] = [];
    const answer = await this.waits.take(ids, () => {
      now = seen.map((each) => this.waits.newest(ref(each)));
      return this.act(command(now));
    });
    const refused = answer && 'conflicts' in answer ? answer.conflicts.map(({ id }) => id) : [];
    if (answer) now.filter(({ id }) => !refused.includes(id)).forEach((each) => this.waits.did(each));
    return answer;
  }

  private act<C extends Command>(command: C): Promise<AnswerTo<C> | null> {
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
