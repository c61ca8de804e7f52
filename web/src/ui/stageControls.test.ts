import { expect, test } from 'vitest';
import type { OrganiserPoll, OrganiserSnapshot } from '../protocol/messages.gen.ts';
import { chosen, neighbour, onStage, startStop, step, toggleJoin, toggleResults } from './stageControls.ts';

const poll = (id: string, over: Partial<OrganiserPoll> = {}) =>
  ({ kind: 'poll', id, rev: 3, state: 'draft', results: 'hidden', ...over }) as OrganiserPoll;
const state = (view: 'join' | 'activity', activity: string | null, runOrder = [poll('a'), poll('b'), poll('c')]) =>
  ({
    type: 'organiserSnapshot',
    event: {},
    room: { id: 'r', view, activity },
    runOrder,
    beside: [] as unknown[],
  }) as OrganiserSnapshot;

test('steps through the run order and stops at its ends', () => {
  expect(step(state('activity', 'b'), 1)).toEqual({
    command: { type: 'setStage', room: 'r', view: 'activity', activity: 'c' },
  });
  expect(step(state('activity', 'b'), -1)).toEqual({
    command: { type: 'setStage', room: 'r', view: 'activity', activity: 'a' },
  });
  expect(step(state('activity', 'c'), 1)).toEqual({ hint: 'This is the last activity.' });
  expect(step(state('activity', 'a'), -1)).toEqual({ hint: 'There is no activity before this one.' });
  expect(step(state('join', null, []), 1)).toHaveProperty('hint', expect.stringContaining('empty'));
});

test('goes forward from the join screen to what it covers', () => {
  expect(neighbour(state('join', null), 1)?.id).toBe('a');
  expect(neighbour(state('join', 'b'), 1)?.id).toBe('b');
  expect(neighbour(state('join', 'b'), -1)?.id).toBe('a');
  expect(neighbour(state('join', null), -1)).toBeNull();
});

test('knows what was chosen and what the room sees', () => {
  expect(chosen(state('join', 'b'))?.id).toBe('b');
  expect(onStage(state('join', 'b'))).toBeNull();
  expect(onStage(state('activity', 'b'))?.id).toBe('b');
});

test.each([
  ['draft', 'openActivity'],
  ['open', 'lockActivity'],
  ['locked', 'openActivity'],
] as const)('starts or stops a poll that is %s', (is, type) => {
  expect(startStop(state('activity', 'a', [poll('a', { state: is })]))).toEqual({
    command: { type, activity: 'a', rev: 3 },
  });
});

test.each([
  ['hidden', 'everyone'],
  ['stage', 'hidden'],
  ['everyone', 'hidden'],
] as const)('turns results that are %s', (is, results) => {
  expect(toggleResults(state('activity', 'a', [poll('a', { results: is })]))).toEqual({
    command: { type: 'showResults', activity: 'a', rev: 3, results },
  });
});

test('changes nothing that nobody sees', () => {
  expect(startStop(state('join', 'a'))).toHaveProperty('hint');
  expect(toggleResults(state('join', 'a'))).toHaveProperty('hint');
});

test('covers and uncovers with the join screen', () => {
  expect(toggleJoin(state('activity', 'a'))).toEqual({
    command: { type: 'setStage', room: 'r', view: 'join', activity: null },
  });
  expect(toggleJoin(state('join', 'a'))).toEqual({
    command: { type: 'setStage', room: 'r', view: 'activity', activity: 'a' },
  });
  expect(toggleJoin(state('join', null))).toHaveProperty('hint');
});

test('E11 in an event that has ended the key that opens says so, and what to do', () => {
  const over = { ...state('activity', 'a'), event: { phase: 'ended' } } as OrganiserSnapshot;
  expect(startStop(over)).toEqual({ hint: expect.stringMatching(/has ended.*Reopen/) });
});
