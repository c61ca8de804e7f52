package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who wants to hear when a link comes and goes. Belongs to the link's context; a listener that
 * throws is logged and the rest hear.
 */
final class LinkEvents {
  private static final Logger LOG = LoggerFactory.getLogger(LinkEvents.class);

  private final List<Consumer<String>> ups = new ArrayList<>();
  private final List<Consumer<StoreUnavailable>> downs = new ArrayList<>();

  /**
   * @param runId not null: the link is up, tell this listener at once
   */
  void addUp(Consumer<String> listener, @Nullable String runId) {
    ups.add(listener);
    if (runId != null) tell(listener, runId);
  }

  void addDown(Consumer<StoreUnavailable> listener) {
    downs.add(listener);
  }

  void up(String runId) {
    List.copyOf(ups).forEach(listener -> tell(listener, runId));
  }

  void down(StoreUnavailable why) {
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
