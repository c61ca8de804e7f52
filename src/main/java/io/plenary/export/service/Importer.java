package io.plenary.export.service;

import io.plenary.activity.Activity;
import io.plenary.activity.service.Catalog;
import io.plenary.activity.service.Catalog.NewRoom;
import io.plenary.activity.service.RoomCommands;
import io.plenary.event.EventDetails;
import io.plenary.event.RuleViolation;
import io.plenary.export.EventFile;
import io.plenary.export.FileActivity;
import io.plenary.protocol.BadMessage;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Supplier;

/** Makes a new event from an event file. */
public final class Importer {
  private final Catalog catalog;
  private final Exports exports;
  private final Supplier<String> ids;

  public Importer(Catalog catalog, Exports exports, Supplier<String> ids) {
    this.catalog = catalog;
    this.exports = exports;
    this.ids = ids;
  }

  /**
   * Answers the id of the new event; fails with {@link BadMessage} or {@code RuleViolation}, whose
   * words name what to mend.
   */
  public Future<String> read(byte[] utf8) {
    try {
      return make(parse(utf8));
    } catch (BadMessage e) {
      return Future.failedFuture(e);
    }
  }

  /**
   * @throws BadMessage with words that name what to mend
   */
  public EventFile parse(byte[] utf8) throws BadMessage {
    return EventFile.read(utf8, exports.kinds());
  }

  /** Answers the id of the new event; fails with {@code RuleViolation}. */
  public Future<String> make(EventFile file) {
    return make(ids.get(), file);
  }

  /** The same with an id that others may use at this moment too: the event is made once. */
  public Future<String> make(String id, EventFile file) {
    try {
      var rooms =
          file.rooms().stream()
              .map(r -> new NewRoom(r.name(), activities(r.activities()), activities(r.alwaysOn())))
              .toList();
      EventDetails details =
          RoomCommands.details(file.event())
              .with(RoomCommands.look(file.look()))
              .with(RoomCommands.logo(file.logo()));
      return catalog.create(id, details, rooms);
    } catch (RuleViolation e) {
      return Future.failedFuture(e);
    }
  }

  private List<Activity> activities(List<FileActivity> from) {
    return from.stream().map(a -> exports.of(a.kind()).file().make(ids.get(), a)).toList();
  }
}
