package io.plenary.module;

import io.plenary.activity.service.ActivityKind;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.export.service.ActivityExport;
import io.plenary.transport.KindDownload;
import io.plenary.transport.KindHandlers;
import io.vertx.core.Future;
import java.util.List;

/** A kind on one node, as long as that runs. Usable from any thread. */
public interface KindService {
  /** What the other services know of it. */
  ActivityKind kind();

  /** Where its results are read. */
  ActivityExport export();

  /** Files with this kind alone. */
  default List<KindDownload> downloads() {
    return List.of();
  }

  /** What it does on one event loop, of which it is called. */
  KindHandlers handlers(LoopServices loop);

  /** Turns on in the first room what simulated people use. */
  default Future<Void> simulated(LoadedEvent event) {
    return Future.succeededFuture();
  }
}
