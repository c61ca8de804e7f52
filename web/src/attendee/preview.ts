import type { AttendeeActivity, OrderedActivity } from '../protocol/activity.ts';
import type { AttendeeSnapshot, OrganiserPoll, OrganiserSnapshot, Poll } from '../protocol/messages.gen.ts';
import { closed } from '../ui/closed.ts';

/** What an attendee would see now, out of what an organiser sees (PROTOCOL.md, "Who is sent what"). */
export function asAttendee(snapshot: OrganiserSnapshot): AttendeeSnapshot {
  const { epoch, version, event, room, runOrder, presence, store } = snapshot;
  const open = runOrder.find((activity) => activity.state === 'open');
  const onStage = runOrder.find((activity) => closed(activity) && room.view === 'activity' && activity.id === room.activity);
  const shown = open ?? onStage;
  return {
    type: 'attendeeSnapshot', epoch, version, presence, store,
    event: { id: event.id, name: event.name },
    room: { id: room.id, name: room.name },
    activity: shown ? forAttendees[shown.kind](shown) : null,
  };
}

function asPoll({ rev: _rev, hasVotes: _hasVotes, sealed, ...poll }: OrganiserPoll): Poll {
  return { ...poll, state: poll.state === 'final' && !sealed ? 'locked' : poll.state, tally: poll.results === 'everyone' ? poll.tally : null };
}

const forAttendees: { readonly [K in OrderedActivity['kind']]: (activity: Extract<OrderedActivity, { kind: K }>) => AttendeeActivity } = { poll: asPoll };
