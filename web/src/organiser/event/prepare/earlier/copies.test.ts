import { expect, test } from 'vitest';
import { editors } from '../../editor/editors.ts';
import { poll } from '../../fakes.svelte.ts';
import { copies, copyOf } from './copies.ts';

test('a copy is named as one, once, and is no longer than a text may be', () => {
  expect(copyOf('Why?')).toBe('Why? (copy)');
  expect(copyOf('Why? (copy)')).toBe('Why? (copy)');
  const long = copyOf('x'.repeat(300));
  expect([...long]).toHaveLength(300);
  expect(long.endsWith('x (copy)')).toBe(true);
});

test('what is copied from another event has its words and settings, and nothing of its server or its votes', () => {
  const asked = poll('a', { question: 'Why?', maxChoices: 2, abstain: 'Pass', results: 'everyone', chosen: 'stage' });
  expect(copies([asked, { ...asked, kind: 'newer' } as never], editors)).toEqual([
    {
      kind: 'poll',
      draft: {
        question: 'Why? (copy)',
        options: [{ text: 'Yes' }, { text: 'No' }, { text: 'I have no view' }],
        maxChoices: 2,
        abstain: 'Pass',
        results: 'stage',
      },
    },
  ]);
});
