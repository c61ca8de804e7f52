package io.plenary.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plenary.kinds.choice.Polls;
import io.plenary.toy.BallotKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the words of every kind of ballot. */
class BallotPaperTest {
  @Property
  void aWordSaysWhatWasSent(@ForAll BallotKind kind) {
    Answer sent = kind.answers().sample();
    String word = kind.paper.write(sent);
    Answer read = kind.paper.answer(word);
    assertEquals(sent.abstain(), read.abstain());
    assertEquals(sent.abstain(), kind.abstains(word));
    assertEquals(word, kind.paper.write(read), "sent again it is the same word");
    assertFalse(word.isEmpty() || word.contains(" "), word);
  }

  @Property
  void aWordCountsWhatWasSent(@ForAll BallotKind kind) {
    Answer sent = kind.answers().sample();
    String word = kind.paper.write(sent);
    Map<String, Long> counted = new HashMap<>();
    if (!sent.abstain()) kind.paper.count(word, Map.of(), counted);
    assertEquals(kind.adds(word), counted);
  }

  /** Ten thousand ballots of a choice cost what they did before there were other kinds. */
  @Test
  void whatIsItsOwnListOfCountersIsKeptOnce() {
    assertEquals("o1,o2", Polls.word("o2", "o1"));
    assertEquals("-", Polls.word());
    assertEquals("a=2;b=1|a*2,b", BallotKind.PEBBLES.paper.write(answer("a", "b", "a")));
    assertEquals("0|", BallotKind.PEBBLES.paper.write(answer()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a,b", "a*2", "a|b"})
  void noCounterIsCalledWhatTheScriptsWouldMisread(String name) {
    assertThrows(IllegalArgumentException.class, () -> new Contributions().add(name));
  }

  @Test
  void nothingIsNotAdded() {
    assertThrows(IllegalArgumentException.class, () -> new Contributions().add("a", 0));
  }

  private static Answer answer(String... entries) {
    return new Answer(List.of(entries), false);
  }
}
