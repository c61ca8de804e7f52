import { expect, test } from 'vitest';
import { figure } from './figure.ts';

test('thousands stand apart, whatever language the browser speaks', () => {
  expect([0, 999, 1_000, 4_987, 1_200_000].map(figure)).toEqual(['0', '999', '1,000', '4,987', '1,200,000']);
});
