package io.plenary.activity.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plenary.toy.PointsKind;
import io.plenary.toy.Toy;
import io.plenary.toy.ToyKind;
import io.plenary.voting.service.BallotActivityKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindsTest {
  private final Kinds kinds = new Kinds(null);

  @Test
  void whatIsWrittenHasAKindThatTakesIt() {
    PointsKind points = new PointsKind();
    kinds.add(new BallotActivityKind(points, null, hint -> {}, null));
    kinds.add(new ToyKind());
    kinds.check(List.of(points.kind()));
    var refused =
        assertThrows(
            IllegalStateException.class, () -> kinds.check(List.of(points.kind(), Toy.KIND)));
    assertEquals("no kind takes drafts of " + Toy.KIND, refused.getMessage());
    assertThrows(IllegalStateException.class, () -> kinds.check(List.of("unknown")));
  }

  @Test
  void noTwoHaveOneWord() {
    kinds.add(new ToyKind());
    assertThrows(IllegalArgumentException.class, () -> kinds.add(new ToyKind()));
  }
}
