import { byKind } from '../../../kinds/registry.ts';
import type { Editing } from './editing.ts';

/** One script for all kinds: see attendee/screens.ts. */
export const editors = byKind(
  import.meta.glob<Editing>('../../../kinds/*/organiser/editor/index.ts', { eager: true, import: 'default' }),
);
