package io.plenary.simulation;

import io.plenary.protocol.ActivityMessage.LockActivity;
import io.plenary.protocol.ActivityMessage.OpenActivity;
import io.plenary.protocol.ActivityMessage.ShowResults;
import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.ClientMessage.Hello;
import io.plenary.protocol.Codec;
import io.plenary.protocol.Wire.OrganiserBallotView;
import io.plenary.words.ActivityState;
import io.plenary.words.Results;
import io.plenary.words.Role;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the run order again and again by the presenter's remote: opens a poll, lets the room
 * vote, locks, shows the result to everyone, goes on. What fails (somebody else pressed, no
 * connection) is left out; the next step comes anyway.
 */
public final class Presenter extends VerticleBase {
  private static final long VOTING_MS = 20_000;
  private static final long RESULT_MS = 8_000;
  private static final long LOOK_AGAIN_MS = 500;

  private final URI base;
  private final Codec codec;
  private final RemoteLink link;
  private final long firstAfterMs;
  private Desk desk;

  /**
   * @param codec of the kinds that can be opened
   * @param firstAfterMs until the first poll opens, so that people can join
   */
  public Presenter(URI base, Codec codec, RemoteLink link, long firstAfterMs) {
    this.base = base;
    this.codec = codec;
    this.link = link;
    this.firstAfterMs = firstAfterMs;
  }

  @Override
  public Future<?> start() {
    Hello hello = new Hello(Role.REMOTE, link.event(), link.room(), link.secret());
    desk =
        new Desk(
            vertx,
            new Venue(vertx, base, codec, null),
            hello,
            null,
            new SplittableRandom(),
            () -> {});
    desk.start();
    vertx.setTimer(firstAfterMs, id -> open(0));
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    desk.stop();
    return Future.succeededFuture();
  }

  private void open(int index) {
    List<OrganiserBallotView> order = desk.ballots();
    if (order.isEmpty()) {
      vertx.setTimer(LOOK_AGAIN_MS, id -> open(0));
      return;
    }
    String poll = order.get(index % order.size()).id();
    // A second time round the old result would stand there before anybody votes.
    show(poll, Results.EVERYONE, Results.STAGE)
        .eventually(() -> step(poll, p -> ref -> new OpenActivity(ref, p.id(), p.rev())))
        .onComplete(
            done -> vertx.setTimer(VOTING_MS, id -> close(poll, (index + 1) % order.size())));
  }

  private void close(String poll, int next) {
    step(
            poll,
            p ->
                p.state() == ActivityState.OPEN
                    ? ref -> new LockActivity(ref, p.id(), p.rev())
                    : null)
        .eventually(() -> show(poll, null, Results.EVERYONE))
        .onComplete(done -> vertx.setTimer(RESULT_MS, id -> open(next)));
  }

  /**
   * @param only when the results are this now; null always
   */
  private Future<String> show(String poll, @Nullable Results only, Results then) {
    return step(
        poll,
        p ->
            only == null || p.results() == only
                ? ref -> new ShowResults(ref, p.id(), p.rev(), then)
                : null);
  }

  private interface Step {
    /** Null when there is nothing to do. */
    @Nullable LongFunction<ClientMessage.Command> on(OrganiserBallotView poll);
  }

  /** Once more on the newest snapshot if somebody else was faster. */
  private Future<String> step(String poll, Step step) {
    return once(poll, step).recover(e -> pause().compose(v -> once(poll, step)));
  }

  private Future<String> once(String poll, Step step) {
    for (OrganiserBallotView p : desk.ballots()) {
      LongFunction<ClientMessage.Command> command = p.id().equals(poll) ? step.on(p) : null;
      if (command != null) return desk.run(command);
    }
    return Future.succeededFuture();
  }

  private Future<Void> pause() {
    return vertx.timer(LOOK_AGAIN_MS, java.util.concurrent.TimeUnit.MILLISECONDS).mapEmpty();
  }
}
