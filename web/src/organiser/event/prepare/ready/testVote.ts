import { ApiError, type Request } from '../../../../protocol/api.ts';
import { CommandError } from '../../../../protocol/commands.ts';
import type {
  AttendeeActivity,
  Id,
  OrganiserRoom,
  VoteCounted,
  VoteRefused,
} from '../../../../protocol/messages.gen.ts';
import { randomId } from '../../../../ui/browser.ts';
import type { Desk } from '../../desk.svelte.ts';
import { saidAlike } from '../../editor/editing.ts';
import { editors, offered } from '../../kinds.ts';
import type { Finding } from '../checks.ts';
import { Probe } from './probe.ts';

const title = 'Test vote.';
const PATIENCE_MS = 5_000;

/** Why none can be cast now, in a sentence; null when it can: the room would see it. */
export function testBlocked(desk: Desk): string | null {
  const here = desk.snapshot?.presence.here ?? 0;
  if (desk.blocked) return desk.blocked;
  if (desk.open) return 'Something is open for voting. Lock it first.';
  if (here > 0) {
    return `${here} ${here === 1 ? 'person is' : 'people are'} here and would see it. Try it before they come.`;
  }
  return null;
}

/** A step that did not come to its end. */
class Stuck extends Error {}

async function until<T>(what: string, holds: () => T | null | undefined | false): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    const found = holds();
    if (found) return found;
    await new Promise((again) => setTimeout(again, 50));
  }
  throw new Stuck(`${what} did not come within 5 seconds.`);
}

/**
 * Casts a vote the whole way, as on the day: something is made and opened, somebody joins by the code and votes, the
 * vote is counted and seen here. Then everything of it is taken away.
 */
export async function testVote(desk: Desk, request: Request): Promise<Finding> {
  const room = desk.snapshot?.room;
  const before = room && { view: room.view, activity: room.activity };
  const selected = desk.selected?.id;
  let made: Id | null = null;
  let phone: Probe | null = null;
  try {
    made = await make(desk);
    const id = made;
    const activity = await until('What was made', () => desk.activity(id));
    await desk.run({ type: 'openActivity', activity: id, rev: activity.rev });
    const joined = await request<{ token: string }>('POST', '/api/v1/join', {
      code: desk.snapshot!.join.code,
      key: randomId(),
    });
    phone = new Probe({ role: 'attendee', event: desk.snapshot!.event.id, room: room!.id, token: joined.token });
    if ((await phone.greeted()) !== 'live') throw new Stuck('Whoever joins by the code is not let in.');
    const asked = await phone.hear((message) =>
      message.type === 'attendeeSnapshot' && message.activity?.id === id ? message.activity : null,
    );
    if (!asked) throw new Stuck('The phone did not see what was opened.');
    const since = performance.now();
    const counted = await cast(phone, asked);
    if (counted?.type !== 'voteCounted') throw new Stuck(counted?.message ?? 'The vote was not answered.');
    await until('The vote', () => desk.activity(id)?.tally?.answers === 1);
    const seconds = ((performance.now() - since) / 1_000).toFixed(1);
    const text =
      `Joined by the code, voted, counted and seen here within ${seconds} s. ` +
      'It is deleted again; one more has joined.';
    return { tone: 'good', title, text };
  } catch (error) {
    if (!(error instanceof Stuck || error instanceof CommandError || error instanceof ApiError)) throw error;
    return { tone: 'look', title, text: error.message || 'The server did not answer.' };
  } finally {
    phone?.end();
    if (made) await away(desk, made, before);
    if (selected) desk.select(selected);
  }
}

async function make(desk: Desk): Promise<Id> {
  for (const { kind } of offered) {
    const editing = editors.module?.editors[kind];
    const blank = editing?.blank();
    if (!editing || !blank || !('options' in blank)) continue;
    const options = ['Yes', 'No'].map((text, key) => ({ key, text }));
    const editor = saidAlike(blank, { question: 'A test vote, deleted in a moment', options, nextKey: 2 });
    return desk.create(kind, editing.draft(editor, true));
  }
  throw new Stuck('There is nothing here that people vote on.');
}

async function cast(phone: Probe, asked: AttendeeActivity): Promise<VoteCounted | VoteRefused | null> {
  const ref = phone.nextRef();
  // One with options was made above; nothing else is open while it is tried.
  const answer = 'options' in asked ? asked.options.slice(0, 1).map(({ id }) => id) : [];
  const { id: activity, round } = asked;
  phone.send({ type: 'castVote', ref, activity, round, vote: randomId(), seq: 1, answer, abstain: false, heldMs: 0 });
  return phone.hear((message) =>
    (message.type === 'voteCounted' || message.type === 'voteRefused') && message.ref === ref ? message : null,
  );
}

/** The room stands as it was before. */
async function away(desk: Desk, made: Id, before: Pick<OrganiserRoom, 'view' | 'activity'> | undefined) {
  const activity = desk.activity(made);
  if (activity) await desk.remove(activity);
  const room = desk.snapshot?.room.id;
  if (before && room) await desk.send({ type: 'setStage', room, view: before.view, activity: before.activity });
}
