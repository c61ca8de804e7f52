package io.plenary.export.service;

import io.plenary.activity.Activity;
import io.plenary.activity.Room;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.Joins;
import io.plenary.activity.service.Snapshots;
import io.plenary.event.Event;
import io.plenary.export.EventResults;
import io.plenary.export.ReportJson;
import io.plenary.export.ReportJson.Dress;
import io.plenary.export.ReportJson.People;
import io.plenary.export.ReportJson.RoomPeople;
import io.plenary.export.ReportScope;
import io.plenary.hub.Loops;
import io.plenary.identity.ReportLink.Chosen;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reports of events, for their organisers and for whoever has the link. Usable from any thread. */
public final class Reporter {
  /** So long a hall that opens the link at once costs one look at the store. */
  private static final long KEPT_MS = 2_000;

  private final Vertx vertx;
  private final Context owner;
  private final Exporter exporter;
  private final Joins joins;
  private final Clock clock;

  /** On the owner's context alone. */
  private final Map<Shared, Future<Buffer>> fresh = new HashMap<>();

  /** What is read under a link: the same for all who read it while the event does not move. */
  private record Shared(String event, long version, Chosen chosen) {}

  public Reporter(Vertx vertx, Context owner, Exporter exporter, Joins joins, Clock clock) {
    this.vertx = vertx;
    this.owner = owner;
    this.exporter = exporter;
    this.joins = joins;
    this.clock = clock;
  }

  /** Everything, as it stands. */
  public Future<Buffer> whole(LoadedEvent loaded) {
    List<Room> rooms = loaded.state().rooms();
    return exporter
        .results(loaded, exporter::inReport)
        .compose(found -> written(loaded, found, rooms, true, ReportScope.organisers()));
  }

  /** Ids of what a report of the event tells of, or may tell of later. */
  public Set<String> told(LoadedEvent loaded) {
    return loaded.state().activities().values().stream()
        .filter(exporter::inReport)
        .map(Activity::id)
        .collect(Collectors.toSet());
  }

  /**
   * Of what was chosen that which moves no more, and what the room sees of the rest: no draft, and
   * nothing that is open.
   */
  public Future<Buffer> shared(LoadedEvent loaded, Chosen chosen) {
    Shared key = new Shared(loaded.state().event().id(), loaded.state().version(), chosen);
    return Loops.call(
        owner,
        () -> {
          Future<Buffer> known = fresh.get(key);
          if (known != null) return known;
          Future<Buffer> made = make(loaded, chosen);
          fresh.put(key, made);
          made.onComplete(done -> vertx.setTimer(KEPT_MS, id -> fresh.remove(key)));
          return made;
        });
  }

  private Future<Buffer> make(LoadedEvent loaded, Chosen chosen) {
    Predicate<Activity> wanted =
        a ->
            exporter.inReport(a)
                && chosen.activities().contains(a.id())
                && (!chosen.finalOnly() || a.isFinal());
    return exporter
        .publicResults(loaded, wanted)
        .compose(
            found -> {
              List<Room> all = loaded.state().rooms();
              List<Room> told =
                  all.stream()
                      .filter(
                          room ->
                              found.activities().stream()
                                  .anyMatch(a -> a.room().equals(room.name())))
                      .toList();
              return written(
                  loaded,
                  found,
                  told,
                  told.size() == all.size(),
                  new ReportScope(true, chosen.names()));
            });
  }

  /**
   * @param everywhere whether rooms are all there are: only then it is told how many came
   */
  private Future<Buffer> written(
      LoadedEvent loaded,
      EventResults found,
      List<Room> rooms,
      boolean everywhere,
      ReportScope scope) {
    Event bearer = loaded.state().event();
    String event = bearer.id();
    Dress dress = new Dress(Snapshots.look(bearer.details().look()), bearer.logoPath());
    List<Future<Long>> counts = new ArrayList<>();
    counts.add(everywhere ? joins.counted(event, null) : Future.succeededFuture());
    rooms.forEach(room -> counts.add(joins.counted(event, room.id())));
    return Future.all(counts)
        .compose(
            counted -> {
              List<@Nullable Long> numbers = counted.list();
              List<RoomPeople> people = new ArrayList<>();
              for (Room room : rooms) {
                Long joined = numbers.get(people.size() + 1);
                people.add(new RoomPeople(room.name(), joined == null ? 0 : joined));
              }
              People of = new People(numbers.get(0), people);
              return vertx.executeBlocking(
                  () -> Buffer.buffer(ReportJson.write(found, dress, of, scope, clock.instant())),
                  false);
            });
  }
}
