import { expect, test } from 'vitest';
import { ApiError } from '../../../protocol/api.ts';
import { Reading, type Chosen, type ReportLink } from './reading.svelte.ts';

/** A session of which each call waits until it is answered by hand. */
function byHand() {
  const calls: { what: string; body: unknown; answer: (value: unknown) => void; fail: (error: Error) => void }[] = [];
  const call = (method: string, path: string, body?: unknown) =>
    new Promise((answer, fail) => calls.push({ what: `${method} ${path.split('/').at(-1)}`, body, answer, fail }));
  const reading = new Reading({ call: call as never }, 'ev');
  const next = async (what: string) => {
    await expect.poll(() => calls.some((each) => each.what === what)).toBe(true);
    return calls.splice(
      calls.findIndex((each) => each.what === what),
      1,
    )[0]!;
  };
  return { reading, next, calls };
}
const chosen = (...activities: string[]): Chosen => ({ activities, names: false, finalOnly: false });
const linkOf = (of: Chosen): ReportLink => ({ url: 'https://vote.example.org/r/abc', ...of });

async function shared(of: Chosen) {
  const hand = byHand();
  const sharing = hand.reading.share(of);
  (await hand.next('POST link')).answer(linkOf(of));
  await sharing;
  return hand;
}

test('what was read before a link was made does not take it away again', async () => {
  const { reading, next } = byHand();
  const loading = reading.load();
  const [report, link] = [await next('GET report'), await next('GET link')];
  const sharing = reading.share(chosen('a'));
  (await next('POST link')).answer(linkOf(chosen('a')));
  await sharing;
  report.answer({});
  link.answer({ url: null });
  await loading;
  expect(reading.link).toEqual(linkOf(chosen('a')));
});

test('two boxes unticked one right after the other both count', async () => {
  const { reading, next } = await shared(chosen('a', 'b', 'c'));
  void reading.share(chosen('b', 'c'));
  expect(reading.link!.activities).toEqual(['b', 'c']);
  const last = reading.share(chosen('c'));
  (await next('POST link')).answer(linkOf(chosen('b', 'c')));
  const second = await next('POST link');
  expect([second.body, reading.link!.activities]).toEqual([chosen('c'), ['c']]);
  second.answer(linkOf(chosen('c')));
  await last;
  expect([reading.link, reading.busy]).toEqual([linkOf(chosen('c')), false]);
});

test('a change that failed is said, and the link is told as the server has it', async () => {
  const { reading, next } = await shared(chosen('a', 'b'));
  const failing = reading.share(chosen('b'));
  (await next('POST link')).fail(new ApiError('unexpected', 'That did not work.', 500));
  (await next('GET report')).answer({});
  (await next('GET link')).answer(linkOf(chosen('a', 'b')));
  await failing;
  expect([reading.link!.activities, reading.problem]).toEqual([['a', 'b'], 'That did not work.']);
});
