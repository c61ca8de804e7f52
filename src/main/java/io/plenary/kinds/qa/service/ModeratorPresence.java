package io.plenary.kinds.qa.service;

import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.hub.Channel;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.service.HandSignals.Held;
import io.plenary.kinds.qa.service.HandSignals.Signal;
import io.plenary.kinds.qa.wire.QaServerMessage;
import io.plenary.kinds.qa.wire.QueueWire.Hand;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * At which question each moderator is, so that they see each other's hands. Told at most once a
 * second, to the other nodes too; stored nowhere, and forgotten with the connection. Lives on the
 * owner's context.
 */
public final class ModeratorPresence {
  private static final long TICK_MS = 1_000;

  /** A node that tells nothing for longer is gone, and its moderators' hands with it. */
  static final long SILENT_MS = 1_700;

  private static final long LOOK_MS = 100;

  private final EventCache board;
  private final Hub hub;
  private final Context owner;
  private final String node;
  private final Map<ChangeNotification, Map<String, Held>> hands = new LinkedHashMap<>();
  private final OtherHands others = new OtherHands(SILENT_MS * 1_000_000);

  /** Where hands of this node moved, and where any did. */
  private final Set<ChangeNotification> own = new HashSet<>();

  private final Set<ChangeNotification> moved = new HashSet<>();
  private @Nullable HandSignals signals;

  /**
   * @param node random name of this node
   */
  public ModeratorPresence(EventCache board, Hub hub, Context owner, String node) {
    this.node = node;
    this.board = board;
    this.hub = hub;
    this.owner = owner;
  }

  public void start(Vertx vertx) {
    vertx.setPeriodic(TICK_MS, id -> tick());
    vertx.setPeriodic(LOOK_MS, id -> look());
  }

  /** From now on other nodes are told, and heard. On the owner's context. */
  public void share(HandSignals with) {
    signals = with;
    with.listen(
        signal -> {
          boolean news = !signal.node().equals(node) && others.hear(signal, System.nanoTime());
          if (news) moved.add(signal.place());
        });
  }

  /**
   * From any thread.
   *
   * @param hand names the connection
   * @param who the person, as the others shall read it
   * @param question null: at none
   */
  public void hold(
      String eventId, String qaId, String hand, String who, @Nullable String question) {
    ChangeNotification place = new ChangeNotification(eventId, qaId);
    LoadedEvent loaded = board.peek(eventId);
    if (loaded == null || !(loaded.state().activities().get(qaId) instanceof Qa)) {
      return; // nothing is kept for what is not there
    }
    owner.runOnContext(
        v -> {
          Map<String, Held> here = hands.computeIfAbsent(place, p -> new LinkedHashMap<>());
          Held now = question == null ? null : new Held(hand, who, question);
          Held before = now == null ? here.remove(hand) : here.put(hand, now);
          if (now == null ? before != null : !now.equals(before)) own.add(place);
        });
  }

  /** The connection is gone. From any thread. */
  public void gone(String hand) {
    try {
      owner.runOnContext(
          v ->
              hands.forEach(
                  (place, here) -> {
                    if (here.remove(hand) != null) own.add(place);
                  }));
    } catch (RejectedExecutionException e) {
      // The node ends, and all hands with it.
    }
  }

  List<Hand> of(String eventId, String qaId) {
    ChangeNotification place = new ChangeNotification(eventId, qaId);
    return Stream.concat(at(place).stream(), others.at(place).stream())
        .map(h -> new Hand(h.hand(), h.who(), h.question()))
        .toList();
  }

  private List<Held> at(ChangeNotification place) {
    return List.copyOf(hands.getOrDefault(place, Map.of()).values());
  }

  /** Where somebody has a hand it is told again and again: who falls silent is gone. */
  private void tick() {
    moved.addAll(own);
    own.addAll(hands.keySet());
    HandSignals nodes = signals;
    if (nodes != null) own.forEach(place -> nodes.send(new Signal(node, place, at(place))));
    own.clear();
    hands.values().removeIf(Map::isEmpty);
    show();
  }

  private void look() {
    if (moved.addAll(others.forget(System.nanoTime()))) show();
  }

  private void show() {
    moved.forEach(
        place ->
            board
                .failures()
                .guard("showing moderators' hands", place.eventId(), () -> show(place)));
    moved.clear();
  }

  private void show(ChangeNotification place) {
    LoadedEvent loaded = board.peek(place.eventId());
    if (loaded == null || !loaded.state().activities().containsKey(place.activity())) return;
    Frame frame =
        Frame.latest(
            new QaServerMessage.Hands(place.activity(), of(place.eventId(), place.activity())),
            "hands:" + place.activity(),
            Channel.QUEUE);
    hub.broadcast(
        QaTicker.queue(place.eventId(), loaded.state().roomOf(place.activity()).id()), frame);
  }
}
