import { errors, type ErrorName, type Retry } from './codes.gen.ts';
import type { Clock } from './environment.ts';
import type {
  Answers as AnswerPage,
  AskQuestion,
  CastUpvote,
  CastVote,
  ClientMessage,
  Done,
  ErrorMessage,
  GetQuestions,
  Hello,
  HoldQuestion,
  Id,
  Moderated,
  Notes,
  Ping,
  QueueHead,
  QueuePage,
  React,
  ServerMessage,
  WatchQuestions,
} from './messages.gen.ts';

type WithoutRef<M> = M extends unknown ? Omit<M, 'ref'> : never;
/** What a phone sends and repeats until it is answered, and what is not answered at all. */
type NoCommand =
  Hello | Ping | CastVote | AskQuestion | CastUpvote | WatchQuestions | GetQuestions | HoldQuestion | React;
/** A command as a page writes it: the ref is given when it is sent. */
export type Command = WithoutRef<Exclude<ClientMessage, NoCommand>>;
/** What is answered by more than `done`. */
interface Answers {
  moderateQuestions: Moderated;
  getQueue: QueuePage;
  getNotes: Notes;
  getAnswers: AnswerPage;
}
/** `done` carries the id of what was made, if something was. */
export type AnswerTo<C extends Command> = C extends { type: 'watchQueue'; on: true }
  ? QueueHead
  : C['type'] extends keyof Answers
    ? Answers[C['type']]
    : { id?: Id };
type Answer = AnswerPage | Done | ErrorMessage | Moderated | Notes | QueueHead | QueuePage;
const answers: ReadonlySet<string> = new Set<Answer['type']>([
  'answers',
  'done',
  'error',
  'moderated',
  'notes',
  'queueHead',
  'queuePage',
]);
const isAnswer = (message: ServerMessage): message is Answer => answers.has(message.type);

/** Why a command had no effect, or, with `lost` and `noAnswer`, why it is not known whether it had. */
export class CommandError extends Error {
  constructor(
    readonly code: ErrorName | 'lost' | 'noAnswer',
    message: string,
  ) {
    super(message);
    this.name = 'CommandError';
  }

  get retry(): Retry {
    return this.code === 'lost' || this.code === 'noAnswer' ? 'snapshot' : errors[this.code];
  }
}

interface Wire {
  send(message: ClientMessage): boolean;
  nextRef(): number;
}

interface Waiting {
  message: ClientMessage;
  /** It was on a connection that was lost since, so it may have taken effect already. */
  again: boolean;
  resolve: (answer: never) => void;
  reject: (error: CommandError) => void;
  cancel: () => void;
}

/** An answer is due within this, milliseconds. */
const ANSWER_WITHIN_MS = 10_000;

/**
 * Sends the commands of organisers and remotes and brings each its answer. What was not answered when the connection
 * was lost is sent again on the next one: a command whose effect is there already is `done`.
 */
export class Commands {
  private readonly waiting = new Map<number, Waiting>();

  constructor(
    private readonly wire: Wire,
    private readonly clock: Clock,
  ) {}

  /** Resolves with the answer, rejects with CommandError. */
  run<C extends Command>(command: C): Promise<AnswerTo<C>> {
    return new Promise((resolve, reject) => {
      const ref = this.wire.nextRef();
      const message = { ...command, ref } as ClientMessage;
      if (!this.wire.send(message)) {
        reject(new CommandError('lost', 'There is no connection to the server. Nothing was changed.'));
        return;
      }
      const cancel = this.clock.after(ANSWER_WITHIN_MS, () => {
        this.waiting.delete(ref);
        reject(new CommandError('noAnswer', 'The server did not answer. Look whether the change took effect.'));
      });
      this.waiting.set(ref, { message, again: false, resolve, reject, cancel });
    });
  }

  /** Give it every message; true when it was an answer to a command. */
  receive(message: ServerMessage): boolean {
    if (!isAnswer(message)) return false;
    const waiting = message.ref === null ? undefined : this.waiting.get(message.ref);
    if (!waiting || message.ref === null) return false;
    this.waiting.delete(message.ref);
    waiting.cancel();
    if (message.type === 'error') waiting.reject(refusal(message, waiting.again));
    else {
      waiting.resolve(
        (message.type !== 'done' ? message : message.id === undefined ? {} : { id: message.id }) as never,
      );
    }
    return true;
  }

  /** There is a connection again. */
  connected(): void {
    for (const waiting of this.waiting.values()) {
      waiting.again = true;
      this.wire.send(waiting.message);
    }
  }
}

/** What was sent twice may be refused because the first one took effect. */
function refusal({ code, message }: ErrorMessage, again: boolean): CommandError {
  const error = new CommandError(known(code), message);
  return again && error.retry !== 'later'
    ? new CommandError('lost', 'The connection was lost meanwhile. Look whether the change took effect.')
    : error;
}

/** A code of a newer server reads as one that cannot be retried. */
const known = (code: string): ErrorName => (code in errors ? (code as ErrorName) : 'notAllowed');
