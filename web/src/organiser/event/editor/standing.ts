/**
 * How the activity that is edited stands now, against what the editing began with.
 * - `new`: it is not on the server yet.
 * - `fine`: unchanged, or only what is not edited here changed.
 * - `changed`: another organiser changed what is edited here.
 * - `frozen`: people have answered it, so it stays as it is.
 * - `gone`: another organiser deleted it.
 */
export type Standing = 'new' | 'fine' | 'changed' | 'frozen' | 'gone';

/** @param now undefined when there is no such activity (any more) */
export function standing(isNew: boolean, now: { frozen: boolean; same: boolean } | undefined): Standing {
  if (isNew) return 'new';
  if (!now) return 'gone';
  if (now.frozen) return 'frozen';
  return now.same ? 'fine' : 'changed';
}
