package io.plenary.hub;

import io.plenary.metrics.Count;
import io.plenary.metrics.Traffic;
import io.vertx.core.Context;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections of one event loop. Touched on that loop only, so it needs no locks. */
final class HubLoop {
  private static final Logger LOG = LoggerFactory.getLogger(HubLoop.class);
  final Context context;
  final Traffic traffic;
  private final Followed followed;
  private final Map<Topic, Set<Outbox>> followers = new HashMap<>();

  /** Connections whose peers do not keep up; nobody else is looked at without need. */
  final Set<Outbox> behind = new HashSet<>();

  HubLoop(Context context, Traffic traffic, Followed followed) {
    this.followed = followed;
    this.traffic = traffic;
    this.context = context;
  }

  void follow(Topic topic, Outbox outbox) {
    Set<Outbox> set = followers.computeIfAbsent(topic, t -> new LinkedHashSet<>());
    if (set.isEmpty()) followed.began(topic);
    if (set.add(outbox) && main(topic)) connections(topic).increment();
  }

  void leave(Topic topic, Outbox outbox) {
    Set<Outbox> set = followers.get(topic);
    if (set == null || !set.remove(outbox)) return;
    if (main(topic)) connections(topic).decrement();
    if (!set.isEmpty()) return;
    followers.remove(topic);
    followed.ended(topic);
  }

  private static boolean main(Topic topic) {
    return topic.channel() == Channel.MAIN;
  }

  private Count connections(Topic topic) {
    return traffic.connections(topic.audience().name().toLowerCase(Locale.ROOT));
  }

  void deliver(Topic topic, Frame frame) {
    for (Outbox outbox : copy(followers.get(topic))) guarded(outbox, o -> o.offer(frame));
  }

  void sweep() {
    if (behind.isEmpty()) return;
    copy(behind).forEach(outbox -> guarded(outbox, Outbox::sweep));
  }

  /** Every connection is met once, under its main topic. */
  void each(Predicate<Topic> which, Consumer<Outbox> action) {
    for (Map.Entry<Topic, Set<Outbox>> e : List.copyOf(followers.entrySet())) {
      if (main(e.getKey()) && which.test(e.getKey())) {
        copy(e.getValue()).forEach(outbox -> guarded(outbox, action));
      }
    }
  }

  /** One connection that breaks must not keep the frame from the others. */
  private static void guarded(Outbox outbox, Consumer<Outbox> action) {
    try {
      action.accept(outbox);
    } catch (RuntimeException e) {
      LOG.warn("A connection broke while it was sent something", e);
      outbox.gone();
    }
  }

  int size() {
    return followers.entrySet().stream()
        .filter(e -> main(e.getKey()))
        .mapToInt(e -> e.getValue().size())
        .sum();
  }

  /** A write that fails may remove its outbox while the loop walks over them. */
  private static List<Outbox> copy(@Nullable Set<Outbox> set) {
    return set == null ? List.of() : List.copyOf(set);
  }
}
