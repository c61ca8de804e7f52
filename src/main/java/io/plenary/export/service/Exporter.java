package io.plenary.export.service;

import io.plenary.activity.Activity;
import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.Snapshots;
import io.plenary.activity.service.Turns;
import io.plenary.event.Event;
import io.plenary.export.ActivityResults;
import io.plenary.export.EventFile;
import io.plenary.export.EventResults;
import io.plenary.export.FileActivity;
import io.plenary.export.FileRoom;
import io.plenary.export.service.ActivityExport.Place;
import io.plenary.hub.Loops;
import io.plenary.protocol.Wire;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Gathers what an event's files hold: definitions from memory, results from what is stored, one
 * activity after the other, whoever asks.
 */
public final class Exporter {
  private final Exports exports;
  private final Context owner;
  private final Turns turns;
  private final Function<String, Future<List<EventResults.Loss>>> losses;

  /**
   * @param losses of the store since an event was made
   */
  public Exporter(
      Exports exports, Context owner, Function<String, Future<List<EventResults.Loss>>> losses) {
    this.losses = losses;
    this.exports = exports;
    this.owner = owner;
    this.turns = new Turns(owner);
  }

  /**
   * Results of the activities that are wanted, room by room, in run order and then what stands,
   * each counted at one moment.
   */
  public Future<EventResults> results(LoadedEvent loaded, Predicate<Activity> wanted) {
    return gather(
        loaded, wanted, (place, activity) -> exports.of(activity.kind()).results(place, activity));
  }

  /** What the room may see of the activities that are wanted. */
  public Future<EventResults> publicResults(LoadedEvent loaded, Predicate<Activity> wanted) {
    return gather(
        loaded,
        wanted,
        (place, activity) -> exports.of(activity.kind()).publicResults(place, activity));
  }

  private Future<EventResults> gather(
      LoadedEvent loaded,
      Predicate<Activity> wanted,
      BiFunction<Place, Activity, Future<ActivityResults>> each) {
    EventState state = loaded.state();
    Event event = state.event();
    Future<List<ActivityResults>> all = Future.succeededFuture(new ArrayList<>());
    for (Room room : state.rooms()) {
      Place place = new Place(event.id(), event.details().timeZone(), room);
      for (Activity activity : activities(state, room)) {
        if (wanted.test(activity)) {
          all = all.compose(found -> read(found, () -> each.apply(place, activity)));
        }
      }
    }
    return all.compose(
        found ->
            Loops.call(owner, () -> losses.apply(event.id()))
                .map(
                    lost -> {
                      var d = event.details();
                      return new EventResults(
                          event.id(),
                          d.name(),
                          d.startsOn().toString(),
                          d.endsOn().toString(),
                          d.timeZone().getId(),
                          found,
                          lost);
                    }));
  }

  private static List<Activity> activities(EventState state, Room room) {
    return Stream.concat(
            state.inOrder(room).values().stream(), state.alwaysOn(room).values().stream())
        .toList();
  }

  /** Adds what is read, if it is there. */
  private Future<List<ActivityResults>> read(
      List<ActivityResults> found, Supplier<Future<ActivityResults>> one) {
    return turns
        .take(one)
        .map(
            results -> {
              if (results != null) found.add(results);
              return found;
            });
  }

  /** Whether the report of an event tells of an activity. */
  boolean inReport(Activity activity) {
    return exports.of(activity.kind()).file().inReport();
  }

  /** Whether numbers of an activity stand in results.csv. */
  public boolean inCsv(Activity activity) {
    return exports.of(activity.kind()).file().inCsv();
  }

  /** The event as a file that can be imported again. */
  public EventFile file(LoadedEvent loaded) {
    EventState state = loaded.state();
    var d = state.event().details();
    return new EventFile(
        new Wire.EventDetails(
            d.name(),
            d.startsOn().toString(),
            d.endsOn().toString(),
            d.timeZone().getId(),
            d.frameOrigins(),
            d.smallGroup()),
        Snapshots.look(d.look()),
        d.logo() == null ? null : d.logo().base64(),
        state.rooms().stream()
            .map(
                room ->
                    new FileRoom(
                        room.name(), files(state.inOrder(room)), files(state.alwaysOn(room))))
            .toList());
  }

  private List<FileActivity> files(Map<String, Activity> activities) {
    return activities.values().stream().map(a -> exports.of(a.kind()).file().file(a)).toList();
  }
}
