import type { Preview } from '../../attendee/preview.ts';
import { asScreen, asVoter } from '../../voting/preview.ts';

export default { kind: 'rating', asAttendee: asVoter, asStage: asScreen } satisfies Preview<'rating'>;
