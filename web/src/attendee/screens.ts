import { byKind } from '../kinds/registry.ts';
import type { View } from './kinds.ts';

/**
 * How activities of all kinds stand under Now. One script for all of them: Chrome keeps in mind that a script did not
 * come, and one that several kinds share could not be asked for again (`lazy`).
 */
export const views = byKind(import.meta.glob<View>('../kinds/*/attendee/index.ts', { eager: true, import: 'default' }));
