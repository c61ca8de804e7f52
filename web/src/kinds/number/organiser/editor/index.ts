import type { Editing } from '../../../../organiser/event/editor/editing.ts';
import { line } from '../../../../voting/organiser/editor/model.ts';
import { sound } from '../../../../voting/organiser/editor/problems.ts';
import Fields from './Fields.svelte';
import { blank, fromNumber, opened, problems, toDraft, type Editor, type Problems } from './model.ts';

export default {
  kind: 'number',
  blank,
  from: fromNumber,
  draft: toDraft,
  problems,
  sound,
  opened,
  text: ({ question }) => ({ question: line(question) }),
  Fields,
} satisfies Editing<'number', Editor, Problems>;
