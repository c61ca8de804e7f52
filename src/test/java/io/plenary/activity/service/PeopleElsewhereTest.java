package io.plenary.activity.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.ManualLoop;
import io.plenary.activity.EventState;
import io.plenary.activity.service.EventStore.Place;
import io.plenary.activity.service.PresenceStore.Answer;
import io.plenary.activity.service.PresenceStore.Counted;
import io.plenary.hub.Hub;
import io.plenary.kinds.choice.Polls;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node hears of the others' people, also when that goes wrong. */
class PeopleElsewhereTest {
  private static final EventState STATE = Polls.state();
  private static final Place HALL = new Place(Polls.EVENT, Polls.HALL);
  private static final Answer THREE_ELSEWHERE =
      new Answer(Map.of(Polls.HALL, new Counted(3, 5)), 0, 1, 1, 0, Set.of("b"));

  private final ManualLoop loop = new ManualLoop();
  private final EventCache board =
      new EventCache(new Connection(new ModelStore(STATE)), loop.context());
  private final List<Promise<Answer>> asked = new ArrayList<>();

  /** What is thrown when it is told who the others are, and when a wish is asked for. */
  private RuntimeException taking;

  private RuntimeException wishing;

  private final SharedPlaces places =
      new SharedPlaces() {
        @Override
        public int most() {
          return 10;
        }

        @Override
        public Wish wish(String eventId) {
          if (wishing != null) throw wishing;
          return new Wish(1, 1, 1);
        }

        @Override
        public boolean granted(String eventId, int places, int free, int lacking) {
          return false;
        }

        @Override
        public void alone(String eventId) {}

        @Override
        public boolean lacks(String eventId) {
          return false;
        }
      };

  private final Attendance attendance = new Attendance();
  private final Joins joins = new Joins(new NobodyJoins(), loop.vertx(), loop.context());

  private final PeopleElsewhere people =
      new PeopleElsewhere(
          (event, node, mine) -> {
            asked.add(Promise.promise());
            return asked.get(asked.size() - 1).future();
          },
          "a",
          attendance,
          joins,
          board,
          loop.vertx(),
          places,
          (event, others) -> {
            if (taking != null) throw taking;
          });

  private record NobodyJoins() implements JoinStore {
    @Override
    public Future<Joined> join(String eventId, String room, List<String> people) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Future<Long> joined(String eventId, String room) {
      throw new UnsupportedOperationException();
    }
  }

  @BeforeEach
  void load() {
    board.get(Polls.EVENT);
    loop.run();
  }

  private void answer() {
    asked.get(asked.size() - 1).complete(THREE_ELSEWHERE);
  }

  @Test
  void whoWaitsForAnAnswerThatCannotBeTakenUpIsToldSo() {
    taking = new IllegalStateException("not as expected");
    Future<Long> exchange = people.exchange(STATE);
    Future<Void> page = people.places(Polls.EVENT);
    answer();
    assertEquals(taking, exchange.cause());
    answer(); // to what was asked for the page
    assertTrue(page.succeeded(), "it waits no longer");
    taking = null;
    Future<Long> next = people.exchange(STATE);
    answer();
    assertTrue(next.succeeded(), "it is asked again");
    assertEquals(3, asked.size());
    assertEquals(3, people.at(HALL));
  }

  @Test
  void whoWaitsForWhatCannotBeAskedIsToldSo() {
    wishing = new IllegalStateException("not as expected");
    assertEquals(wishing, people.exchange(STATE).cause());
    assertTrue(people.places(Polls.EVENT).succeeded());
    wishing = null;
    Future<Long> next = people.exchange(STATE);
    answer();
    assertTrue(next.succeeded());
  }

  @Test
  void ofAnEventThatIsLetGoNothingIsKept() {
    PresenceCounters numbers = new PresenceCounters(joins, attendance, people::at);
    new PresenceTicker(board, numbers, people, null, new Hub(), loop.vertx(), loop.context())
        .start();
    people.exchange(STATE);
    answer();
    assertEquals(3, people.at(HALL));
    assertEquals(1, people.events());
    Future<Long> late = people.exchange(STATE);
    new IdleEvents(board, () -> Set.of(), Duration.ZERO).look();
    loop.run();
    assertEquals(0, people.at(HALL));
    answer();
    assertTrue(late.succeeded());
    assertEquals(0, people.events(), "an answer that comes after");
  }
}
