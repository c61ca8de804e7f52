/**
 * Errors that concern the connection or the moment, not what was asked for: it waits and is sent again. Any other ends
 * it.
 */
export const passing: ReadonlySet<string> = new Set(['tryAgain', 'busy', 'slowDown', 'helloFirst', 'notSignedIn']);
