package io.plenary.activity.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plenary.toy.PebblesKind;
import io.plenary.toy.Toy;
import io.plenary.toy.ToyKind;
import io.plenary.voting.service.BallotActivityKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindsTest {
  private final Kinds kinds = new Kinds(null);

  @Test
  void whatIsWrittenHasAKindThatTakesIt() {
    PebblesKind pebbles = new PebblesKind();
    kinds.add(new BallotActivityKind(pebbles, null, hint -> {}, null));
    kinds.add(new ToyKind());
    kinds.check(List.of(pebbles.kind()));
    var refused =
        assertThrows(
            IllegalStateException.class, () -> kinds.check(List.of(pebbles.kind(), Toy.KIND)));
    assertEquals("no kind takes drafts of " + Toy.KIND, refused.getMessage());
    assertThrows(IllegalStateException.class, () -> kinds.check(List.of("unknown")));
  }

  @Test
  void noTwoHaveOneWord() {
    kinds.add(new ToyKind());
    assertThrows(IllegalArgumentException.class, () -> kinds.add(new ToyKind()));
  }
}
