import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCode, retype, tidyCode } from './code.ts';
import { route } from './route.ts';

test.each([
  ['h7k 2mq', 'H7K2MQ'],
  [' H7K-2MQ ', 'H7K2MQ'],
  ['https://vote.example.org/j/H7K2MQ?x=1', 'H7K2MQ'],
  ['Ｈ７Ｋ　２ＭＱ', 'H7K2MQ'],
  ['H٧K ٢MQ', 'H7K2MQ'],
  ['h۷k۲mq', 'H7K2MQ'],
  ['', ''],
  ['Ä!', ''],
])('E12: %j is the code %j', (text, code) => expect(tidyCode(text)).toBe(code));

test('short codes in threes, longer ones in fours', () => {
  expect(formatCode('H7K2MQ')).toBe('H7K 2MQ');
  expect(formatCode('H7K')).toBe('H7K');
  expect(formatCode('ABCDEFGHJK')).toBe('ABCD EFGH JK');
});

describe('typing', () => {
  test('keeps the caret behind the same symbol', () => {
    expect(retype('h7k2', 4)).toEqual({ text: 'H7K 2', caret: 5 });
    expect(retype('H7Kx 2MQ', 4)).toEqual({ text: 'H7KX 2MQ', caret: 4 });
    expect(retype('xH7K 2M', 1)).toEqual({ text: 'XH7 K2M', caret: 1 });
  });

  test('E12: reads a pasted address', () => {
    expect(retype('https://vote.example.org/j/H7K2MQ', 33)).toEqual({ text: 'H7K 2MQ', caret: 7 });
  });

  test('E12: an address that is typed stays as it is until its code begins', () => {
    let text = '';
    const seen: string[] = [];
    for (const key of 'https://127.0.0.1:8080/j/h7k2mq') {
      text = retype(text + key, text.length + 1).text;
      seen.push(text);
    }
    expect(seen[24]).toBe('HTT PS://127.0.0.1:8080/j/');
    expect(seen.at(-1)).toBe('H7K 2MQ');
  });

  test('never loses a symbol, whatever is typed where', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.nat(12), (text, at) => {
        fc.pre(!text.includes('/j/'));
        const next = retype(text, Math.min(at, text.length));
        expect(tidyCode(next.text)).toBe(tidyCode(text));
        expect(tidyCode(next.text.slice(0, next.caret))).toBe(tidyCode(text.slice(0, Math.min(at, text.length))));
      }),
    );
  });
});

test('addresses', () => {
  expect(route('/', '')).toEqual({ name: 'start' });
  expect(route('/j/h7k2mq', '')).toEqual({ name: 'join', code: 'H7K2MQ' });
  expect(route('/j/h7k%202mq/', '')).toEqual({ name: 'join', code: 'H7K2MQ' });
  expect(route('/j/%zz', '')).toEqual({ name: 'join', code: 'ZZ' });
  expect(route('/', '?code=h7k+2mq')).toEqual({ name: 'join', code: 'H7K2MQ' });
  expect(route('/preview/k3v9ab2m/r1main', '')).toEqual({ name: 'preview', event: 'k3v9ab2m', room: 'r1main' });
});
