/** Where in the organiser's pages an address leads. */
export type Route = { page: 'events' } | { page: 'event'; event: string; room?: string };

/**
 * `/organiser`, `/organiser/events/:event` and `/organiser/events/:event/rooms/:room`; anything else below /organiser
 * is the list of events.
 */
export function route(path: string): Route {
  const found = /^\/organiser\/events\/([A-Za-z0-9_-]+)(?:\/rooms\/([A-Za-z0-9_-]+))?\/?$/.exec(path);
  if (!found) return { page: 'events' };
  return found[2] ? { page: 'event', event: found[1]!, room: found[2] } : { page: 'event', event: found[1]! };
}

export const address = (to: Route): string =>
  to.page === 'event' ? `/organiser/events/${to.event}${to.room ? `/rooms/${to.room}` : ''}` : '/organiser';

const part = (fragment: string, name: string): string | null =>
  new URLSearchParams(fragment.replace(/^#/, '')).get(name) || null;

/** The token of a set-up link (`/organiser#setup=token`), null when there is none. */
export const setupToken = (fragment: string): string | null => part(fragment, 'setup');
/** What an invitation link holds (`/organiser#invite=event.secret`), null when it is none. */
export const invitation = (fragment: string): string | null => part(fragment, 'invite');
