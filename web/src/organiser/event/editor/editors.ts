import { byKind } from '../../../kinds/registry.ts';
import type { Editing } from './editing.ts';

/**
 * One script for all kinds: Chrome keeps in mind that a script did not come, and one that several kinds share could not
 * be asked for again (`lazy`).
 */
export const editors = byKind(
  import.meta.glob<Editing>('../../../kinds/*/organiser/editor/index.ts', { eager: true, import: 'default' }),
);
