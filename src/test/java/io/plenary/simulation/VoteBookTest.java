package io.plenary.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.protocol.BallotMessage.CastVote;
import io.plenary.protocol.Wire.CountedVote;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VoteBookTest {
  private static final String POLL = "poll1";

  enum Step {
    CAST,
    SEND,
    SEND_OLD,
    ARRIVE,
    LOSE_QUESTION,
    ANSWER,
    LOSE_ANSWER,
    ANSWER_TWICE
  }

  private record Answer(Vote to, Vote stands) {}

  /**
   * A network that loses, repeats and reorders what it carries, and a server that keeps the highest
   * sequence.
   */
  private static final class World {
    final VoteBook book = new VoteBook();
    final Random random;
    final List<Vote> made = new ArrayList<>();
    final List<Vote> questions = new ArrayList<>();
    final List<Answer> answers = new ArrayList<>();
    Vote stored;
    long acknowledged;

    World(long seed) {
      random = new Random(seed);
    }

    void step(Step step) {
      switch (step) {
        case CAST ->
            made.add(
                book.cast(
                    POLL,
                    1,
                    "vote" + made.size(),
                    List.of("o" + random.nextInt(4)),
                    false,
                    made.size()));
        case SEND -> questions.addAll(book.pending());
        case SEND_OLD -> pick(made, false, questions::add);
        case ARRIVE -> pick(questions, true, this::arrive);
        case LOSE_QUESTION -> pick(questions, true, v -> {});
        case ANSWER -> pick(answers, true, this::hear);
        case LOSE_ANSWER -> pick(answers, true, v -> {});
        case ANSWER_TWICE -> pick(answers, false, this::hear);
        default -> throw new AssertionError(step);
      }
    }

    /** The answer says how things stood when the vote came, however late it is heard. */
    Answer arrive(Vote vote) {
      if (stored == null || vote.seq() > stored.seq()) stored = vote;
      Answer answer = new Answer(vote, stored);
      answers.add(answer);
      return answer;
    }

    void hear(Answer answer) {
      Vote stands = answer.stands;
      if (answer.to.equals(stands)) {
        book.counted(POLL, 1, stands.id());
      } else {
        book.refused(
            POLL,
            1,
            answer.to.id(),
            new CountedVote(stands.seq(), stands.answer(), stands.abstain(), "R"));
      }
      acknowledged = Math.max(acknowledged, stands.seq());
    }

    private <T> void pick(List<T> from, boolean take, Consumer<T> then) {
      if (from.isEmpty()) return;
      int i = random.nextInt(from.size());
      then.accept(take ? from.remove(i) : from.get(i));
    }
  }

  @Property(tries = 500)
  void nothingIsLostWhateverTheNetworkDoes(
      @ForAll @Size(max = 120) List<Step> steps, @ForAll long seed) {
    World world = new World(seed);
    for (Step step : steps) {
      world.step(step);
      assertEquals(
          world.acknowledged,
          world.book.standing(POLL, 1).map(Vote::seq).orElse(0L),
          "the newest acknowledged vote stands");
      for (Vote waiting : world.book.pending()) {
        assertTrue(world.made.contains(waiting), "sent again unchanged");
      }
      Vote last = world.made.isEmpty() ? null : world.made.get(world.made.size() - 1);
      assertTrue(
          last == null || world.book.waiting(POLL, 1) || world.acknowledged == last.seq(),
          "the last vote waits or is counted");
    }
    world.questions.clear();
    for (Vote waiting : world.book.pending()) {
      world.hear(world.arrive(waiting));
    }
    assertTrue(world.book.pending().isEmpty());
    if (world.made.isEmpty()) return;
    Vote last = world.made.get(world.made.size() - 1);
    assertEquals(last, world.stored, "the last decision is what the server holds");
    assertEquals(last.answer(), world.book.standing(POLL, 1).orElseThrow().answer());
  }

  @Test
  void sequencesGoUpPerPollAndRound() {
    VoteBook book = new VoteBook();
    assertEquals(1, book.cast(POLL, 1, "a", List.of("x"), false, 0).seq());
    assertEquals(2, book.cast(POLL, 1, "b", List.of("y"), false, 0).seq());
    assertEquals(1, book.cast(POLL, 2, "c", List.of("x"), false, 0).seq());
    assertEquals(1, book.cast("poll2", 1, "d", List.of("x"), false, 0).seq());
  }

  @Test
  void goesOnFromWhatAnotherPageOfTheSamePersonVoted() {
    VoteBook book = new VoteBook();
    book.cast(POLL, 1, "a", List.of("x"), false, 0);
    book.refused(POLL, 1, "a", new CountedVote(7, List.of("y"), false, "R"));
    assertEquals(List.of("y"), book.standing(POLL, 1).orElseThrow().answer());
    assertEquals(8, book.cast(POLL, 1, "b", List.of("x"), false, 0).seq());
  }

  @Test
  void aRefusedVoteIsOverAndTheOneBeforeItStands() {
    VoteBook book = new VoteBook();
    book.cast(POLL, 1, "a", List.of("x"), false, 0);
    book.counted(POLL, 1, "a");
    book.cast(POLL, 1, "b", List.of("y"), false, 0);
    book.refused(POLL, 1, "b", null);
    assertFalse(book.waiting(POLL, 1));
    assertEquals("a", book.standing(POLL, 1).orElseThrow().id());
  }

  @Test
  void saysHowLongItWasHeld() {
    Vote vote = new VoteBook().cast(POLL, 3, "a", List.of("x"), false, 1_000);
    assertEquals(
        new CastVote(9, POLL, 3, "a", 1, List.of("x"), false, 250), vote.message(9, 1_250));
    assertEquals(0, vote.message(9, 900).heldMs(), "a clock that went back is no credit");
  }
}
