import { ApiError } from '../protocol/api.ts';
import type { RoomName } from '../protocol/messages.gen.ts';
import type { Entry, JoinAnswer } from './entry.svelte.ts';

/** Into another room of the same event, or with null to be asked which. Where people are stays as it is until that has worked. */
export async function go(entry: Entry, token: string, room: RoomName | null): Promise<void> {
  const from = entry.step;
  entry.problem = '';
  try {
    const answer = await entry.options.request<JoinAnswer>('POST', '/api/v1/join', room ? { token, room: room.id } : { token });
    if (entry.step !== from) return;
    entry.arrive(answer);
    if (answer.room) entry.said = `You are in ${answer.room.name}.`;
  } catch (error) {
    if (entry.step !== from) return;
    const said = error instanceof ApiError && error.status >= 400 && error.status < 500;
    entry.problem = said ? error.message : 'No connection. Try again in a moment.';
  }
}
