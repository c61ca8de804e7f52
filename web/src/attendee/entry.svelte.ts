import { ApiError, type Request } from '../protocol/api.ts';
import { Backoff } from '../protocol/backoff.ts';
import type { Clock, Random } from '../protocol/environment.ts';
import type { EventName, RoomName } from '../protocol/messages.gen.ts';
import { formatCode } from './code.ts';
import type { Membership, Memberships, Place } from './membership.ts';

/** The way into a room, one step at a time. */
export type Step =
  | { name: 'form'; code: string; problem: string | null }
  /** `problem`: why it takes longer; it is tried again by itself. */
  | { name: 'joining'; code: string; problem: string | null }
  /**
   * Several rooms, and nothing says which one. `closed`: the name of the one people were in until now, and `rooms`
   * still to be asked for.
   */
  | { name: 'choose'; token: string; event: EventName; rooms: RoomName[]; closed: string }
  | { name: 'room'; membership: Place }
  /** The event is over, the room is full, or open in too many tabs. */
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
  request: Request;
  memberships: Memberships;
  clock: Clock;
  random: Random;
  /** Called with the code of the room people are in, to put it into the address. */
  entered: (code: string) => void;
  /** An event is no longer on the server; called while this phone still has its place there. */
  gone?: (event: EventName) => void;
}

/** A try younger than this is left alone when the network comes back. */
const YOUNG_MS = 1_000;

/** Gets people into a room with a code, and back into it with what the phone kept. */
export class Entry {
  step = $state.raw<Step>({ name: 'form', code: '', problem: null });
  /**
   * Why nobody could go into another room just now, or that they are on their way; empty when nothing is to be said.
   */
  problem = $state('');
  /** Where people came to last by their own choice, for screen readers. */
  said = $state('');
  /** People came here from another room of the event: what they do next is where they pressed. */
  moved = false;
  /** Seconds until it is tried again by itself; null when nothing waits for that. */
  again = $state<number | null>(null);
  /** There was no place in the room just now. */
  full = $state(false);
  private readonly backoff: Backoff;
  private readonly fullBackoff: Backoff;
  private cancel: () => void = () => undefined;
  private attempt = 0;
  private tries = 0;
  /** When what is under way began, of the page's clock, and how to do it anew; null when nothing is. */
  private underWay: { since: number; anew: () => void } | null = null;

  constructor(readonly options: Options) {
    this.backoff = new Backoff(options.random, 2_000, 15_000);
    this.fullBackoff = new Backoff(options.random, 10_000, 60_000);
  }

  /** Back at once when this phone knows the room, else by asking the server. */
  open(code: string): void {
    const membership = this.options.memberships.of(code);
    if (membership?.room) this.enter(membership as Place);
    else void this.join(code);
  }

  /** Asks the server for a place. Every token the phone has is shown, so that the same person comes back. */
  async join(code: string): Promise<void> {
    const mine = this.begin(() => void this.join(code));
    if (this.step.name !== 'joining' && !this.full) this.step = { name: 'joining', code, problem: null };
    const { request, memberships } = this.options;
    const key = await memberships.joinKey();
    const tokens = memberships.tokens();
    if (!mine()) return;
    try {
      const withinMs = Math.min(20_000, 5_000 + 3_000 * this.tries++); // a slow network gets its time, but is told soon
      const answer = await request<JoinAnswer>('POST', '/api/v1/join', { code, tokens, key }, withinMs);
      if (!mine()) return;
      this.arrive(answer);
    } catch (error) {
      if (mine()) this.failed(code, error);
    }
  }

  /** The server has a place. */
  arrive({ code, token, event, room, rooms = [] }: JoinAnswer): void {
    const membership = { code, token, event, room };
    this.rest();
    this.options.memberships.remember(membership);
    this.options.memberships.joined();
    if (room) return this.enter({ ...membership, room });
    this.options.entered(code);
    const closed = this.step.name === 'choose' ? this.step.closed : '';
    this.step = { name: 'choose', token, event, rooms, closed };
  }

  enter(membership: Place): void {
    this.rest();
    this.options.memberships.remember(membership);
    this.options.entered(membership.code);
    this.step = { name: 'room', membership };
  }

  /** In the room and connected. */
  live(): void {
    this.full = false;
    this.fullBackoff.reset();
  }

  /** Back to the form; what was under way is forgotten. */
  leave(): void {
    this.rest();
    this.full = false;
    this.step = { name: 'form', code: '', problem: null };
  }

