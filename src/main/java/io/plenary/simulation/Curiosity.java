package io.plenary.simulation;

import io.plenary.protocol.PollState;
import io.plenary.protocol.QaWire.AttendeeQuestions;
import io.plenary.protocol.Wire;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What one person does with the questions of the room: most only vote, some read the list and
 * upvote, a few ask. The shares are guesses that make a believable hall, not measurements.
 */
final class Curiosity {
  private static final double READS = 0.3;
  private static final double ASKS = 0.06;
  private static final double SIGNS = 0.2;
  private static final double TAKES_BACK = 0.05;
  private static final List<String> BEGINNINGS =
      List.of(
          "What are the plans for",
          "How do we measure",
          "Who decides about",
          "What has worked elsewhere for",
          "When shall we see results of",
          "How can managers support",
          "What holds us back with",
          "Is there money for");
  private static final List<String> SUBJECTS =
      List.of(
          "flexible working",
          "mentoring",
          "job shares",
          "returning after a break",
          "part-time leadership",
          "the gender pay gap",
          "childcare at conferences",
          "networks across regions",
          "board appointments",
          "coaching",
          "shadowing senior roles",
          "training in the evenings");

  private final RandomGenerator random;
  private long round = -1;
  private boolean reads;

  Curiosity(RandomGenerator random) {
    this.random = random;
  }

  /**
   * @param qa null when the room has none that is on
   */
  void sees(Phone phone, @Nullable AttendeeQuestions qa) {
    if (qa == null || qa.state() != PollState.OPEN || qa.round() == round) return;
    round = qa.round();
    if (qa.asking() && random.nextDouble() < ASKS) {
      phone.later(2_000 + random.nextLong(90_000), () -> ask(phone));
    }
    if (reads || random.nextDouble() >= READS) return;
    reads = true;
    phone.later(
        1_000 + random.nextLong(20_000),
        () -> {
          phone.questions().watch(qa);
          read(phone);
        });
  }

  private void ask(Phone phone) {
    AttendeeQuestions qa = now(phone);
    if (qa == null || !qa.asking()) return;
    String text =
        BEGINNINGS.get(random.nextInt(BEGINNINGS.size()))
            + " "
            + SUBJECTS.get(random.nextInt(SUBJECTS.size()))
            + "?";
    boolean signs =
        switch (qa.names()) {
          case ANONYMOUS -> false;
          case NAMED -> true;
          case CHOICE -> random.nextDouble() < SIGNS;
        };
    phone.ask(qa, text, signs ? "Somebody in row " + (1 + random.nextInt(30)) : null);
  }

  /** Looks down the list now and then, and upvotes what others upvoted a little more often. */
  private void read(Phone phone) {
    AttendeeQuestions qa = now(phone);
    if (qa != null && !phone.questions().shown().isEmpty()) {
      List<Map.Entry<Long, Long>> list =
          phone.questions().shown().entrySet().stream()
              .sorted(Map.Entry.<Long, Long>comparingByValue().reversed())
              .toList();
      int at = (int) (list.size() * random.nextDouble() * random.nextDouble());
      phone.questions().upvote(qa, list.get(at).getKey(), random.nextDouble() >= TAKES_BACK);
    }
    phone.later(4_000 + random.nextLong(12_000), () -> read(phone));
  }

  /** Null unless it is open now. */
  private static @Nullable AttendeeQuestions now(Phone phone) {
    AttendeeQuestions qa =
        phone.seen() == null ? null : Wire.find(phone.seen().beside(), AttendeeQuestions.class);
    return qa == null || qa.state() != PollState.OPEN ? null : qa;
  }
}
