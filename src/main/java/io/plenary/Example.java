package io.plenary;

import io.plenary.export.EventFile;
import io.plenary.export.service.Importer;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Wire;
import io.plenary.room.service.Catalog;
import io.plenary.room.service.EventStore.Loaded;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/** The ready-made event, made when there is none: an event file like any other, dated today. */
final class Example {
  private static final String FILE = "/example-event.json";
  private final Catalog catalog;
  private final Importer importer;

  Example(Catalog catalog, Importer importer) {
    this.catalog = catalog;
    this.importer = importer;
  }

  /** The newest event there is; made first when {@code wanted} and there is none. Null when there is none after all. */
  Future<Loaded> newest(boolean wanted, LocalDate today) {
    return catalog.list().compose(events -> {
      if (!events.isEmpty()) return Future.succeededFuture(events.get(0));
      if (!wanted) return Future.succeededFuture();
      return importer.make(file(importer, today)).compose(id -> catalog.list()).map(made -> made.get(0));
    });
  }

  private static EventFile file(Importer importer, LocalDate today) {
    try (InputStream in = Example.class.getResourceAsStream(FILE)) {
      EventFile file = importer.parse(in.readAllBytes());
      Wire.EventDetails d = file.event();
      return new EventFile(new Wire.EventDetails(d.name(), today.toString(), today.toString(), d.timeZone(), d.frameOrigins()),
          file.rooms());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadMessage e) {
      throw new IllegalStateException(e);
    }
  }
}
