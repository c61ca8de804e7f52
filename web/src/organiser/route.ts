/** Where in the organiser's pages an address leads. */
export type Route = { page: 'events' } | { page: 'event'; event: string };

/** `/organiser` and `/organiser/events/:event`; anything else below /organiser is the list of events. */
export function route(path: string): Route {
  const found = /^\/organiser\/events\/([A-Za-z0-9_-]+)\/?$/.exec(path);
  return found ? { page: 'event', event: found[1]! } : { page: 'events' };
}

export const address = (to: Route): string => (to.page === 'event' ? `/organiser/events/${to.event}` : '/organiser');

const part = (fragment: string, name: string): string | null => new URLSearchParams(fragment.replace(/^#/, '')).get(name) || null;

/** The token of a set-up link (`/organiser#setup=token`), null when there is none. */
export const setupToken = (fragment: string): string | null => part(fragment, 'setup');
/** What an invitation link holds (`/organiser#invite=event.secret`), null when it is none. */
export const invitation = (fragment: string): string | null => part(fragment, 'invite');
