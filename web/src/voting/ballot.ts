import type { Answer, CastVote, VoteCounted, VoteRefused } from '../protocol/messages.gen.ts';

/** A vote this phone made, as it is kept until it is answered. */
export interface Ballot extends Omit<CastVote, 'type' | 'ref' | 'heldMs'> {
  /** Wall clock when the button was pressed, ms since 1970. */
  castAt: number;
  /** The question and the answer in words, to say what is waiting when it is no longer on screen. */
  question: string;
  says: string;
}

/** What one person answers: entries that the kind of the activity reads, or that they abstain. */
export interface Vote {
  answer: Answer;
  abstain: boolean;
}

/** A vote the server said it counted. */
export interface Counted extends Vote {
  seq: number;
  receipt: string;
  /** The question and the answer in words, to list it when it is not on screen any more; absent where not known. */
  question?: string;
  says?: string;
}

/** A vote the server refused for good. */
export interface Refused {
  seq: number;
  code: string;
  message: string;
  question: string;
  says: string;
}

/** All this phone knows of its own votes in one round of one activity. */
export interface Slot {
  /** Highest sequence number used by, or known of, this person. */
  seq: number;
  pending: Ballot | null;
  counted: Counted | null;
  refused: Refused | null;
}

export const emptySlot: Slot = { seq: 0, pending: null, counted: null, refused: null };

export const slotKey = (activity: string, round: number): string => `${activity}:${round}`;

/** A new vote replaces one that waits: only the last decision counts. */
export function cast(slot: Slot, ballot: Omit<Ballot, 'seq'>): Slot {
  const seq = slot.seq + 1;
  return { ...slot, seq, pending: { ...ballot, seq }, refused: null };
}

/** `sent`: the vote the answer is about, when this page sent it. */
export function counted(slot: Slot, told: VoteCounted, sent: Ballot | undefined): Slot {
  const isPending = slot.pending?.vote === told.vote;
  const ballot = isPending ? slot.pending : sent;
  if (!ballot) return slot;
  const { answer, abstain, question, says } = ballot;
  return adopt(
    { ...slot, pending: isPending ? null : slot.pending },
    { seq: told.seq, answer, abstain, receipt: told.receipt, question, says },
  );
}

export function refused(slot: Slot, told: Pick<VoteRefused, 'vote' | 'code' | 'message' | 'counted'>): Slot {
  const ballot = slot.pending?.vote === told.vote ? slot.pending : null;
  const known = told.counted ? adopt(slot, told.counted) : slot;
  if (!ballot) return known;
  const { seq, question, says } = ballot;
  const { code, message } = told;
  return { ...known, pending: null, refused: { seq, code, message, question, says } };
}

function adopt(slot: Slot, vote: Counted): Slot {
  const newest = slot.counted && slot.counted.seq > vote.seq ? slot.counted : vote;
  return { ...slot, seq: Math.max(slot.seq, vote.seq), counted: newest };
}
