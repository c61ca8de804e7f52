package io.plenary.export.service;

import io.plenary.event.Refused;
import io.plenary.export.EventFile;
import io.plenary.poll.Poll;
import io.plenary.poll.service.PollCommands;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Wire;
import io.plenary.room.service.Catalog;
import io.plenary.room.service.Catalog.NewRoom;
import io.plenary.room.service.RoomCommands;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Supplier;

/** Makes a new event from an event file. */
public final class Importer {
  private final Catalog catalog;
  private final Supplier<String> ids;

  public Importer(Catalog catalog, Supplier<String> ids) {
    this.catalog = catalog;
    this.ids = ids;
  }

  /** Answers the id of the new event; fails with {@link BadMessage} or {@code Refused}, whose words name what to mend. */
  public Future<String> read(byte[] utf8) {
    try {
      return make(EventFile.read(utf8));
    } catch (BadMessage e) {
      return Future.failedFuture(e);
    }
  }

  /** Answers the id of the new event; fails with {@code Refused}. */
  public Future<String> make(EventFile file) {
    try {
      var rooms = file.rooms().stream().map(r -> new NewRoom(r.name(), r.polls().stream().map(this::poll).toList(), List.of())).toList();
      return catalog.create(RoomCommands.details(file.event()), rooms);
    } catch (Refused e) {
      return Future.failedFuture(e);
    }
  }

  private Poll poll(Wire.PollDraft wire) {
    var draft = PollCommands.draft(wire);
    return new Poll(ids.get(), 1, 1, draft.check(), Poll.State.DRAFT, draft.results());
  }
}
