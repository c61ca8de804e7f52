import type { AttendeeActivity, OrderedActivity } from '../protocol/activity.ts';
import type { Clock } from '../protocol/environment.ts';
import type {
  AttendeeQuestions, AttendeeSnapshot, ClientMessage, OrganiserPoll, OrganiserQuestions, OrganiserSnapshot, Poll, ServerMessage,
} from '../protocol/messages.gen.ts';
import { closed } from '../ui/closed.ts';

/** An answer comes as fast as from a server nearby, milliseconds. */
const ANSWER_MS = 300;

/** What an attendee would see now, out of what an organiser sees (PROTOCOL.md, "Who is sent what"). */
export function asAttendee(snapshot: OrganiserSnapshot): AttendeeSnapshot {
  const { epoch, version, event, room, runOrder, presence, store, questions, reactions } = snapshot;
  const open = runOrder.find((activity) => activity.state === 'open');
  const onStage = runOrder.find((activity) => closed(activity) && room.view === 'activity' && activity.id === room.activity);
  const shown = open ?? onStage;
  return {
    type: 'attendeeSnapshot', epoch, version, presence, store,
    event: { id: event.id, name: event.name },
    room: { id: room.id, name: room.name },
    activity: shown ? forAttendees[shown.kind](shown) : null,
    ...(questions && questions.state !== 'draft' && { questions: asQuestions(questions) }),
    ...(reactions?.on && { reactions: { kind: reactions.kind, id: reactions.id } }),
  };
}

function asPoll({ rev: _rev, hasVotes: _hasVotes, sealed, ...poll }: OrganiserPoll): Poll {
  return { ...poll, state: poll.state === 'final' && !sealed ? 'locked' : poll.state, tally: poll.results === 'everyone' ? poll.tally : null };
}

const forAttendees: { readonly [K in OrderedActivity['kind']]: (activity: Extract<OrderedActivity, { kind: K }>) => AttendeeActivity } = { poll: asPoll };

function asQuestions({ rev: _rev, sealed, openCounts: _openCounts, counts, state, ...qa }: OrganiserQuestions): AttendeeQuestions {
  const totals = { published: counts.published + counts.live, answered: counts.answered };
  return { ...qa, state: state === 'open' ? 'open' : state === 'final' && sealed ? 'final' : 'locked', totals };
}

/**
 * Stands where a phone sends. The public list is read from the server, as organisers may; a vote and an upvote are answered here as if they
 * had been counted; nothing else goes anywhere.
 */
export function rehearse(clock: Clock, send: (message: ClientMessage) => boolean, answer: (message: ServerMessage) => void) {
  const later = (message: ServerMessage): true => (clock.after(ANSWER_MS, () => answer(message)), true);
  return (message: ClientMessage): boolean => {
    switch (message.type) {
      case 'watchQuestions':
      case 'getQuestions':
        return send(message);
      case 'castVote': {
        const { ref, poll, round, vote, seq } = message;
        return later({ type: 'voteCounted', ref, poll, round, vote, seq, receipt: 'of a preview' });
      }
      case 'castUpvote': {
        const { ref, activity, round, n, seq, on } = message;
        return later({ type: 'upvoteCounted', ref, activity, round, n, seq, on });
      }
      default:
        return true;
    }
  };
}
