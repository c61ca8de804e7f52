import { randomBytes } from 'node:crypto';
import type { AttendeeActivity, Poll, Ranking, ServerMessage } from '../../src/protocol/messages.gen.ts';
import { ask } from './http.ts';
import { Wire } from './wire.ts';

/** What somebody chose, as the phone was told that it counts. */
export interface Chosen {
  answer: string[];
  abstain: boolean;
}

/** What people answer with a ballot. */
export type Ballot = Poll | Ranking;

/** What was counted, from the phones' side alone: activity id, then person. */
export type Journal = Map<string, Map<string, Chosen>>;

export function note(journal: Journal, poll: string, who: string, chosen: Chosen): void {
  if (!journal.has(poll)) journal.set(poll, new Map());
  journal.get(poll)!.set(who, chosen);
}

/** Pseudo-random numbers that are the same in every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Phones without a screen. Some stay silent, some abstain where they may, some change their mind. */
export class Swarm {
  readonly journal: Journal = new Map();
  /** Upvotes that were counted, from the phones' side alone: number of a question, then people. */
  readonly upvoted = new Map<number, Set<number>>();
  private phones: Wire[] = [];
  private sent = 0;
  private answered = 0;

  private constructor(private readonly kinds: readonly Ballot['kind'][]) {}

  /**
   * @param paceMs over how long they vote after a poll opened
   * @param kinds what they answer
   */
  static async join(
    base: string,
    code: string,
    people: number,
    paceMs = 1_500,
    kinds: readonly Ballot['kind'][] = ['poll'],
  ): Promise<Swarm> {
    const swarm = new Swarm(kinds);
    const next = numbers(people);
    for (let at = 0; at < people; at += 25) {
      await Promise.all(
        Array.from({ length: Math.min(25, people - at) }, (_, i) =>
          swarm.add(base, code, at + i, numbers(Math.floor(next() * 1e9)), paceMs),
        ),
      );
    }
    return swarm;
  }

  /** Every vote that was sent has its answer, and nobody is about to send one. */
  settled = (polls: number): boolean => this.finished >= polls * this.phones.length && this.sent === this.answered;

  private finished = 0;

  /** Everybody upvotes the questions of these numbers; answered when all are counted. */
  async upvote(questions: { id: string; round: number }, wanted: (person: number) => number[]): Promise<void> {
    const { id: activity, round } = questions;
    await Promise.all(
      this.phones.map(async (wire, person) => {
        for (const [at, n] of wanted(person).entries()) {
          const ref = wire.nextRef();
          wire.send({ type: 'castUpvote', ref, activity, round, n, seq: at + 1, on: true });
          const answer = await wire.find((message) => 'ref' in message && message.ref === ref);
          if (answer.type !== 'upvoteCounted') throw new Error(JSON.stringify(answer));
          if (!this.upvoted.has(n)) this.upvoted.set(n, new Set());
          this.upvoted.get(n)!.add(person);
        }
      }),
    );
  }

  close(): void {
    this.phones.forEach((phone) => phone.close());
  }

  /** Other kinds there are none of its business. */
  private answers(activity: AttendeeActivity): activity is Ballot {
    return this.kinds.some((kind) => kind === activity.kind);
  }

  private async add(base: string, code: string, n: number, random: () => number, paceMs: number): Promise<void> {
    const { body } = await ask<{ token: string; event: { id: string } }>(base, 'POST', '/api/v1/join', { code });
    const seen = new Set<string>();
    const mine = new Map<number, Chosen>();
    const wire = await Wire.open(base, { role: 'attendee', event: body.event.id, token: body.token });
    const vote = (ballot: Ballot, seq: number) => {
      const chosen = choose(ballot, random);
      const ref = wire.nextRef();
      mine.set(ref, chosen);
      this.sent++;
      wire.send({
        type: 'castVote',
        ref,
        activity: ballot.id,
        round: ballot.round,
        vote: randomBytes(16).toString('base64url'),
        seq,
        ...chosen,
        heldMs: 0,
      });
    };
    const minded = async (ballot: Ballot) => {
      await pause(random() * paceMs);
      if (n % 20 !== 19) vote(ballot, 1); // one in twenty stays silent
      if (n % 9 === 4) {
        await pause(random() * 400);
        vote(ballot, 2);
      }
      this.finished++;
    };
    wire.listen((message: ServerMessage) => {
      if (message.type === 'attendeeSnapshot') {
        const ballot = message.activity;
        if (ballot?.state !== 'open' || !this.answers(ballot)) return;
        const key = `${ballot.id} ${ballot.round}`;
        if (seen.has(key)) return;
        seen.add(key);
        void minded(ballot);
      } else if (message.type === 'voteCounted') {
        this.answered++;
        note(this.journal, message.activity, `swarm ${n}`, mine.get(message.ref)!);
      } else if (message.type === 'voteRefused' || (message.type === 'error' && message.ref !== null)) {
        this.answered++;
      }
    });
    this.phones.push(wire);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Earlier options are liked better, so that there is a leader; several where several may be chosen. */
function choose(ballot: Ballot, random: () => number): Chosen {
  if (ballot.abstain !== null && random() < 0.06) return { answer: [], abstain: true };
  if (ballot.kind === 'ranking') return { answer: order(ballot, random), abstain: false };
  const pick = () => ballot.options[Math.floor(random() ** 1.7 * ballot.options.length)]!;
  const first = pick();
  if (ballot.maxChoices === 1 || first.exclusive) return { answer: [first.id], abstain: false };
  const others = Array.from({ length: ballot.maxChoices - 1 }, pick).filter(
    (option) => !option.exclusive && random() < 0.5,
  );
  return { answer: [...new Set([first, ...others].map((option) => option.id))], abstain: false };
}

/** Some fill all places, some not. */
function order({ options, places }: Ranking, random: () => number): string[] {
  const left = [...options];
  const many = 1 + Math.floor(random() ** 0.5 * places);
  return Array.from({ length: many }, () => left.splice(Math.floor(random() ** 1.7 * left.length), 1)[0]!.id);
}
