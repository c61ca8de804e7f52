package io.plenary;

import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.activity.service.Catalog;
import io.plenary.activity.service.EventStore;
import io.plenary.event.Event;
import io.plenary.event.EventDetails;
import io.plenary.protocol.Codec;
import io.plenary.simulation.Crowd;
import io.plenary.simulation.Crowd.Hall;
import io.plenary.simulation.Habit;
import io.plenary.simulation.Journal;
import io.plenary.simulation.Phone;
import io.plenary.simulation.Simulation;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.Rehearsal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays a small event to itself after the start, over real connections and the real store: a
 * conference is cold, its first minute is when everybody comes, and a Java server that has never
 * seen a phone takes several times as long to let them in. The event is in no list, is deleted
 * afterwards, and is not played while somebody is there, at this server or another one. Each start
 * has an event of its own.
 */
final class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  /**
   * The first who come back after a crash come within this time, and all of them need the processor
   * more. Longer than that it does not wait: what it made the compilers do is to be over when the
   * hall comes.
   */
  private static final long AFTER_MS = 1_000;

  private static final int WAVES = 3;
  private static final int PHONES = 300;
  private static final int LOOPS = 2;
  private static final long JOIN_OVER_MS = 600;
  private static final long WAVE_MS = 1_800;
  private static final long LEAVE_MS = 300;
  private static final int VOTES = 10;
  private static final long BETWEEN_VOTES_MS = 100;

  /** Of what is voted on. */
  static final String ACTIVITY = Catalog.UNLISTED + "001";

  private final Vertx vertx;
  private final EventStore store;
  private final Supplier<String> codes;
  private final String event;
  private final Supplier<Future<Boolean>> somebodyIsThere;
  private final URI base;
  private final Codec codec;
  private final BallotActivity activity;
  private final List<List<String>> answers;
  private volatile @Nullable Wave wave;
  private volatile boolean stopped;

  private record Wave(Simulation phones, Guests guests) {
    Future<Void> leave() {
      guests.leave();
      return phones.stop();
    }
  }

  /**
   * @param node id of this start of the server
   * @param somebodyIsThere whether anybody is connected to any server but phones that are played
   * @param base where this server listens
   * @param codec of the kinds of this server
   */
  WarmUp(
      Vertx vertx,
      EventStore store,
      String node,
      Supplier<String> codes,
      Supplier<Future<Boolean>> somebodyIsThere,
      URI base,
      Codec codec,
      Rehearsal rehearsal) {
    this.codec = codec;
    this.activity = rehearsal.activity();
    this.answers = rehearsal.answers();
    this.vertx = vertx;
    this.store = store;
    this.codes = codes;
    this.somebodyIsThere = somebodyIsThere;
    this.event = eventOf(node);
    this.base = base;
  }

  /** Call it on the context that owns the store's link; completes when all is over and deleted. */
  Future<Void> play() {
    return rehearsal()
        .onFailure(
            e -> {
              if (!stopped) LOG.info("The warm-up was not finished: {}", e.getMessage());
            });
  }

  boolean stopped() {
    return stopped;
  }

  private Future<Void> rehearsal() {
    return vertx
        .timer(AFTER_MS, TimeUnit.MILLISECONDS)
        .compose(v -> unwanted())
        .compose(
            unwanted -> {
              if (unwanted) return Future.succeededFuture();
              String code = codes.get();
              LocalDate today = LocalDate.now(ZoneOffset.UTC);
              Event played =
                  new Event(
                      event,
                      1,
                      code,
                      new EventDetails("Rehearsal", today, today, ZoneOffset.UTC, List.of()));
              Room room =
                  new Room(
                      Catalog.UNLISTED + "002",
                      1,
                      Catalog.FIRST_ROOM,
                      List.of(activity.id()),
                      Stage.showing(activity.id()));
              return store
                  .create(played, List.of(room), List.of(activity))
                  .compose(made -> made ? waves(code, WAVES) : Future.succeededFuture())
                  .eventually(this::tidy);
            });
  }

  /** Everybody leaves now; completes when the event is deleted. */
  Future<Void> stop() {
    stopped = true;
    Wave playing = wave;
    return (playing == null ? Future.<Void>succeededFuture() : playing.leave())
        .otherwiseEmpty()
        .compose(v -> tidy());
  }

  /** How many of those that are connected to this server are played. From any thread. */
  int phones() {
    Wave playing = wave;
    return playing == null ? 0 : playing.guests.present();
  }

  private Future<Void> waves(String code, int left) {
    if (left == 0) return Future.succeededFuture();
    return unwanted().compose(unwanted -> unwanted ? Future.succeededFuture() : play(code, left));
  }

  private Future<Void> play(String code, int left) {
    Guests guests = new Guests();
    Hall hall = new Hall(base, codec, code, PHONES, JOIN_OVER_MS, left, List.of(), guests);
    Wave now = new Wave(Simulation.audience(vertx, hall, LOOPS), guests);
    wave = now;
    return vertx
        .timer(WAVE_MS, TimeUnit.MILLISECONDS)
        .compose(v -> now.leave())
        .compose(v -> vertx.timer(LEAVE_MS, TimeUnit.MILLISECONDS))
        .onSuccess(v -> wave = null)
        .compose(v -> waves(code, left - 1));
  }

  /** They vote on what they see, and are counted while they are connected. */
  private final class Guests implements Crowd.People, Journal {
    private final AtomicInteger connected = new AtomicInteger();

    /** How many there were when they were told to leave; 0 before. */
    private volatile int leaving;

    void leave() {
      leaving = connected.get();
    }

    /**
     * Of who leaves the server may know longer than the phone: they are counted on for a moment.
     */
    int present() {
      return Math.max(leaving, connected.get());
    }

    @Override
    public Habit habit(int phone, SplittableRandom random) {
      return (guest, seen) -> {
        if (seen.activity() != null
            && guest.book().standing(activity.id(), activity.round()).isEmpty()) {
          vote(guest, 0);
        }
      };
    }

    @Override
    public Journal journal(int phone) {
      return this;
    }

    @Override
    public void opened() {
      connected.incrementAndGet();
    }

    @Override
    public void closed() {
      connected.decrementAndGet();
    }
  }

  private void vote(Phone phone, int number) {
    phone.vote(activity.id(), activity.round(), answers.get(number % answers.size()), false);
    if (number + 1 < VOTES) {
      phone.later(BETWEEN_VOTES_MS, () -> vote(phone, number + 1));
    }
  }

  private Future<Boolean> unwanted() {
    return stopped
        ? Future.succeededFuture(true)
        : somebodyIsThere.get().map(somebody -> somebody || stopped);
  }

  private Future<Void> tidy() {
    return store.delete(event);
  }

  /**
   * What a start of a server plays.
   *
   * @param node its id
   */
  static String eventOf(String node) {
    return Catalog.UNLISTED + node;
  }
}
