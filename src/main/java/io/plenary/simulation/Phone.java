package io.plenary.simulation;

import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.ClientMessage.Hello;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage;
import io.plenary.protocol.ServerMessage.AttendeeSnapshot;
import io.plenary.protocol.ServerMessage.VoteCounted;
import io.plenary.protocol.ServerMessage.VoteRefused;
import io.plenary.protocol.Wire;
import io.plenary.words.Role;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attendee's phone. It does what the page does: joins, keeps every vote until it is answered,
 * sends the same vote again after a reconnect and when told to try again. Lives on one event loop.
 */
public final class Phone {
  private static final Logger LOG = LoggerFactory.getLogger(Phone.class);
  private static final long ANSWER_WITHIN_MS = 5_000;
  private static final String SYMBOLS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
  private static final int NOT_FOUND = 404;

  private final Vertx vertx;
  private final Venue venue;
  private final Habit habit;
  private final Journal journal;
  private final RandomGenerator random;
  private final Pauses joinPauses;
  private final Pauses votePauses;
  private final VoteBook book = new VoteBook();
  private final Map<Long, Vote> asked = new HashMap<>();

  /**
   * At random also where everything else is from a seed: the people of two runs are not the same.
   */
  private final String joinKey = Venue.joinKey();

  private final List<String> ignored;
  private @Nullable AttendeeSnapshot seen;
  private @Nullable Line line;
  private boolean stopped;
  private long timer = -1;

  public Phone(Vertx vertx, Venue venue, Habit habit, Journal journal, RandomGenerator random) {
    this.vertx = vertx;
    this.venue = venue;
    this.habit = habit;
    this.journal = journal;
    this.random = random;
    this.joinPauses = new Pauses(random, 200, 3_000);
    this.votePauses = new Pauses(random, 200, 3_000);
    this.ignored =
        Stream.concat(Stream.of("tally", "presence"), habit.ignored().stream())
            .map(type -> "{\"type\":\"" + type + "\"")
            .toList();
  }

  /** Joins with the code and stays until stopped. */
  public void start(String code) {
    venue
        .join(code, joinKey)
        .onSuccess(
            ticket -> {
              if (stopped) return;
              line =
                  new Line(
                      vertx,
                      venue,
                      new Hello(Role.ATTENDEE, ticket.event(), null, ticket.token()),
                      null,
                      new End(),
                      random);
              line.start();
            })
        .onFailure(
            e -> {
              if (stopped) return;
              if (e instanceof Venue.Answered answered && answered.status == NOT_FOUND) {
                LOG.warn("No event has this code");
              } else {
                vertx.setTimer(joinPauses.next(0), id -> start(code));
              }
            });
  }

  public void stop() {
    stopped = true;
    vertx.cancelTimer(timer);
    if (line != null) line.stop();
  }

  /** Keeps the vote, then sends it. */
  public void vote(String activity, long round, List<String> answer, boolean abstain) {
    Vote vote = book.cast(activity, round, newId(), answer, abstain, now());
    journal.made(vote);
    send(vote);
    again(ANSWER_WITHIN_MS);
  }

  /** Loses the network for a while. */
  public void drop(long ms) {
    if (line != null) line.cut(ms);
  }

  /** Runs it on this phone's event loop after a pause; not any more once stopped. */
  public void later(long ms, Runnable run) {
    vertx.setTimer(
        Math.max(1, ms),
        id -> {
          if (!stopped) run.run();
        });
  }

  /** What this phone sees: null before the first snapshot. */
  public @Nullable AttendeeSnapshot seen() {
    return seen;
  }

  /** The poll this phone sees under Now; null when there is none. */
  public Wire.@Nullable BallotView ballot() {
    return seen == null ? null : ballot(seen);
  }

  /** The same, of a snapshot. */
  public static Wire.@Nullable BallotView ballot(AttendeeSnapshot snapshot) {
    return snapshot.activity() instanceof Wire.BallotView ballot ? ballot : null;
  }

  public VoteBook book() {
    return book;
  }

  public boolean online() {
    return line != null && line.live();
  }

  /** Of the next message that is answered by its ref. Only while online. */
  public long nextRef() {
    return line().nextRef();
  }

  /** Once: without a connection it is forgotten. */
  public void send(ClientMessage message) {
    if (online()) line().send(message);
  }

  private Line line() {
    return Objects.requireNonNull(line, "has not joined");
  }

  private void send(Vote vote) {
    if (!online()) return;
    long ref = line().nextRef();
    asked.put(ref, vote);
    journal.sent(vote);
    line().send(vote.message(ref, now()));
  }

  private void sendAll() {
    if (!online()) return;
    List<Vote> pending = new ArrayList<>(book.pending());
    pending.forEach(this::send);
    if (!pending.isEmpty()) again(ANSWER_WITHIN_MS + random.nextLong(ANSWER_WITHIN_MS));
  }

  private void again(long ms) {
    vertx.cancelTimer(timer);
    timer = vertx.setTimer(ms, id -> sendAll());
  }

  /** Random, 22 symbols. */
  public String newId() {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < 22; i++) id.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
    return id.toString();
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }

  /** The numbers change ten times a second and no phone here looks at them. */
  private final class End implements Line.End {
    @Override
    public boolean wants(String frame) {
      return ignored.stream().noneMatch(frame::startsWith);
    }

    @Override
    public void online() {
      journal.online();
      votePauses.reset();
      sendAll();
      habit.online(Phone.this);
    }

    @Override
    public void offline(int code) {
      asked.clear();
      habit.offline(Phone.this);
      journal.offline(code);
    }

    @Override
    public void opened() {
      journal.opened();
    }

    @Override
    public void closed() {
      journal.closed();
    }

    @Override
    public void received(ServerMessage message) {
      habit.hears(Phone.this, message);
      if (message instanceof AttendeeSnapshot attendeeSnapshot) look(attendeeSnapshot);
      else if (message instanceof VoteCounted voteCounted) counted(voteCounted);
      else if (message instanceof VoteRefused voteRefused) refused(voteRefused);
      else if (message instanceof ServerMessage.Error error) failed(error);
    }

    private void look(AttendeeSnapshot snapshot) {
      if (seen != null
          && seen.epoch().equals(snapshot.epoch())
          && snapshot.version() < seen.version()) return;
      seen = snapshot;
      habit.sees(Phone.this, snapshot);
    }

    private void counted(VoteCounted m) {
      asked.remove(m.ref());
      votePauses.reset();
      book.counted(m.activity(), m.round(), m.vote());
      journal.counted(m);
    }

    private void refused(VoteRefused m) {
      asked.remove(m.ref());
      book.refused(m.activity(), m.round(), m.vote(), m.counted());
      journal.refused(m);
    }

    private void failed(ServerMessage.Error error) {
      Long ref = error.ref();
      Vote vote = ref == null ? null : asked.remove(ref);
      if (ref == null || vote == null) {
        LOG.debug("error {} {}", error.code(), error.message());
      } else if (error.code().endsVote()) {
        refused(VoteRefused.of(vote.message(ref, now()), error.code(), null));
      } else {
        journal.notNow(vote);
        if (error.code().retry() == ErrorCode.Retry.LATER) {
          again(votePauses.next(error.retryAfterMs() == null ? 0 : error.retryAfterMs()));
        }
      }
    }
  }
}
