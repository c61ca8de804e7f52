package io.plenary.activity.service;

import io.plenary.activity.Activity;
import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.RoomRules;
import io.plenary.activity.Stage;
import io.plenary.hub.Audience;
import io.plenary.hub.Channel;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.hub.Topic;
import io.plenary.protocol.ServerMessage.OverviewSnapshot;
import io.plenary.protocol.Wire.OrganiserBallotView;
import io.plenary.protocol.Wire.OverviewPoll;
import io.plenary.protocol.Wire.OverviewQuestions;
import io.plenary.protocol.Wire.OverviewRoom;
import io.plenary.words.ActivityState;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All rooms of an event at once, to whoever watches them: at most once a second, and only when
 * something has changed.
 */
public final class Overview {
  private static final long TICK_MS = 1_000;
  private final EventCache board;
  private final Kinds kinds;
  private final PresenceCounters numbers;
  private final Hub hub;
  private final Map<String, OverviewSnapshot> sent = new HashMap<>();

  public Overview(EventCache board, Kinds kinds, PresenceCounters numbers, Hub hub) {
    this.board = board;
    this.kinds = kinds;
    this.numbers = numbers;
    this.hub = hub;
  }

  public void start(Vertx vertx) {
    vertx.setPeriodic(TICK_MS, id -> tick());
  }

  public static Topic topic(String event) {
    return new Topic(event, "", Audience.ORGANISER, Channel.OVERVIEW);
  }

  /**
   * As it is now, to somebody who begins to watch; null when this node does not know the event.
   * Usable from any thread.
   */
  public @Nullable Frame current(String event) {
    EventStore.LoadedEvent loaded = board.peek(event);
    return loaded == null ? null : frame(of(loaded.state()));
  }

  private void tick() {
    sent.keySet().retainAll(board.known());
    board.each("the overview of its rooms", this::tell);
  }

  private void tell(EventStore.LoadedEvent loaded) {
    String event = loaded.state().event().id();
    if (loaded.state().rooms().size() == 1 && !sent.containsKey(event)) return;
    OverviewSnapshot now = of(loaded.state());
    if (!now.equals(sent.put(event, now))) hub.broadcast(topic(event), frame(now));
  }

  private static Frame frame(OverviewSnapshot snapshot) {
    return Frame.latest(snapshot, "overview", Channel.OVERVIEW);
  }

  private OverviewSnapshot of(EventState state) {
    return new OverviewSnapshot(
        state.epoch(),
        state.version(),
        state.rooms().stream().map(room -> of(state, room)).toList());
  }

  private OverviewRoom of(EventState state, Room room) {
    Activity staged =
        room.stage().view() == Stage.View.JOIN ? null : RoomRules.onStage(state, room);
    OverviewPoll open =
        views(state, state.inOrder(room))
            .filter(OrganiserBallotView.class::isInstance)
            .map(OrganiserBallotView.class::cast)
            .filter(ballot -> ballot.state() == ActivityState.OPEN)
            .findFirst()
            .map(
                ballot ->
                    new OverviewPoll(
                        ballot.question(), ballot.tally().answers(), ballot.tally().connected()))
            .orElse(null);
    OverviewQuestions questions =
        state.alwaysOn(room).values().stream()
            .map(a -> kinds.of(a).views().forOverview(state, a))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return new OverviewRoom(
        room.id(),
        room.rev(),
        room.name(),
        room.code() == null ? state.event().code() : room.code(),
        numbers.presence(state.event().id(), room),
        staged == null ? null : staged.title(),
        open,
        questions);
  }

  private Stream<Object> views(EventState state, Map<String, Activity> activities) {
    return activities.values().stream().map(a -> kinds.of(a).views().forOrganisers(state, a));
  }
}
