package io.plenary.voting.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.ManualLoop;
import io.plenary.activity.Activity.State;
import io.plenary.activity.Change;
import io.plenary.activity.Lifecycle;
import io.plenary.activity.service.Attendance;
import io.plenary.activity.service.Connection;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.activity.service.ModelStore;
import io.plenary.activity.service.NoteQueue;
import io.plenary.activity.service.StoreUnavailable;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConnectedPeopleTest {
  private record Call(String poll, long round, List<String> voters) {}

  private final ManualLoop loop = new ManualLoop();
  private final ModelStore events =
      new ModelStore(Polls.state(Polls.poll("p", State.DRAFT), Polls.poll("q", State.DRAFT)));
  private final EventCache board = new EventCache(new Connection(events), loop.context());
  private final Attendance attendance = new Attendance();
  private final List<Call> calls = new ArrayList<>();
  private final Set<String> noted = new TreeSet<>();
  private final List<ChangeNotification> moved = new ArrayList<>();
  private int keysMade;
  private Throwable fault;

  ConnectedPeopleTest() {
    ConnectedStore store =
        (event, poll, round, people, graceMs) -> {
          calls.add(
              new Call(poll, round, people.stream().map(ConnectedStore.Seen::voter).toList()));
          if (fault != null) return Future.failedFuture(fault);
          long before = noted.size();
          people.forEach(seen -> noted.add(poll + round + " " + seen.voter()));
          return Future.succeededFuture(noted.size() - before);
        };
    Voters voters =
        new Voters() {
          @Override
          public String voterKey(Key poll, String participant) {
            keysMade++;
            return "key of " + participant;
          }

          @Override
          public String receipt(Key poll, long round, String voterKey) {
            throw new UnsupportedOperationException();
          }

          @Override
          public String receiptHash(String pollId, long round, String receipt) {
            throw new UnsupportedOperationException();
          }
        };
    new ConnectedPeople(
            board, attendance, store, voters, loop.vertx(), loop.context(), 5_000, moved::add)
        .start();
    board.refresh(Polls.EVENT);
    loop.run();
  }

  private void come(int from, int to) {
    for (int i = from; i < to; i++) attendance.enter(Polls.EVENT, Polls.HALL, "person" + i);
  }

  private void leave(int from, int to) {
    for (int i = from; i < to; i++) attendance.leave(Polls.EVENT, Polls.HALL, "person" + i);
  }

  private void change(Function<Poll, Change> rule) {
    unseen(rule);
    board.refresh(Polls.EVENT);
    loop.run();
  }

  /** The store moves on, and this node does not hear of it yet. */
  private void unseen(Function<Poll, Change> rule) {
    events.commit(rule.apply(Polls.in(events.state(), "p")));
  }

  private void open() {
    change(p -> Lifecycle.open(events.state(), "p", p.rev()));
  }

  private void lock() {
    change(p -> Lifecycle.lock(events.state(), "p", p.rev()));
  }

  private void settle() {
    for (int i = 0; i < 3; i++) loop.tick();
  }

  @Test
  @DisplayName(
      "R1 whoever is here when it opens is noted in chunks, whoever comes later as they come, and"
          + " coming back costs nothing")
  void r1_whoIsHereAndWhoComes() {
    come(0, 2_500);
    loop.run();
    assertEquals(List.of(), calls, "nothing is open");
    open();
    settle();
    assertEquals(
        List.of(NoteQueue.CHUNK, NoteQueue.CHUNK, 500),
        calls.stream().map(call -> call.voters.size()).toList());
    assertEquals(2_500, noted.size());
    assertEquals(Set.of(new ChangeNotification(Polls.EVENT, "p")), Set.copyOf(moved));
    leave(0, 2_500);
    come(0, 2_501);
    settle();
    assertEquals(List.of("key of person2500"), calls.get(3).voters);
    assertEquals(4, calls.size());
    assertEquals(2_501, keysMade, "nothing is worked out twice");
  }

  @Test
  @DisplayName("R1 who comes after the lock, or to another room, is not noted")
  void r1_notAfterTheLock() {
    open();
    come(0, 1);
    settle();
    lock();
    come(1, 3);
    attendance.enter(Polls.EVENT, "another", "person9");
    settle();
    assertEquals(Set.of("p1 key of person0"), noted);
    open();
    settle();
    assertEquals(
        Set.of("p1 key of person0", "p1 key of person1", "p1 key of person2"),
        noted,
        "all openings together");
  }

  @Test
  @DisplayName("R1 a lock and a reopening that this node saw as one is a new opening")
  void r1_openingsThatRunTogether() {
    open();
    come(0, 1);
    settle();
    unseen(p -> Lifecycle.lock(events.state(), "p", p.rev()));
    open();
    settle();
    assertEquals(
        2, calls.size(), "who came while it was locked was refused, so all are noted again");
  }

  @Test
  @DisplayName("R1 after a reset everybody here is noted anew, for the new round alone")
  void r1_anotherRound() {
    come(0, 2);
    open();
    settle();
    change(p -> Lifecycle.reset(events.state(), "p", p.rev()));
    open();
    settle();
    assertEquals(List.of(1L, 2L), calls.stream().map(Call::round).toList());
    assertEquals(4, noted.size());
  }

  @Test
  @DisplayName("R1 what the store did not take is sent again until it does")
  void r1_theStoreWasAway() {
    fault = new StoreUnavailable("test");
    come(0, 2);
    open();
    settle();
    leave(0, 2);
    come(2, 3);
    settle();
    assertEquals(Set.of(), noted);
    fault = null;
    settle();
    assertEquals(3, noted.size(), "those who left meanwhile too");
  }

  @Test
  @DisplayName("R1 one person in two tabs is one, and each poll has its own list")
  void r1_oneByOne() {
    come(0, 1);
    come(0, 1);
    open();
    settle();
    assertEquals(1, noted.size());
    events.commit(Lifecycle.open(events.state(), "q", Polls.in(events.state(), "q").rev()));
    board.refresh(Polls.EVENT);
    settle();
    come(5, 6);
    settle();
    assertEquals(
        Set.of("p1 key of person0", "q1 key of person0", "q1 key of person5"),
        noted,
        "p is locked since q opened");
  }
}
