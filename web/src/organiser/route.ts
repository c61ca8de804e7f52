/** Where in the organiser's pages an address leads. */
export type Route = { page: 'events' } | { page: 'event'; event: string };

/** `/organiser` and `/organiser/events/:event`; anything else below /organiser is the list of events. */
export function route(path: string): Route {
  const found = /^\/organiser\/events\/([A-Za-z0-9_-]+)\/?$/.exec(path);
  return found ? { page: 'event', event: found[1]! } : { page: 'events' };
}

export const address = (to: Route): string => (to.page === 'event' ? `/organiser/events/${to.event}` : '/organiser');

/** The token of a set-up link (`/organiser#setup=token`), null when there is none. */
export function setupToken(fragment: string): string | null {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('setup') || null;
}
