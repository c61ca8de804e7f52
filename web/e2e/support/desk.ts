import type { Command } from '../../src/protocol/commands.ts';
import type {
  ActivityDraft,
  DraftKind,
  OrganiserActivity,
  OrganiserPoll,
  OrganiserSnapshot,
  PollDraft,
} from '../../src/protocol/messages.gen.ts';
import type { Printed } from '../setup/server.ts';
import EXAMPLE from '../../../src/main/resources/example-event.json' with { type: 'json' };
import { ask } from './http.ts';
import { Wire } from './wire.ts';

export const ACCOUNT = {
  name: 'Organiser',
  email: 'organiser@example.org',
  password: 'seven words that nobody would guess here',
};

/** An organiser outside the browser: prepares what a journey is not about. */
export class SignedIn {
  private constructor(
    readonly base: string,
    readonly cookie: string,
  ) {}

  /** Makes the first account with the printed link. */
  static async first(printed: Printed): Promise<SignedIn> {
    const token = new URL(printed.setup ?? '').hash.replace('#setup=', '');
    const { cookie } = await ask(printed.base, 'POST', '/api/v1/setup', { token, ...ACCOUNT });
    return new SignedIn(printed.base, cookie!);
  }

  static with(base: string, cookie: string): SignedIn {
    return new SignedIn(base, cookie);
  }

  /**
   * An event of its own with these polls as drafts: of a small group, so that the vote of one of three phones shows;
   * see steps.e2e.ts for all others.
   */
  async event(name: string, drafts: PollDraft[], frameOrigins: string[] = [], smallGroup = true): Promise<Desk> {
    const today = new Date().toISOString().slice(0, 10);
    const details = { name, startsOn: today, endsOn: today, timeZone: 'Europe/London', frameOrigins, smallGroup };
    const { body } = await ask<{ id: string }>(this.base, 'POST', '/api/v1/events', details, this.cookie);
    const desk = await this.desk(body.id);
    for (const draft of drafts) {
      await desk.run({
        type: 'createActivity',
        room: desk.room,
        after: desk.polls.at(-1)?.id ?? null,
        kind: 'poll',
        draft,
      });
    }
    await desk.wire.until(() => desk.polls.length === drafts.length);
    return desk;
  }

  /** The event that a new server begins with, made anew. */
  async example(): Promise<Desk> {
    const { body } = await ask<{ id: string }>(this.base, 'POST', '/api/v1/events/import', EXAMPLE, this.cookie);
    return this.desk(body.id);
  }

  /** They lead to this machine, whatever the server says people reach it by. */
  async links(event: string): Promise<Links> {
    const path = `/api/v1/events/${event}/links`;
    const { body } = await ask<Links>(this.base, 'GET', path, undefined, this.cookie);
    const here = (url: string) => this.base + url.slice(new URL(url).origin.length);
    const rooms = body.rooms.map((room) => ({ ...room, stage: here(room.stage), remote: here(room.remote) }));
    return { join: here(body.join), rooms };
  }

  async desk(event: string): Promise<Desk> {
    const { join, rooms } = await this.links(event);
    const room = rooms[0]!;
    const wire = await Wire.open(this.base, { role: 'organiser', event, room: room.id }, this.cookie);
    return new Desk(this, wire, event, room.id, join, room.stage, room.remote);
  }
}

interface Links {
  join: string;
  rooms: { id: string; name: string; stage: string; remote: string }[];
}

/** One event as its organiser has it in hand. */
export class Desk {
  constructor(
    readonly who: SignedIn,
    readonly wire: Wire,
    readonly event: string,
    readonly room: string,
    readonly join: string,
    readonly stage: string,
    readonly remote: string,
  ) {}

  get state(): OrganiserSnapshot {
    return this.wire.latest('organiserSnapshot')!;
  }

  get polls(): OrganiserPoll[] {
    return this.state.runOrder.filter((activity) => activity.kind === 'poll');
  }

  get code(): string {
    return this.state.event.code;
  }

  poll(index: number): OrganiserPoll {
    return this.polls[index]!;
  }

  /** Whatever stands there in the run order. */
  activity(index: number): OrganiserActivity {
    return this.state.runOrder[index]!;
  }

  /** Sends a command and waits until it is done and seen. */
  async run(command: Command): Promise<string | undefined> {
    const before = this.state.version;
    const id = await this.does(command);
    await this.wire.until(() => this.state.version > before);
    return id;
  }

  /** The same for what changes nothing of the run order: until it is done. */
  async does(command: Command): Promise<string | undefined> {
    const ref = this.wire.nextRef();
    this.wire.send({ ...command, ref });
    const answer = await this.wire.find((message) => 'ref' in message && message.ref === ref);
    if (answer.type !== 'done') throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
    return answer.id;
  }

  /** Adds an activity at the end of the run order. */
  async make(kind: DraftKind, draft: ActivityDraft): Promise<void> {
    const before = this.state.runOrder.length;
    const after = this.state.runOrder.at(-1)?.id ?? null;
    await this.run({ type: 'createActivity', room: this.room, after, kind, draft });
    await this.wire.until(() => this.state.runOrder.length === before + 1);
  }

  open = (index: number) => this.on(index, 'openActivity');
  lock = (index: number) => this.on(index, 'lockActivity');
  reset = (index: number) => this.on(index, 'resetActivity');

  async show(index: number, results: OrganiserPoll['results']): Promise<void> {
    const { id, rev } = this.activity(index);
    await this.run({ type: 'showResults', activity: id, rev, results });
  }

  async toJoinScreen(): Promise<void> {
    await this.run({ type: 'setStage', room: this.room, view: 'join', activity: null });
  }

  /** How many chose each option of a poll. */
  counts = (index: number) => this.tally(index).result as number[] | null;

  /** Numbers of a ballot as the organiser sees them, newest of snapshot and tally frames. */
  tally(index: number) {
    const { id } = this.activity(index);
    const seen = this.wire.heard.flatMap((message) =>
      message.type === 'tally' && message.activity === id
        ? [message.tally]
        : message.type === 'organiserSnapshot'
          ? message.runOrder.flatMap((poll) => (poll.id === id && poll.tally ? [poll.tally] : []))
          : [],
    );
    return seen.reduce((newest, each) =>
      each.round > newest.round || (each.round === newest.round && each.version >= newest.version) ? each : newest,
    );
  }

  async voted(index: number, people: number): Promise<void> {
    await this.wire.until(() => this.tally(index).answers === people);
  }

  private async on(index: number, type: 'openActivity' | 'lockActivity' | 'resetActivity'): Promise<void> {
    const { id, rev } = this.activity(index);
    await this.run({ type, activity: id, rev });
  }
}
