import type { Preview } from '../../attendee/preview.ts';
import { asScreen, asVoter } from '../../voting/preview.ts';

export default { kind: 'number', asAttendee: asVoter, asStage: asScreen } satisfies Preview<'number'>;
