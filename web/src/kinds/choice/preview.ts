import type { Preview } from '../../attendee/preview.ts';
import { asVoter } from '../../voting/preview.ts';

export default { kind: 'poll', asAttendee: asVoter } satisfies Preview<'poll'>;
