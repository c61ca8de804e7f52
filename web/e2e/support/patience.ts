/**
 * When anything waited for counts as hung, ms. Only what hangs meets it: how long pages take on a machine that other
 * journeys and strangers share says nothing, and how fast they are is measured elsewhere (bench, load-tests).
 */
export const PATIENCE_MS = 180_000;
