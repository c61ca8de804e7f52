package io.plenary;

import io.plenary.activity.service.Catalog;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventIndex.Listed;
import io.plenary.activity.service.EventIndex.Query;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.event.RuleViolation;
import io.plenary.export.EventFile;
import io.plenary.export.service.Importer;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Wire;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.function.Supplier;

/** The ready-made event, made when there is none: an event file like any other, dated today. */
final class Example {
  private static final String FILE = "/example-event.json";
  private static final int LOOK_AT = 5;
  private final Catalog catalog;
  private final EventCache board;
  private final Importer importer;

  private final Supplier<Future<String>> reserved;

  /**
   * @param reserved id of the event to make, the same for all servers that start now
   */
  Example(Catalog catalog, EventCache board, Importer importer, Supplier<Future<String>> reserved) {
    this.reserved = reserved;
    this.board = board;
    this.catalog = catalog;
    this.importer = importer;
  }

  /**
   * The newest event that can be read; made first when {@code wanted} and there is none. Null when
   * there is none after all.
   */
  Future<LoadedEvent> newest(boolean wanted, LocalDate today) {
    return catalog
        .page(new Query(null, "", null, LOOK_AT))
        .compose(
            page -> {
              Listed newest =
                  page.events().stream()
                      .filter(e -> e.unreadable() == null)
                      .findFirst()
                      .orElse(null);
              if (newest != null) return board.get(newest.id());
              return wanted && page.events().isEmpty() ? make(today) : Future.succeededFuture();
            });
  }

  /** None while servers are being updated, if it holds what not all of them know. */
  private Future<LoadedEvent> make(LocalDate today) {
    return reserved
        .get()
        .compose(id -> importer.make(id, file(importer, today)))
        .compose(board::get)
        .recover(
            e -> e instanceof RuleViolation ? Future.succeededFuture() : Future.failedFuture(e));
  }

  private static EventFile file(Importer importer, LocalDate today) {
    try (InputStream in = Example.class.getResourceAsStream(FILE)) {
      EventFile file = importer.parse(in.readAllBytes());
      Wire.EventDetails d = file.event();
      return new EventFile(
          new Wire.EventDetails(
              d.name(),
              today.toString(),
              today.toString(),
              d.timeZone(),
              d.frameOrigins(),
              d.smallGroup()),
          file.rooms());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadMessage e) {
      throw new IllegalStateException(e);
    }
  }
}
