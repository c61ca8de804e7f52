import { expect, test } from 'vitest';
import { spacedCode, spelledCode } from './code.ts';

test('groups a code in threes', () => {
  expect(spacedCode('H7K2MQ')).toBe('H7K 2MQ');
  expect(spacedCode('H7K2MQX')).toBe('H7K 2MQ X');
  expect(spacedCode('H7K')).toBe('H7K');
});

test('spells a code', () => expect(spelledCode('H7K2')).toBe('H 7 K 2'));
