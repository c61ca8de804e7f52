import type { Desk } from '../../organiser/event/desk.svelte.ts';
import { frozen, type OrganiserBallot } from '../activity.ts';
import BallotTools from './BallotTools.svelte';
import Confirmations from './Confirmations.svelte';
import { ballotMark, liveText, numbers, seenShort, stateWord } from './words.ts';

/** What comes where it is to be edited: the form, or why there is none. */
export const edit = (desk: Desk, ballot: OrganiserBallot): void =>
  frozen(ballot) ? desk.ask('frozen', ballot.id) : desk.write(ballot.id);

/** What the page of an event asks of a ballot of any kind (`View`). */
export const organising = {
  name: (ballot: OrganiserBallot): string => ballot.question,
  mark: ballotMark,
  says: liveText,
  spoken: (ballot: OrganiserBallot): string => `${ballot.question} ${stateWord(ballot)}.`,
  numbers,
  seen: ({ results }: OrganiserBallot): string => seenShort[results],
  frozen,
  Confirmations,
  Tools: BallotTools,
  edit,
  files: ({ id }: OrganiserBallot) => [
    { words: 'Results as CSV', path: `activities/${id}/results.csv` },
    { words: 'Results as JSON', path: `activities/${id}/results.json` },
  ],
};
