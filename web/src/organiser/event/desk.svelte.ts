import { beside } from '../../protocol/activity.ts';
import { CommandError, type AnswerTo, type Command } from '../../protocol/commands.ts';
import type { EventDetails, Id, OrganiserPoll, PollDraft, Results } from '../../protocol/messages.gen.ts';
import { Turns } from '../../protocol/turns.ts';
import type { Line } from './line.ts';
import { newId } from './newId.ts';
import { after, moved, selection, step } from './order.ts';

export type DialogName =
  'editor' | 'frozen' | 'finalise' | 'reset' | 'delete' | 'settings' | 'remote' | 'keys' | 'people' | 'rooms';

/** What an organiser sees and does on the page of one event. */
export class Desk {
  /** The dialog that is open, and the poll it is about; null for a new poll or none. */
  dialog = $state.raw<{ name: DialogName; poll: Id | null } | null>(null);
  /** The poll the last dialog was about; stays when it closes. */
  about = $state<Id | null>(null);
  /** Why the last command had no effect; null when it had one. */
  refusal = $state.raw<{ conflict: boolean; text: string } | null>(null);
  /** The last thing this organiser did, for screen readers. */
  said = $state('');
  private chosen = $state.raw<{ id: Id; place: number } | null>(null);
  /** A run order this organiser made and that has not come back yet, with the version it was made on. */
  private arranged = $state.raw<{ order: Id[]; version: number } | null>(null);

  /**
   * Ids of polls that were sent and not answered yet, by what they are made of: sent again under its id, each is made
   * once.
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
  readonly polls = $derived.by(() => this.inOrder());
  readonly staged = $derived(this.snapshot?.room.view === 'activity' ? this.snapshot.room.activity : null);
  readonly open = $derived(this.polls.find((poll) => poll.state === 'open') ?? null);
  readonly selected = $derived(selection(this.polls, this.chosen, this.staged));
  /** Why nothing can be changed now; null when it can. */
  readonly blocked = $derived(this.status.kind === 'live' ? null : 'There is no connection to the server.');

  /** The rooms of the event that whoever sits here may enter. */
  readonly rooms = $derived.by(() => {
    const room = this.snapshot?.room;
    return (this.snapshot?.rooms ?? (room ? [{ id: room.id, name: room.name }] : [])).filter(({ id }) =>
      this.line.standing.covers(id),
    );
  });

  /** Whether whoever sits here may do it; `action` is a name of roles.md. */
  may = (action: string): boolean => this.line.standing.may(action);

  poll = (id: Id | null): OrganiserPoll | undefined => this.polls.find((poll) => poll.id === id);
  place = (id: Id): number => this.polls.findIndex((poll) => poll.id === id);

  select(id: Id): void {
    this.chosen = { id, place: Math.max(0, this.place(id)) };
  }

  /** What is selected at first stays so: it must not change under somebody's hand when another poll opens. */
  pin(): void {
    if (this.chosen === null && this.selected) this.select(this.selected.id);
  }

  /** Selects the poll `by` places further. */
  step(by: number): void {
    const next = step(this.polls, this.selected?.id, by);
    if (next) this.select(next.id);
  }

  ask(name: DialogName, poll: Id | null = null): void {
    this.dialog = { name, poll };
    this.about = poll;
  }

  /** Closes a dialog, unless another one has taken its place. */
  close(name: DialogName): void {
    if (this.dialog?.name === name) this.dialog = null;
  }

  /** Opens, locks or reopens. */
  voting(poll: OrganiserPoll): Promise<unknown> {
    const type = poll.state === 'open' ? 'lockActivity' : 'openActivity';
    return this.of(poll, (named) => ({ type, ...named }));
  }

  show(poll: OrganiserPoll, results: Results): Promise<unknown> {
    return this.of(poll, (named) => ({ type: 'showResults', ...named, results }));
  }

  /** Everyone, or hidden again. */
  reveal(poll: OrganiserPoll): Promise<unknown> {
    return this.show(poll, poll.results === 'everyone' ? 'hidden' : 'everyone');
  }

  stage(poll: OrganiserPoll): Promise<unknown> {
    return this.inRoom((room) => ({ type: 'setStage', room, view: 'activity', activity: poll.id }));
  }

  /** The join screen, or back to what the stage showed before. */
  join(): Promise<unknown> {
    const { view, activity } = this.snapshot?.room ?? {};
    if (view === 'join' && !activity) return Promise.resolve();
    return this.inRoom((room) => ({
      type: 'setStage',
      room,
      view: view === 'join' ? 'activity' : 'join',
      activity: null,
    }));
  }

