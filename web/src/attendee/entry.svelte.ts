import { ApiError } from '../protocol/api.ts';
import { Backoff } from '../protocol/backoff.ts';
import type { Clock, Random } from '../protocol/environment.ts';
import type { Method } from '../protocol/api.ts';
import type { EventName, RoomName } from '../protocol/messages.gen.ts';
import { formatCode } from './code.ts';
import type { Membership, Memberships, Place } from './membership.ts';

/** The way into a room, one step at a time. */
export type Step =
  | { name: 'form'; code: string; problem: string | null }
  /** `problem`: why it takes longer; it is tried again by itself. */
  | { name: 'joining'; code: string; problem: string | null }
  /** Several rooms, and nothing says which one. `closed`: the name of the one people were in until now, and `rooms` still to be asked for. */
  | { name: 'choose'; token: string; event: EventName; rooms: RoomName[]; closed: string }
  | { name: 'room'; membership: Place }
  /** Nothing that would come back by itself: the event is over, the room is full, or open in too many tabs. */
  | { name: 'closed'; title: string; text: string; retry: { code: string; words: string } | null };

export interface JoinAnswer {
  token: string;
  /** Of the room, or of the event when the room is still to be chosen. */
  code: string;
  event: EventName;
  room: RoomName | null;
  /** When there are several. */
  rooms?: RoomName[];
}

interface Options {
  request: <T>(method: Method, path: string, body?: unknown) => Promise<T>;
  memberships: Memberships;
  clock: Clock;
  random: Random;
  /** Called with the code of the room people are in, to put it into the address. */
  entered: (code: string) => void;
}

/** Gets people into a room with a code, and back into it with what the phone kept. */
export class Entry {
  step = $state.raw<Step>({ name: 'form', code: '', problem: null });
  /** Why nobody could go into another room just now; empty when nothing is wrong. */
  problem = $state('');
  /** Where people came to last by their own choice, for screen readers. */
  said = $state('');
  private readonly backoff: Backoff;
  private cancel: () => void = () => undefined;
  private attempt = 0;

  constructor(readonly options: Options) {
    this.backoff = new Backoff(options.random, 2_000, 15_000);
  }

  /** Back at once when this phone knows the room, else by asking the server. */
  open(code: string): void {
    const membership = this.options.memberships.of(code);
    if (membership?.room) this.enter(membership as Place);
    else void this.join(code);
  }

  /** Asks the server for a place. A token the phone has is shown, so that the same person comes back. */
  async join(code: string): Promise<void> {
    const attempt = ++this.attempt;
    this.cancel();
    if (this.step.name !== 'joining') this.step = { name: 'joining', code, problem: null };
    const { request, memberships } = this.options;
    const token = (memberships.of(code) ?? memberships.latest())?.token;
    try {
      const answer = await request<JoinAnswer>('POST', '/api/v1/join', token ? { code, token } : { code });
      if (attempt !== this.attempt) return;
      this.backoff.reset();
      this.arrive(answer);
    } catch (error) {
      if (attempt === this.attempt) this.failed(code, error);
    }
  }

  /** The server has a place. */
  arrive({ code, token, event, room, rooms = [] }: JoinAnswer): void {
    const membership = { code, token, event, room };
    this.options.memberships.remember(membership);
    if (room) return this.enter({ ...membership, room });
    this.options.entered(code);
    const closed = this.step.name === 'choose' ? this.step.closed : '';
    this.step = { name: 'choose', token, event, rooms, closed };
  }

  enter(membership: Place): void {
    this.options.memberships.remember(membership);
    this.options.entered(membership.code);
    this.step = { name: 'room', membership };
  }

  /** Back to the form; what was under way is forgotten. */
  leave(): void {
    this.attempt++;
    this.cancel();
    this.step = { name: 'form', code: '', problem: null };
  }

  /** The network may be back. */
  wake(): void {
    if (this.step.name === 'joining' && this.step.problem) void this.join(this.step.code);
  }

  /** The server ended the connection for good. */
  refused(membership: Place, name: string): void {
    if (name === 'refused') void this.join(membership.code);
    else if (name === 'roomGone') this.step = { name: 'choose', token: membership.token, event: membership.event, rooms: [], closed: membership.room.name };
    else if (name === 'eventGone') this.gone(membership);
    else if (name === 'roomFull') this.full(membership.code);
    else if (name === 'elsewhere') this.elsewhere(membership.code);
    else this.step = { name: 'closed', title: 'This page is out of date.', text: 'Please reload it.', retry: null };
  }

  private failed(code: string, error: unknown): void {
    const problem = error instanceof ApiError ? error : new ApiError('unexpected', String(error), 0);
    const known = this.options.memberships.of(code);
    if (problem.code === 'unknownCode' && known) return this.gone(known);
    if (problem.code === 'limitReached') return this.full(code);
    if (problem.status === 429) {
      const wait = problem.retryAfter ? `Wait ${problem.retryAfter} seconds` : 'Wait a moment';
      this.step = { name: 'form', code, problem: `That was too many tries. ${wait}, then try again.` };
    } else if (problem.status >= 400 && problem.status < 500) {
      this.step = { name: 'form', code, problem: problem.code === 'unknownCode' ? wrongCode(code) : problem.message };
    } else {
      const why = problem.code === 'offline' ? 'No connection.' : 'The server does not answer right now.';
      this.step = { name: 'joining', code, problem: `${why} We keep trying and take you in as soon as it works.` };
      this.cancel = this.options.clock.after(this.backoff.next((problem.retryAfter ?? 0) * 1_000 || 1_000), () => void this.join(code));
    }
  }

  private gone({ event }: Membership): void {
    this.options.memberships.forget(event.id);
    this.step = { name: 'closed', title: 'This event is over.', text: `${event.name} is no longer on this server. Thank you for taking part.`, retry: null };
  }

  private elsewhere(code: string): void {
    const text = 'This room is open in many tabs at once, and this one was quiet the longest. Go on in another one, or here.';
    this.step = { name: 'closed', title: 'This page was closed.', text, retry: { code, words: 'Go on here' } };
  }

  private full(code: string): void {
    this.step = { name: 'closed', title: 'The room is full.', text: 'As soon as somebody leaves there is a place again.', retry: { code, words: 'Try again' } };
  }
}

const wrongCode = (code: string) => `No event has the code ${formatCode(code)}. Check it on the screen and try again.`;
