import { silences } from '../support/silence.ts';

silences('event stream');
