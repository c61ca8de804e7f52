package io.plenary.export.service;

import io.plenary.event.Event;
import io.plenary.export.ActivityResults;
import io.plenary.export.EventFile;
import io.plenary.export.EventResults;
import io.plenary.export.FileActivity;
import io.plenary.export.FileRoom;
import io.plenary.export.service.ActivityExport.Place;
import io.plenary.hub.Loops;
import io.plenary.protocol.Wire;
import io.plenary.room.Activity;
import io.plenary.room.EventState;
import io.plenary.room.Room;
import io.plenary.room.service.EventStore.Loaded;
import io.plenary.room.service.Joins;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Gathers what an event's files hold: definitions from memory, results from what is stored. */
public final class Exporter {
  private final Exports exports;
  private final Joins joins;
  private final Context owner;

  public Exporter(Exports exports, Joins joins, Context owner) {
    this.exports = exports;
    this.joins = joins;
    this.owner = owner;
  }

  /** Results of the activities that are wanted, room by room, in run order and then what stands, each counted at one moment. */
  public Future<EventResults> results(Loaded loaded, Predicate<Activity> wanted) {
    return gather(loaded, wanted, (place, activity) -> exports.of(activity.kind()).results(place, activity));
  }

  /** What the room may see of the activities that are wanted. */
  public Future<EventResults> publicResults(Loaded loaded, Predicate<Activity> wanted) {
    return gather(loaded, wanted, (place, activity) -> exports.of(activity.kind()).publicResults(place, activity));
  }

  private Future<EventResults> gather(Loaded loaded, Predicate<Activity> wanted, BiFunction<Place, Activity, Future<ActivityResults>> each) {
    EventState state = loaded.state();
    Event event = state.event();
    return Future.all(state.rooms().stream().map(room -> joins.refresh(event.id(), room)).toList()).compose(joined -> {
      List<Future<ActivityResults>> all = new ArrayList<>();
      for (int i = 0; i < state.rooms().size(); i++) {
        Room room = state.rooms().get(i);
        Place place = new Place(event.id(), event.details().timeZone(), room, joined.resultAt(i));
        Stream.concat(state.inOrder(room).values().stream(), state.standing(room).values().stream()).filter(wanted)
            .forEach(a -> all.add(Loops.call(owner, () -> each.apply(place, a))));
      }
      return Future.all(all);
    }).map(found -> {
      var d = event.details();
      return new EventResults(event.id(), d.name(), d.startsOn().toString(), d.endsOn().toString(), d.timeZone().getId(),
          found.<ActivityResults>list().stream().filter(Objects::nonNull).toList());
    });
  }

  /** The event as a file that can be imported again. */
  public EventFile file(Loaded loaded) {
    EventState state = loaded.state();
    var d = state.event().details();
    return new EventFile(
        new Wire.EventDetails(d.name(), d.startsOn().toString(), d.endsOn().toString(), d.timeZone().getId(), d.frameOrigins()),
        state.rooms().stream().map(room -> new FileRoom(room.name(), files(state.inOrder(room)), files(state.standing(room)))).toList());
  }

  private List<FileActivity> files(Map<String, Activity> activities) {
    return activities.values().stream().map(a -> exports.of(a.kind()).file(a)).toList();
  }
}
