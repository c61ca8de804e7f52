package io.plenary.redis;

import io.plenary.room.service.StoreAway;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to hear when a link comes and goes. Belongs to the link's context; a listener that throws is logged and the rest hear. */
final class LinkEvents {
  private static final Logger LOG = LoggerFactory.getLogger(LinkEvents.class);

  private final List<Consumer<String>> ups = new ArrayList<>();
  private final List<Consumer<StoreAway>> downs = new ArrayList<>();

  /** @param runId not null: the link is up, tell this listener at once */
  void addUp(Consumer<String> listener, String runId) {
    ups.add(listener);
    if (runId != null) tell(listener, runId);
  }

  void addDown(Consumer<StoreAway> listener) {
    downs.add(listener);
  }

  void up(String runId) {
    List.copyOf(ups).forEach(listener -> tell(listener, runId));
  }

  void down(StoreAway why) {
    List.copyOf(downs).forEach(listener -> tell(listener, why));
  }

  private static <T> void tell(Consumer<T> listener, T value) {
    try {
      listener.accept(value);
    } catch (RuntimeException e) {
      LOG.error("A listener of the Redis link threw", e);
    }
  }
}
