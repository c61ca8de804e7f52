import { silences } from '../support/silence.ts';

silences('WebSocket');
