import { afterEach, beforeEach } from 'vitest';
import { begin, end } from '../support/ending.ts';

// Run anew for each file of journeys, unlike the modules they share.
beforeEach(begin);
afterEach(({ task }) => end(task.result?.state === 'fail' ? task.name : null));
