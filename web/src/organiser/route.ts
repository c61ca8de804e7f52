/** The places of an event, one for each job, in the order of the bar and of their keys 1 to 4. */
export const PLACES = ['prepare', 'run', 'moderate', 'results'] as const;
export type Place = (typeof PLACES)[number];

/** Where in the organiser's pages an address leads. An event without a place: wherever whoever looks belongs. */
export type Route =
  | { page: 'events' }
  | { page: 'account' }
  | { page: 'audit' }
  | { page: 'event'; event: string; room?: string; place?: Place };

const ID = '([A-Za-z0-9_-]+)';
const EVENT = new RegExp(`^/organiser/events/${ID}(?:/rooms/${ID})?(?:/(${PLACES.join('|')}))?/?$`);

/**
 * `/organiser`, `/organiser/account`, `/organiser/audit` and
 * `/organiser/events/:event[/rooms/:room][/prepare|run|moderate|results]`.
 * Anything else below /organiser is the list of events.
 */
export function route(path: string): Route {
  const own = /^\/organiser\/(account|audit)\/?$/.exec(path)?.[1];
  if (own) return { page: own as 'account' | 'audit' };
  const [, event, room, place] = EVENT.exec(path) ?? [];
  if (!event) return { page: 'events' };
  return { page: 'event', event, ...(room ? { room } : {}), ...(place ? { place: place as Place } : {}) };
}

export function address(to: Route): string {
  if (to.page === 'events') return '/organiser';
  if (to.page !== 'event') return `/organiser/${to.page}`;
  const { event, room, place } = to;
  return `/organiser/events/${event}${room ? `/rooms/${room}` : ''}${place ? `/${place}` : ''}`;
}

const part = (fragment: string, name: string): string | null =>
  new URLSearchParams(fragment.replace(/^#/, '')).get(name) || null;

/** The token of a set-up link (`/organiser#setup=token`), null when there is none. */
export const setupToken = (fragment: string): string | null => part(fragment, 'setup');
/** What an invitation link holds (`/organiser#invite=event.secret`), null when it is none. */
export const invitation = (fragment: string): string | null => part(fragment, 'invite');
/** What a link into an account holds (`/organiser#sign-in=account.secret`, `#reset=…`), null when it is none. */
export function accountLink(fragment: string): AccountLink | null {
  for (const kind of ['sign-in', 'reset'] as const) {
    const link = part(fragment, kind);
    if (link !== null) return { kind, link };
  }
  return null;
}
/** Why somebody who came back from the provider is not signed in (`/organiser#provider=away`), null when nobody did. */
export const providerRefusal = (fragment: string): string | null => part(fragment, 'provider');
export interface AccountLink {
  kind: 'sign-in' | 'reset';
  link: string;
}
