import { CommandError, type AnswerTo, type Command } from '../../protocol/commands.ts';
import type {
  ActivityDraft,
  DraftKind,
  EventDetails,
  Id,
  OrganiserActivity,
  Results,
} from '../../protocol/messages.gen.ts';
import { Turns } from '../../protocol/turns.ts';
import type { Line } from './line.ts';
import { newId } from './newId.ts';
import { after, moved, selection, step } from './order.ts';

export type DialogName =
  | 'list'
  | 'earlier'
  | 'evening'
  | 'frozen'
  | 'finalise'
  | 'reset'
  | 'delete'
  | 'settings'
  | 'share'
  | 'keys'
  | 'people'
  | 'rooms'
  | 'end'
  | 'reopen'
  | 'finaliseAll';

/** An activity as it was seen. */
type Seen = Pick<OrganiserActivity, 'id' | 'rev'>;

/** What an organiser sees and does on the page of one event. */
export class Desk {
  /** The dialog that is open, a new object each time. */
  dialog = $state.raw<{ name: DialogName } | null>(null);
  /** The activity the last dialog was about, null for a new one or none; stays when the dialog closes. */
  about = $state<Id | null>(null);
  /** The kind of a new activity that is being written; null: what is selected is written. */
  fresh = $state<DraftKind | null>(null);
  /** Rises when somebody asks to write: the focus goes there then. */
  writes = $state(0);
  /** Up to which of them the focus went. */
  written = 0;
  /** Why the last command had no effect; null when it had one. */
  refusal = $state.raw<{ conflict: boolean; text: string } | null>(null);
  /** The last thing this organiser did, for screen readers. */
  said = $state('');
  /** `made`: it was just made, and the snapshot that has it has not come yet. */
  private chosen = $state.raw<{ id: Id; place: number; made?: boolean } | null>(null);
  /** A run order this organiser made and that has not come back yet, with the version it was made on. */
  private arranged = $state.raw<{ order: Id[]; version: number } | null>(null);

  /**
   * Ids of activities that were sent and not answered yet, by what they are made of: sent again under its id, each is
   * made once.
   */
  private readonly making = new Map<string, Id>();
  /** Of what names a revision. */
  readonly turns = new Turns();

  constructor(
    private readonly line: Line,
    /** Called when the server says that nobody is signed in. */
    private readonly onSignedOut: () => void = () => undefined,
  ) {}

  readonly snapshot = $derived.by(() => this.line.state);
  readonly status = $derived.by(() => this.line.status);
  readonly activities = $derived.by(() => this.inOrder());
  readonly staged = $derived(this.snapshot?.room.view === 'activity' ? this.snapshot.room.activity : null);
  readonly open = $derived(this.activities.find((each) => each.state === 'open') ?? null);
  readonly selected = $derived(selection(this.activities, this.chosen, this.staged));
  /** Why nothing can be changed now; null when it can. */
  readonly blocked = $derived(this.status.kind === 'live' ? null : 'There is no connection to the server.');

  /** What of it all is not erased yet, while the store is there. */
  readonly unerased = $derived(this.snapshot?.store === 'ok' ? this.snapshot.storeReason : undefined);

  /** Why none of a kind can be made now; null when one can. */
  withheld = (kind: string): string | null =>
    this.snapshot?.withheld?.includes(kind)
      ? 'Not all servers know this kind yet, because they are being updated. Try again when that is done.'
      : null;

  /** The rooms of the event that whoever sits here may enter. */
  readonly rooms = $derived.by(() => {
    const room = this.snapshot?.room;
    return (this.snapshot?.rooms ?? (room ? [{ id: room.id, name: room.name }] : [])).filter(({ id }) =>
      this.line.standing.covers(id),
    );
  });

  /** Whether whoever sits here may do it; `action` is a name of roles.md. */
  may = (action: string): boolean => this.line.standing.may(action);

  /** The server's clock, epoch milliseconds. */
  now = (): number => this.line.standing.clock.now();

  activity = (id: Id | null): OrganiserActivity | undefined => this.activities.find((each) => each.id === id);
  place = (id: Id): number => this.activities.findIndex((each) => each.id === id);

  /** What was selected and is gone: another organiser deleted it. */
  readonly lost = $derived.by(() =>
    this.chosen !== null && !this.chosen.made && this.activity(this.chosen.id) === undefined ? this.chosen.id : null,
  );

  select(id: Id): void {
    this.fresh = null;
    this.choose(id);
  }

  private choose(id: Id): void {
    this.chosen = { id, place: Math.max(0, this.place(id)) };
  }

  /**
   * What is selected at first stays so: it must not change under somebody's hand when another opens. A new one that is
   * being written stays as well.
   */
  pin(): void {
    if (this.chosen === null && this.selected) this.choose(this.selected.id);
    else if (this.chosen?.made && this.selected) this.chosen = { ...this.chosen, made: false };
  }

  /** Selects the activity `by` places further. */
  step(by: number): void {
    const next = step(this.activities, this.selected?.id, by, this.chosen?.place);
    if (next) this.select(next.id);
  }

  /** Begins a new one, or goes on with it. */
  compose(kind: DraftKind): void {
    this.fresh = kind;
    this.writes++;
  }

  /** Selects it and asks to write. */
  write(id: Id): void {
    this.select(id);
    this.writes++;
  }

  ask(name: DialogName, about: Id | null = null): void {
    this.dialog = { name };
    this.about = about;
  }

  /** Closes a dialog, unless another one has taken its place. */
  close(name: DialogName): void {
    if (this.dialog?.name === name) this.dialog = null;
  }

