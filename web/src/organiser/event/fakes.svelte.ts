// For tests: a line that is steered by hand, an event on it, and a session that is signed in.
import { CommandError, type AnswerTo, type Command } from '../../protocol/commands.ts';
import type {
  ClientMessage,
  OrganiserPoll,
  OrganiserSnapshot,
  ServerMessage,
  Welcome,
} from '../../protocol/messages.gen.ts';
import type { Status } from '../../protocol/status.ts';
import type { Listener } from '../../ui/follow.svelte.ts';
import { ServerClock } from '../../ui/serverClock.svelte.ts';
import { Session } from '../session.svelte.ts';
import { Standing } from '../standing.svelte.ts';
import type { Line } from './line.ts';

/** What a presenter may do with polls, and read. */
export const presents = [
  'openActivity',
  'lockActivity',
  'showResults',
  'setStage',
  'arrangeStage',
  'readLinks',
  'getNotes',
  'watchQuestions',
  'highlightQuestion',
  'answeredQuestion',
];

export class FakeLine implements Line {
  state = $state.raw<OrganiserSnapshot | null>(null);
  status = $state.raw<Status>({ kind: 'live' });
  readonly standing = new Standing();
  readonly clock = new ServerClock();
  readonly sent: Command[] = [];
  readonly told: ClientMessage[] = [];
  /** What the next commands are answered with. */
  answer: { id?: string } | CommandError = {};
  /** Answers commands by type before `answer` does. */
  answers: { [T in Command['type']]?: (command: Extract<Command, { type: T }>) => unknown } = {};
  private readonly listeners = new Set<(message: ServerMessage) => void>();
  again = () => (this.status = { kind: 'live' });
  start = () => () => undefined;

  constructor(polls: OrganiserPoll[] = []) {
    this.state = snapshot(polls);
    this.welcome('organiser', [
      ...presents,
      'createActivity',
      'editActivity',
      'noteActivity',
      'duplicateActivity',
      'moveActivity',
      'resetActivity',
      'finaliseActivity',
      'deleteActivity',
      'editEvent',
      'endEvent',
      'reopenEvent',
      'finaliseEvent',
      'manageStaff',
      'manageLinks',
      'exportEvent',
      'createRoom',
      'editRoom',
      'deleteRoom',
      'watchOverview',
      'watchQueue',
      'moderateQuestions',
      'setAsking',
      'editQuestions',
      'eraseQuestion',
    ]);
  }

  run = <C extends Command>(command: C): Promise<AnswerTo<C>> => {
    const own = this.answers[command.type] as ((command: C) => unknown) | undefined;
    const answer = own ? own(command) : command.type === 'getNotes' ? { notes: '' } : this.answer;
    if (command.type !== 'getNotes') this.sent.push(command); // a look
    return answer instanceof CommandError ? Promise.reject(answer) : Promise.resolve(answer as AnswerTo<C>);
  };
  tell = (message: ClientMessage): boolean => this.told.push(message) > 0;
  private refs = 0;
  nextRef = (): number => ++this.refs;
  visit = (listener: Listener): (() => void) => {
    listener.connected?.();
    return this.listen((message) => listener.receive(message));
  };
  listen = (listener: (message: ServerMessage) => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A message arrives. */
  hear(message: ServerMessage): void {
    this.listeners.forEach((listener) => listener(message));
  }

  /** The server says what whoever sits here may do. */
  welcome(role: Welcome['role'], may: string[]): void {
    this.standing.receive({
      type: 'welcome',
      protocol: 1,
      role,
      heartbeatMs: 25_000,
      beatMs: 0,
      graceMs: 15_000,
      now: Date.now(),
      server: '1',
      may,
    });
  }

  /** A new snapshot arrives. */
  say(change: Partial<OrganiserSnapshot>): void {
    this.state = { ...this.state!, ...change, version: this.state!.version + 1 };
  }
}

export function poll(id: string, more: Partial<OrganiserPoll> = {}): OrganiserPoll {
  const options = ['Yes', 'No', 'I have no view'].map((text, index) => ({ id: 'abc'[index]!, text, exclusive: false }));
  const tally = { round: 1, version: 1, result: [0, 0, 0], voted: 0, abstained: 0, late: 0, answers: 0, connected: 20 };
  return {
    kind: 'poll',
    id,
    round: 1,
    rev: 3,
    question: `Question ${id}?`,
    options,
    maxChoices: 1,
    abstain: null,
    state: 'draft',
    results: 'hidden',
    chosen: more.results ?? 'hidden',
    hasVotes: false,
    anonymised: false,
    tally,
    ...more,
  };
}

/** An open poll with 12 votes that choose and one that abstains. */
export const open = (id: string): OrganiserPoll =>
  poll(id, {
    state: 'open',
    results: 'stage',
    hasVotes: true,
    tally: { round: 1, version: 2, result: [7, 3, 2], voted: 12, abstained: 1, late: 2, answers: 13, connected: 20 },
  });

function snapshot(runOrder: OrganiserPoll[]): OrganiserSnapshot {
  const details = {
    name: 'Conference',
    startsOn: '2027-03-08',
    endsOn: '2027-03-08',
    timeZone: 'Europe/London',
    frameOrigins: [],
  };
  return {
    type: 'organiserSnapshot',
    epoch: 'e',
    version: 1,
    runOrder,
    beside: [],
    store: 'ok',
    presence: { joined: 20, here: 18 },
    event: { ...details, id: 'event', rev: 1, code: 'H7K2MQ' },
    room: {
      id: 'room',
      rev: 1,
      name: 'Main hall',
      view: 'join',
      activity: null,
      byResult: false,
      zoom: 100,
      theme: 'dark',
    },
    join: { code: 'H7K2MQ', host: 'vote.example.org', url: 'https://vote.example.org/j/H7K2MQ', qr: '/qr/H7K2MQ.svg' },
  };
}

/** A report takes its time: who wants one says what it holds. */
export const slow = (path: string): Promise<never> | undefined =>
  path.includes('/report') ? new Promise<never>(() => undefined) : undefined;

/** A session that is signed in; it answers every request with what `answers` says for its path. */
export function session(answers: Record<string, unknown> = {}): Session {
  const made = new Session(
    (async (_method: string, path: string) =>
      answers[path] ?? slow(path) ?? { rooms: [], signedIn: true, setUp: true }) as never,
  );
  made.state = 'signedIn';
  return made;
}
