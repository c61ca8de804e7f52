import { expect, test } from 'vitest';
import { ApiError, type Request } from '../protocol/api.ts';
import { FakeClock } from '../protocol/fakes.ts';
import { steady } from './steady.ts';

function setUp() {
  const clock = new FakeClock();
  const listening = new Set<() => void>();
  const asked: { method: string; resolve: (answer: unknown) => void; reject: (error: unknown) => void }[] = [];
  const request = ((method: string) =>
    new Promise<unknown>((resolve, reject) => asked.push({ method, resolve, reject }))) as Request;
  const onWake = (run: () => void) => (listening.add(run), () => void listening.delete(run));
  return {
    clock,
    asked,
    listening,
    wake: () => listening.forEach((run) => run()),
    request: steady(request, clock, onWake),
  };
}

test('C12 what only reads is asked anew when the network comes back while it hangs', async () => {
  const t = setUp();
  const answer = t.request('GET', '/');
  t.wake();
  expect(t.asked).toHaveLength(1);
  t.clock.advance(1_000);
  t.wake();
  expect(t.asked).toHaveLength(2);
  t.asked[0]!.reject(new Error('aborted'));
  t.asked[1]!.resolve('answer');
  expect(await answer).toBe('answer');
  expect(t.listening.size).toBe(0);
});

test('C12 what changes something is never asked twice', async () => {
  const t = setUp();
  const answer = t.request('POST', '/');
  t.clock.advance(5_000);
  t.wake();
  expect(t.asked).toHaveLength(1);
  t.asked[0]!.resolve('done');
  expect(await answer).toBe('done');
});

test('C12 what was not answered is said, with what may follow from it', async () => {
  const t = setUp();
  for (const [method, code, says] of [
    ['GET', 'offline', 'cannot be reached'],
    ['POST', 'noAnswer', 'Look whether it was done'],
    ['POST', 'busy', 'of the server'],
  ] as const) {
    const answer = t.request(method, '/');
    t.asked.at(-1)!.reject(new ApiError(code, code === 'busy' ? 'Words of the server.' : '', 0));
    await expect(answer).rejects.toMatchObject({ code, message: expect.stringContaining(says) });
  }
  expect(t.listening.size).toBe(0);
});
