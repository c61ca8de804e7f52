/*
 * A page that is older than its server. The server's version ends with the build of its pages (`0.1.0+c0ffee`); a page
 * has its own in its first element, where the build wrote it.
 */
const own = globalThis.document?.documentElement.dataset['build'];
/** Of this page alone: a page and what it frames share a session, and each is loaded anew by itself. */
const RENEWED = 'plenary.renewed.';
/** What may not be on the server any more, which has other files now, is not waited for longer. Milliseconds. */
const ALONE_AFTER_MS = 30_000;

let newer: string | null = null;
let act: ((build: string) => void) | null = null;

/** Who can tell people, and sees when nothing is lost by loading the page anew: its code comes before it is needed. */
export function renews(how: (build: string) => void): void {
  act = how;
  if (newer) how(newer);
}

/** The server says what it is. */
export function met(server: string): void {
  const build = server.split('+')[1];
  if (!own || !build || build === own || build === newer) return;
  newer = build;
  if (act) act(build);
  else setTimeout(() => !act && once(build), ALONE_AFTER_MS);
}

/** Loads the page anew, by itself only once for each build: what came back old then is not asked again and again. */
export function once(build: string): boolean {
  const name = RENEWED + location.pathname;
  try {
    if (sessionStorage.getItem(name) === build) return false;
    sessionStorage.setItem(name, build);
  } catch {
    return false; // it could not be remembered that it was done
  }
  location.reload();
  return true;
}
