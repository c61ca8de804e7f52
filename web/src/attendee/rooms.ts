import { ApiError } from '../protocol/api.ts';
import type { RoomName } from '../protocol/messages.gen.ts';
import type { Entry, JoinAnswer } from './entry.svelte.ts';

const ANSWER_WITHIN_MS = 8_000;

/**
 * Into another room of the same event, or with null to be asked which. Where people are stays as it is until that has
 * worked.
 */
export async function go(entry: Entry, token: string, room: RoomName | null): Promise<void> {
  const from = entry.step;
  const anew = () => void go(entry, token, room);
  const under = entry.begin(anew);
  const mine = () => under() && entry.step === from;
  if (room) entry.problem = `Taking you to ${room.name}.`;
  try {
    const answer = await entry.options.request<JoinAnswer>(
      'POST',
      '/api/v1/join',
      room ? { token, room: room.id } : { token },
      ANSWER_WITHIN_MS,
    );
    if (!mine()) return;
    entry.arrive(answer);
    entry.problem = '';
    entry.moved = !!answer.room;
    if (answer.room) entry.said = `You are in ${answer.room.name}.`;
  } catch (error) {
    if (!mine()) return;
    const said = error instanceof ApiError && error.status >= 400 && error.status < 500;
    // Who is in no room yet has nothing else to do here.
    const waits = !room && !said;
    entry.problem = said
      ? error.message
      : waits
        ? 'No connection. We keep trying.'
        : 'No connection. Try again in a moment.';
    if (waits) entry.later(anew);
    else entry.rest();
  }
}