  /** The network may be back: what waits is done now, what hangs is done anew. */
  wake(): void {
    const { underWay } = this;
    if (underWay && this.options.clock.monotonic() - underWay.since >= YOUNG_MS) underWay.anew();
  }

  /** Another tab changed what this phone keeps: who joined anew there is the same person here. */
  storageChanged(): void {
    if (this.step.name !== 'room') return;
    const { membership } = this.step;
    const token = this.options.memberships.in(membership.event.id)?.token;
    if (token && token !== membership.token) this.step = { name: 'room', membership: { ...membership, token } };
  }

  /** The server ended the connection for good. */
  refused(membership: Place, name: string): void {
    this.rest();
    this.problem = '';
    if (name === 'refused') void this.join(membership.code);
    else if (name === 'roomGone') {
      this.step = {
        name: 'choose',
        token: membership.token,
        event: membership.event,
        rooms: [],
        closed: membership.room.name,
      };
    } else if (name === 'eventGone') this.gone(membership);
    else if (name === 'roomFull') this.noPlace(membership.code);
    else if (name === 'elsewhere') this.elsewhere(membership.code);
    else this.step = { name: 'closed', title: 'This page is out of date.', text: 'Please reload it.', retry: null };
  }

  /** Something is under way from now on; true as long as nothing newer is. */
  begin(anew: () => void): () => boolean {
    const attempt = ++this.attempt;
    this.cancel();
    this.again = null;
    this.underWay = { since: this.options.clock.monotonic(), anew };
    return () => attempt === this.attempt;
  }

  /** Nothing is under way any more, and nothing waits. */
  rest(): void {
    this.begin(() => undefined);
    this.underWay = null;
    this.tries = 0;
    this.backoff.reset();
  }

  /** Does it after a pause that grows, and says how long it takes still. */
  later(anew: () => void, leastMs = 1_000, backoff = this.backoff): void {
    this.begin(anew);
    this.underWay = { since: -Infinity, anew };
    const at = this.options.clock.monotonic() + backoff.next(leastMs);
    const tick = () => {
      const restMs = at - this.options.clock.monotonic();
      if (restMs <= 0) return anew();
      this.again = Math.ceil(restMs / 1_000);
      this.cancel = this.options.clock.after(Math.min(restMs, 1_000), tick);
    };
    tick();
  }

  private failed(code: string, error: unknown): void {
    const problem = error instanceof ApiError ? error : new ApiError('unexpected', String(error), 0);
    const known = this.options.memberships.of(code);
    if (problem.code === 'unknownCode' && known) return this.gone(known);
    if (problem.code === 'limitReached') return this.noPlace(code);
    if (problem.status >= 400 && problem.status < 500) {
      const wait = problem.retryAfter ? `Wait ${problem.retryAfter} seconds` : 'Wait a moment';
      const text =
        problem.status === 429
          ? `That was too many tries. ${wait}, then try again.`
          : problem.code === 'unknownCode'
            ? wrongCode(code)
            : problem.message;
      this.leave();
      this.step = { name: 'form', code, problem: text };
    } else {
      const why =
        problem.code === 'offline'
          ? 'No connection.'
          : problem.status
            ? 'The server does not answer right now.'
            : 'No answer: the network is slow or gone.';
      if (!this.full) {
        this.step = { name: 'joining', code, problem: `${why} We keep trying and take you in as soon as it works.` };
      }
      this.later(() => void this.join(code), (problem.retryAfter ?? 1) * 1_000);
    }
  }

  private gone({ event }: Membership): void {
    this.leave();
    this.options.gone?.(event);
    this.options.memberships.forget(event.id);
    this.step = {
      name: 'closed',
      title: 'This event is over.',
      text: `${event.name} is no longer on this server. Thank you for taking part.`,
      retry: null,
    };
  }

  private elsewhere(code: string): void {
    const text =
      'This room is open in many tabs at once, and this one was quiet the longest. Go on in another one, or here.';
    this.step = { name: 'closed', title: 'This page was closed.', text, retry: { code, words: 'Go on here' } };
  }

  private noPlace(code: string): void {
    this.full = true;
    this.step = {
      name: 'closed',
      title: FULL,
      text: 'As soon as somebody leaves there is a place again.',
      retry: { code, words: 'Try again now' },
    };
    this.later(() => this.open(code), 5_000, this.fullBackoff);
  }
}

export const FULL = 'The room is full.';
const wrongCode = (code: string) => `No event has the code ${formatCode(code)}. Check it on the screen and try again.`;