  show(ballot: Seen, results: Results): Promise<unknown> {
    return this.of(ballot, (named) => ({ type: 'showResults', ...named, results }));
  }

  /**
   * Sends what was decided on what is seen, in the newest revision when its turn comes; `refusal` says why when it has
   * no effect.
   */
  send(command: Command): Promise<unknown> {
    return this.inTurn(() => {
      if (!('activity' in command) || !('rev' in command)) return command;
      const { runOrder = [], beside = [] } = this.snapshot ?? {};
      const newest = [...runOrder, ...beside].find(({ id }) => id === command.activity);
      return newest ? { ...command, rev: newest.rev } : command;
    });
  }

  async move(id: Id, to: number): Promise<void> {
    const order = this.activities.map(({ id }) => id);
    const next = moved(order, id, to);
    if (this.blocked !== null || next.join() === order.join()) return;
    this.arranged = { order: next, version: this.snapshot?.version ?? 0 };
    this.said = `Moved to place ${next.indexOf(id) + 1} of ${next.length}.`;
    if (!(await this.act({ type: 'moveActivity', activity: id, after: after(order, id, to) }))) {
      this.arranged = null;
      this.said = 'Not moved.';
    }
  }

  async duplicate({ id: from }: Seen): Promise<void> {
    // A copy that is there already was made by the press before.
    const before = this.making.get(from);
    const id = before !== undefined && this.activity(before) === undefined ? before : newId();
    this.making.set(from, id);
    const made = await this.act({ type: 'duplicateActivity', activity: from, id });
    if (made) this.making.delete(from);
    if (made?.id) this.chosen = { id: made.id, place: this.place(from) + 1, made: true };
  }

  finalise(activity: Seen): Promise<unknown> {
    return this.of(activity, (named) => ({ type: 'finaliseActivity', ...named }));
  }

  reset(activity: Seen): Promise<unknown> {
    return this.of(activity, (named) => ({ type: 'resetActivity', ...named }));
  }

  remove(activity: Seen): Promise<unknown> {
    this.select(this.selected?.id ?? activity.id); // with its place now, where the keys go on
    return this.of(activity, (named) => ({ type: 'deleteActivity', ...named }));
  }

  /**
   * Adds an activity and selects it. Rejects with CommandError.
   *
   * @param after what it stands behind; unless given, the last
   * @returns its id
   */
  async create(kind: DraftKind, draft: ActivityDraft, after = this.activities.at(-1)?.id ?? null): Promise<Id> {
    const room = this.snapshot?.room.id;
    if (room === undefined) {
      throw new CommandError('lost', 'There is no connection to the server. Nothing was changed.');
    }
    const words = JSON.stringify([room, kind, draft]);
    const id = this.making.get(words) ?? newId();
    this.making.set(words, id);
    const made = await this.run({ type: 'createActivity', room, after, kind, draft, id });
    this.making.delete(words);
    if (made.id) this.chosen = { id: made.id, place: this.activities.length, made: true };
    return made.id ?? id;
  }

  /**
   * Rejects with CommandError.
   *
   * @param rev called when its turn comes
   */
  edit = (activity: Id, rev: () => number, kind: DraftKind, draft: ActivityDraft): Promise<unknown> =>
    this.turns.take(() => this.run({ type: 'editActivity', activity, rev: rev(), kind, draft }));
  /** Rejects with CommandError. */
  editEvent = (rev: number, details: EventDetails): Promise<unknown> => this.run({ type: 'editEvent', rev, details });

  /** Ends the event, takes the end back, or finalises all of it; `refusal` says why when it has no effect. */
  life(type: 'endEvent' | 'reopenEvent' | 'finaliseEvent'): Promise<unknown> {
    return this.inTurn(() => ({ type, rev: this.snapshot?.event.rev ?? 1 }));
  }

  /** Of an activity as it was seen, in its newest revision when its turn comes. */
  private of<C extends Command>(
    activity: Seen,
    command: (named: { activity: Id; rev: number }) => C,
  ): Promise<AnswerTo<C> | null> {
    return this.inTurn(() => command({ activity: activity.id, rev: this.activity(activity.id)?.rev ?? activity.rev }));
  }

  /**
   * Null when it was refused; `refusal` says why then.
   *
   * @param command called when its turn comes: it names the newest revision, then
   */
  inTurn<C extends Command>(command: () => C): Promise<AnswerTo<C> | null> {
    return this.told(this.turns.take(() => this.run(command())));
  }

  /** Rejects with CommandError. */
  async run<C extends Command>(command: C): Promise<AnswerTo<C>> {
    try {
      return await this.line.run(command);
    } catch (error) {
      if (error instanceof CommandError && error.code === 'notSignedIn') this.onSignedOut();
      throw error;
    }
  }

  private act<C extends Command>(command: C): Promise<AnswerTo<C> | null> {
    return this.told(this.run(command));
  }

  /** The answer, or null when it was refused; `refusal` says why then. */
  private async told<A>(answered: Promise<A>): Promise<A | null> {
    try {
      const answer = await answered;
      this.refusal = null;
      return answer;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      this.refusal = { conflict: error.retry === 'snapshot', text: error.message };
      return null;
    }
  }

  private inOrder(): OrganiserActivity[] {
    const activities = this.snapshot?.runOrder ?? [];
    const order = this.arranged?.version === this.snapshot?.version ? this.arranged?.order : undefined;
    if (!order) return activities;
    return [...activities].sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  }
}
