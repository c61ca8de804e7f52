import { expect, test } from 'vitest';
import { copyName, copyOf, detailsOf, detailsProblems, formOf, newDetails, startingOn } from './details.ts';

const form = { ...newDetails('2027-03-08', 'Europe/London'), name: 'Conference' };

test('a new event is today and only wants a name', () => {
  expect(detailsProblems(newDetails('2027-03-08', 'Europe/London'))).toEqual({ name: 'Give the event a name.' });
  expect(detailsProblems(form)).toEqual({});
});

test('there and back', () => {
  const details = detailsOf({
    ...form,
    name: '  Two   words ',
    origins: 'https://a.example.org/\nhttps://b.example.org:8443, https://a.example.org',
  });
  expect(details).toEqual({
    name: 'Two words',
    startsOn: '2027-03-08',
    endsOn: '2027-03-08',
    timeZone: 'Europe/London',
    frameOrigins: ['https://a.example.org', 'https://b.example.org:8443'],
  });
  expect(detailsOf(formOf(details))).toEqual(details);
});

test('a later first day takes the last day along, an earlier one does not', () => {
  expect(startingOn(form, '2027-03-10').endsOn).toBe('2027-03-10');
  expect(startingOn(form, '2027-03-01').endsOn).toBe('2027-03-08');
});

test('says what to mend where', () => {
  expect(detailsProblems({ ...form, endsOn: '2027-03-07' }).endsOn).toBe('The last day is before the first day.');
  expect(detailsProblems({ ...form, name: 'x'.repeat(121) }).name).toContain('121');
  expect(detailsProblems({ ...form, origins: 'intranet.example.org' }).origins).toContain('“intranet.example.org”');
  expect(detailsProblems({ ...form, origins: 'https://a.example.org/path' }).origins).toContain('without a path');
  const eleven = Array.from({ length: 11 }, (_, n) => `https://h${n}.example.org`).join('\n');
  expect(detailsProblems({ ...form, origins: eleven }).origins).toContain('At most 10');
});

test('O19 absurd years are refused before they are sent', () => {
  for (const day of ['1999-12-31', '2200-01-01', '+999999999-12-31', '0027-03-08']) {
    expect(detailsProblems({ ...form, startsOn: day, endsOn: day })).toEqual({
      startsOn: 'Choose a year from 2000 to 2199.',
      endsOn: 'Choose a year from 2000 to 2199.',
    });
  }
});

test('a copy is called one, and is as long as the event, from today on', () => {
  expect(copyName('Spring')).toBe('Spring (copy)');
  expect(copyName('Spring (copy)')).toBe('Spring (copy)');
  expect([...copyName('é'.repeat(120))]).toHaveLength(120);
  const event = { name: 'Spring', startsOn: '2026-03-08', endsOn: '2026-03-10' };
  expect(copyOf(event, '2027-02-27')).toEqual({ name: 'Spring (copy)', startsOn: '2027-02-27', endsOn: '2027-03-01' });
  expect(copyOf(event, '2025-01-01')).toMatchObject({ startsOn: '2026-03-08', endsOn: '2026-03-10' });
});
