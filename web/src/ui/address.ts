/** Where a stage or remote link leads: `/stage/:event/:room#secret`. */
export interface RoomAddress {
  event: string;
  room: string;
  /** 128 random bits that open this room's stage or remote; never sent in a request line. */
  secret: string;
}

/** The parts of a stage or remote link; null when the link was cut short on its way. */
export function roomAddress(place: Pick<Location, 'pathname' | 'hash'>): RoomAddress | null {
  const [, , event, room, ...rest] = place.pathname.replace(/\/$/, '').split('/');
  const secret = place.hash.slice(1);
  if (!event || !room || !secret || rest.length > 0) return null;
  return { event, room, secret };
}
