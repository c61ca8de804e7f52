package io.plenary.simulation;

import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.ClientMessage.Hello;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage;
import io.plenary.protocol.ServerMessage.Done;
import io.plenary.protocol.ServerMessage.OrganiserSnapshot;
import io.plenary.protocol.ServerMessage.TallyMessage;
import io.plenary.protocol.Wire;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Where a presenter or organiser sits: sees the whole run order and sends commands. Lives on one
 * event loop.
 */
public final class Desk {
  /** A command had no effect; with a null {@code code} it is not known whether it had. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    public final @Nullable ErrorCode code;

    Refused(@Nullable ErrorCode code, @Nullable String message) {
      super(message, null, false, false);
      this.code = code;
    }
  }

  private static final long ANSWER_WITHIN_MS = 10_000;
  private final Vertx vertx;
  private final Line line;
  private final Runnable looks;
  private final Map<Long, Promise<String>> asked = new HashMap<>();
  private final Map<String, Wire.Tally> tallies = new HashMap<>();
  private @Nullable OrganiserSnapshot seen;
  private Consumer<ServerMessage> hears = message -> {};

  /**
   * @param looks called after every new snapshot
   */
  public Desk(
      Vertx vertx,
      Venue venue,
      Hello hello,
      @Nullable String cookie,
      RandomGenerator random,
      Runnable looks) {
    this.vertx = vertx;
    this.looks = looks;
    this.line = new Line(vertx, venue, hello, cookie, new End(), random);
  }

  public void start() {
    line.start();
  }

  public void stop() {
    line.stop();
    forget();
  }

  /** Null before the first snapshot. */
  public @Nullable OrganiserSnapshot seen() {
    return seen;
  }

  /** The polls of the run order, as seen last. */
  public List<Wire.OrganiserBallotView> ballots() {
    return seen == null ? List.of() : ballots(seen);
  }

  private static List<Wire.OrganiserBallotView> ballots(OrganiserSnapshot snapshot) {
    return snapshot.runOrder().stream()
        .filter(Wire.OrganiserBallotView.class::isInstance)
        .map(Wire.OrganiserBallotView.class::cast)
        .toList();
  }

  /** Every message goes there, too. */
  public void listen(Consumer<ServerMessage> listener) {
    hears = listener;
  }

  /** The newest numbers of a poll, null when there are none yet. */
  public Wire.@Nullable Tally tally(String poll) {
    return tallies.get(poll);
  }

  /** Gives the id of what was made, or null; fails with {@link Refused}. */
  public Future<String> run(LongFunction<ClientMessage.Command> command) {
    long ref = line.nextRef();
    if (!line.send(command.apply(ref))) {
      return Future.failedFuture(new Refused(null, "no connection"));
    }
    Promise<String> answer = Promise.promise();
    asked.put(ref, answer);
    long timer =
        vertx.setTimer(ANSWER_WITHIN_MS, id -> answer.tryFail(new Refused(null, "no answer")));
    return answer
        .future()
        .onComplete(
            done -> {
              vertx.cancelTimer(timer);
              asked.remove(ref);
            });
  }

  private void forget() {
    Map.copyOf(asked)
        .values()
        .forEach(answer -> answer.tryFail(new Refused(null, "the connection was lost")));
  }

  private final class End implements Line.End {
    @Override
    public boolean wants(String frame) {
      return !frame.startsWith("{\"type\":\"presence\"");
    }

    @Override
    public void online() {}

    @Override
    public void offline(int code) {
      forget();
    }

    @Override
    public void received(ServerMessage message) {
      hears.accept(message);
      if (message instanceof OrganiserSnapshot organiserSnapshot) look(organiserSnapshot);
      else if (message instanceof TallyMessage tallyMessage) count(tallyMessage);
      else if (message instanceof Done done) {
        answered(done.ref()).tryComplete(done.id());
      } else if (message instanceof ServerMessage.Error error) {
        refused(error);
      }
    }

    private void look(OrganiserSnapshot snapshot) {
      if (seen != null
          && seen.epoch().equals(snapshot.epoch())
          && snapshot.version() < seen.version()) return;
      seen = snapshot;
      ballots(snapshot).forEach(poll -> tallies.put(poll.id(), poll.tally()));
      looks.run();
    }

    private void count(TallyMessage m) {
      if (seen == null || !seen.epoch().equals(m.epoch())) return;
      tallies.merge(
          m.activity(),
          m.tally(),
          (old, now) -> old.round() == now.round() && now.version() > old.version() ? now : old);
    }

    private void refused(ServerMessage.Error error) {
      if (error.ref() != null) {
        answered(error.ref()).tryFail(new Refused(error.code(), error.message()));
      }
    }

    private Promise<String> answered(long ref) {
      Promise<String> answer = asked.remove(ref);
      return answer == null ? Promise.promise() : answer;
    }
  }
}
