import { describe, expect, test } from 'vitest';
import { FakeLine } from '../../fakes.svelte.ts';
import { address } from './address.ts';
import * as items from './items.ts';

const snapshot = new FakeLine().state!;

describe('the address for phones', () => {
  const page = 'https://vote.example.org/organiser';
  test.each([
    ['https://vote.example.org/j/X', page, 'good', 'encrypted'],
    ['http://localhost:8080/j/X', 'http://localhost:8080/', 'look', 'every phone takes for itself'],
    ['http://[::1]:8080/j/X', 'http://[::1]:8080/', 'look', 'every phone takes for itself'],
    ['http://192.168.1.5:8080/j/X', 'http://192.168.1.5:8080/', 'look', 'on that Wi-Fi'],
    ['https://box.local/j/X', 'https://box.local/', 'look', 'on that Wi-Fi'],
    ['https://other.example.org/j/X', page, 'look', 'this page came from vote.example.org'],
    ['http://vote.example.org/j/X', 'http://vote.example.org/', 'look', 'not encrypted'],
  ])('%s seen from %s', (joining, here, tone, says) => {
    const found = address(joining, here);
    expect(found.tone).toBe(tone);
    expect(found.text).toContain(says);
  });
});

test('date and zone are those of the event', () => {
  const event = { ...snapshot.event, startsOn: '2027-03-08', endsOn: '2027-03-09', timeZone: 'Europe/London' };
  expect(items.date({ event }, '2027-03-07').text).toBe('The event is tomorrow.');
  expect(items.date({ event }, '2027-03-09').text).toBe('The event is today.');
  expect(items.date({ event }, '2027-03-10')).toMatchObject({ tone: 'look' });
  expect(items.zone({ event }, 'Europe/Lisbon').tone).toBe('good');
  expect(items.zone({ event }, 'Europe/Berlin').text).toContain('1 hour ahead of');
  expect(items.zone({ event }, 'Asia/Kolkata').text).toContain('5.5 hours ahead of');
  expect(items.zone({ event: { ...event, timeZone: 'No/Where' } }, 'UTC').tone).toBe('look');
});

test('a run order is ready when it is neither empty, nor answered, nor named as a copy', () => {
  expect(items.runOrder([], 0).tone).toBe('look');
  expect(items.runOrder(['A? (copy)', 'B?'], 0).text).toContain('1 of 2');
  expect(items.runOrder(['A?', 'B?'], 1).text).toContain('Reset what was a rehearsal');
  expect(items.runOrder(['A?', 'B?'], 0)).toMatchObject({ tone: 'good' });
});

test('people who are waited for, and who is alone, are said', () => {
  const person = {
    account: 'a',
    name: 'A',
    email: 'a@x',
    role: 'organiser',
    rooms: null,
    owner: true,
    you: true,
  } as const;
  const invitation = { id: 'i', role: 'moderator', rooms: null, by: null, until: '' } as const;
  expect(items.people([person], []).text).toContain('alone');
  expect(items.people([person], [invitation]).text).toContain('1 invitation is not accepted yet');
  expect(items.people([person, { ...person, role: 'moderator' }], []).text).toBe(
    '1 organiser, 1 moderator; nobody is waited for.',
  );
});

test('what was not tried is not called good', () => {
  expect(items.link('Stage', 'live').tone).toBe('good');
  expect(items.link('Stage', 'live').text).toContain('Look at the hall’s screen whether it is open there.');
  expect(items.link('Remote', 'live').text).toContain('Ask the presenter whether it is open there.');
  for (const answer of ['refused', 'silent', 'unread'] as const) expect(items.link('Remote', answer).tone).toBe('look');
  expect(items.code('H7K2MQ', false).tone).toBe('look');
  expect(items.store({ store: 'away', storeReason: 'The disk is full.' })).toMatchObject({
    tone: 'look',
    text: 'The disk is full.',
  });
});
