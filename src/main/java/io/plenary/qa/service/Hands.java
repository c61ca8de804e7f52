package io.plenary.qa.service;

import io.plenary.hub.Broker.Hint;
import io.plenary.hub.Channel;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.protocol.QaServerMessage;
import io.plenary.protocol.QueueWire.Hand;
import io.plenary.qa.Qa;
import io.plenary.qa.service.HandSignals.Held;
import io.plenary.qa.service.HandSignals.Signal;
import io.plenary.room.service.Board;
import io.plenary.room.service.EventStore.Loaded;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

/**
 * At which question each moderator is, so that they see each other's hands. Told at most once a second, to the other nodes too; stored
 * nowhere, and forgotten with the connection. Lives on the owner's context.
 */
public final class Hands {
  /** Every so many ticks the other nodes are told what they may have missed. */
  static final int AGAIN = 5;
  private static final long TICK_MS = 1_000;

  private final Board board;
  private final Hub hub;
  private final Context owner;
  private final String node;
  private final Map<Hint, Map<String, Held>> hands = new LinkedHashMap<>();
  private final OtherHands others = new OtherHands();
  /** Where hands of this node moved, and where any did. */
  private final Set<Hint> own = new HashSet<>();
  private final Set<Hint> moved = new HashSet<>();
  private HandSignals signals;
  private long ticks;

  /** @param node random name of this node */
  public Hands(Board board, Hub hub, Context owner, String node) {
    this.node = node;
    this.board = board;
    this.hub = hub;
    this.owner = owner;
  }

  public void start(Vertx vertx) {
    vertx.setPeriodic(TICK_MS, id -> tick());
  }

  /** From now on other nodes are told, and heard. On the owner's context. */
  public void share(HandSignals with) {
    signals = with;
    with.listen(signal -> {
      if (!signal.node().equals(node) && others.hear(signal, ticks)) moved.add(signal.place());
    });
  }

  /**
   * From any thread.
   *
   * @param hand names the connection
   * @param who the person, as the others shall read it
   * @param question null: at none
   */
  public void hold(String eventId, String qaId, String hand, String who, String question) {
    Hint place = new Hint(eventId, qaId);
    Loaded loaded = board.peek(eventId);
    if (loaded == null || !(loaded.state().activities().get(qaId) instanceof Qa)) return; // nothing is kept for what is not there
    owner.runOnContext(v -> {
      Map<String, Held> here = hands.computeIfAbsent(place, p -> new LinkedHashMap<>());
      Held now = question == null ? null : new Held(hand, who, question);
      Held before = now == null ? here.remove(hand) : here.put(hand, now);
      if (now == null ? before != null : !now.equals(before)) own.add(place);
    });
  }

  /** The connection is gone. From any thread. */
  public void gone(String hand) {
    try {
      owner.runOnContext(v -> hands.forEach((place, here) -> {
        if (here.remove(hand) != null) own.add(place);
      }));
    } catch (RejectedExecutionException e) {
      // The node ends, and all hands with it.
    }
  }

  List<Hand> of(String eventId, String qaId) {
    Hint place = new Hint(eventId, qaId);
    return Stream.concat(at(place).stream(), others.at(place).stream()).map(h -> new Hand(h.hand(), h.who(), h.question())).toList();
  }

  private List<Held> at(Hint place) {
    return List.copyOf(hands.getOrDefault(place, Map.of()).values());
  }

  private void tick() {
    moved.addAll(own);
    moved.addAll(others.forget(++ticks));
    if (ticks % AGAIN == 0) own.addAll(hands.keySet());
    if (signals != null) own.forEach(place -> signals.send(new Signal(node, place, at(place))));
    own.clear();
    for (Hint place : moved) {
      Loaded loaded = board.peek(place.eventId());
      if (loaded == null || !loaded.state().activities().containsKey(place.activity())) continue;
      Frame frame = Frame.latest(new QaServerMessage.Hands(place.activity(), of(place.eventId(), place.activity())), "hands:" + place.activity(), Channel.QUEUE);
      hub.broadcast(QaTicker.queue(place.eventId(), loaded.state().roomOf(place.activity()).id()), frame);
    }
    moved.clear();
    hands.values().removeIf(Map::isEmpty);
  }
}
