import type { Preview } from '../../attendee/preview.ts';
import { asVoter } from '../../voting/preview.ts';

export default { kind: 'ranking', asAttendee: asVoter } satisfies Preview<'ranking'>;