  async move(id: Id, to: number): Promise<void> {
    const order = this.polls.map((poll) => poll.id);
    const next = moved(order, id, to);
    if (this.blocked !== null || next.join() === order.join()) return;
    this.arranged = { order: next, version: this.snapshot?.version ?? 0 };
    this.said = `Moved to place ${next.indexOf(id) + 1} of ${next.length}.`;
    if (!(await this.act({ type: 'moveActivity', activity: id, after: after(order, id, to) }))) {
      this.arranged = null;
      this.said = 'Not moved.';
    }
  }

  async duplicate(poll: OrganiserPoll): Promise<void> {
    // A copy that is there already was made by the press before.
    const before = this.making.get(poll.id);
    const id = before !== undefined && this.poll(before) === undefined ? before : newId();
    this.making.set(poll.id, id);
    const made = await this.act({ type: 'duplicateActivity', activity: poll.id, id });
    if (made) this.making.delete(poll.id);
    if (made?.id) this.chosen = { id: made.id, place: this.place(poll.id) + 1 };
  }

  finalise(poll: OrganiserPoll): Promise<unknown> {
    return this.of(poll, (named) => ({ type: 'finaliseActivity', ...named }));
  }

  reset(poll: OrganiserPoll): Promise<unknown> {
    return this.of(poll, (named) => ({ type: 'resetActivity', ...named }));
  }

  remove(poll: OrganiserPoll): Promise<unknown> {
    this.chosen = { id: this.selected?.id ?? poll.id, place: this.place(this.selected?.id ?? poll.id) };
    return this.of(poll, (named) => ({ type: 'deleteActivity', ...named }));
  }

  /** Adds a poll at the end and selects it. Rejects with CommandError. */
  async create(draft: PollDraft): Promise<void> {
    const room = this.snapshot?.room.id;
    if (room === undefined) {
      throw new CommandError('lost', 'There is no connection to the server. Nothing was changed.');
    }
    const words = JSON.stringify([room, draft]);
    const id = this.making.get(words) ?? newId();
    this.making.set(words, id);
    const made = await this.run({
      type: 'createActivity',
      room,
      after: this.polls.at(-1)?.id ?? null,
      kind: 'poll',
      draft,
      id,
    });
    this.making.delete(words);
    if (made.id) this.chosen = { id: made.id, place: this.polls.length };
  }

  /**
   * Rejects with CommandError.
   *
   * @param rev called when its turn comes
   */
  edit = (poll: Id, rev: () => number, draft: PollDraft): Promise<unknown> =>
    this.turns.take(() => this.run({ type: 'editActivity', activity: poll, rev: rev(), kind: 'poll', draft }));
  /** Rejects with CommandError. */
  editEvent = (rev: number, details: EventDetails): Promise<unknown> => this.run({ type: 'editEvent', rev, details });

  /** On or off; a room gets them when they are turned on for the first time. */
  react(on: boolean): Promise<unknown> {
    const room = this.snapshot?.room.id;
    if (room === undefined) return Promise.resolve();
    return this.inTurn(() => ({
      type: 'editReactions',
      room,
      rev: beside(this.snapshot, 'reactions')?.rev ?? 0,
      on,
    }));
  }

  /** Of a poll as it was seen, in its newest revision when its turn comes. */
  private of<C extends Command>(
    poll: OrganiserPoll,
    command: (named: { activity: Id; rev: number }) => C,
  ): Promise<AnswerTo<C> | null> {
    return this.inTurn(() => command({ activity: poll.id, rev: this.poll(poll.id)?.rev ?? poll.rev }));
  }

  /** @param command called when its turn comes: it names the newest revision, then */
  private inTurn<C extends Command>(command: () => C): Promise<AnswerTo<C> | null> {
    return this.told(this.turns.take(() => this.run(command())));
  }

  private inRoom(command: (room: Id) => Command): Promise<unknown> {
    const room = this.snapshot?.room.id;
    return room === undefined ? Promise.resolve() : this.act(command(room));
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

  private inOrder(): OrganiserPoll[] {
    const polls = this.snapshot?.runOrder ?? [];
    const order = this.arranged?.version === this.snapshot?.version ? this.arranged?.order : undefined;
    if (!order) return polls;
    return [...polls].sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  }
}
