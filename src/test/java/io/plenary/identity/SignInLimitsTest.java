package io.plenary.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.limit.Limits;
import io.plenary.limit.Spending;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Wrong passwords in a row from one device, at three nodes that tell each other or do not. */
class SignInLimitsTest {
  private static final String DEVICE = "device";
  private final List<Spending> texts = new ArrayList<>();
  private final List<SignInLimits> nodes = new ArrayList<>();
  private long now;

  SignInLimitsTest() {
    MacKey secret = MacKey.of("the secret of the servers".getBytes(US_ASCII));
    for (int i = 0; i < 3; i++) {
      texts.add(new Spending());
      nodes.add(new SignInLimits(() -> now, new SharedLimits(texts.get(i), secret)));
    }
  }

  private void exchange() {
    List<String> said = texts.stream().map(Spending::drain).toList();
    for (int from = 0; from < 3; from++) {
      for (int to = 0; to < 3; to++) if (from != to) texts.get(to).heard(said.get(from));
    }
  }

  private void begins(int node, int times) {
    for (int i = 0; i < times; i++) {
      now += 2_000_000_000L;
      nodes.get(node).known(DEVICE);
    }
  }

  private void succeeds(int node) {
    begins(node, 1);
    nodes.get(node).forget(DEVICE);
  }

  /** So many are counted at each node, and none more. */
  private void assertCounted(int failures) {
    int left = Limits.KNOWN_DEVICE_FAILURES - failures;
    begins(0, left - 1);
    exchange();
    for (SignInLimits node : nodes) assertFalse(node.failed(DEVICE), "more are counted");
    begins(0, 1);
    exchange();
    for (SignInLimits node : nodes) assertTrue(node.failed(DEVICE), "fewer are counted");
    for (SignInLimits node : nodes) {
      assertThrows(IdentityFailure.class, () -> node.known(DEVICE), "that is enough");
    }
    exchange();
    for (SignInLimits node : nodes) assertTrue(node.failed(DEVICE), "the same");
  }

  @Test
  void allNodesCountTogether() {
    begins(0, 2);
    begins(1, 2);
    exchange();
    begins(2, 1);
    nodes.get(2).undone(DEVICE);
    exchange();
    assertCounted(4);
  }

  @Test
  void aSuccessForgetsAlsoWhatItsNodeNeverHeard() {
    begins(1, 5);
    texts.get(1).drain(); // lost on the way
    succeeds(0);
    exchange();
    begins(2, 1);
    exchange();
    assertCounted(1);
  }

  @Test
  void whatWasForgottenMeanwhileIsNotTakenBackAgain() {
    begins(1, 1);
    exchange();
    succeeds(0);
    exchange();
    begins(0, 3);
    nodes.get(1).undone(DEVICE);
    nodes.get(1).undone(DEVICE);
    exchange();
    assertCounted(3);
  }

  @Test
  void whatComesAfterASuccessIsCountedAlsoWhenBothAreToldAtOnce() {
    begins(0, 4);
    begins(1, 2);
    exchange();
    begins(0, 1);
    succeeds(0);
    begins(0, 2);
    exchange();
    assertCounted(2);
  }

  @Test
  void successesThatCrossForgetNothingTwice() {
    begins(2, 3);
    exchange();
    succeeds(0);
    succeeds(1);
    exchange();
    begins(1, 2);
    exchange();
    assertCounted(2);
  }
}
