package io.plenary.kinds.qa.simulation;

import io.plenary.kinds.qa.wire.QaWire.AttendeeQuestions;
import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.ServerMessage;
import io.plenary.protocol.ServerMessage.AttendeeSnapshot;
import io.plenary.protocol.Wire;
import io.plenary.simulation.Habit;
import io.plenary.simulation.Phone;
import io.plenary.words.ActivityState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What one person does with the questions of the room: most only vote, some read the list and
 * upvote, a few ask. The shares are guesses that make a believable hall, not measurements.
 */
public final class Curiosity implements Habit {
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
  private @Nullable QaPart part;
  private long round = -1;
  private boolean reads;

  public Curiosity(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public void sees(Phone phone, AttendeeSnapshot now) {
    AttendeeQuestions qa = Wire.find(now.beside(), AttendeeQuestions.class);
    if (qa == null || qa.state() != ActivityState.OPEN || qa.round() == round) return;
    round = qa.round();
    if (qa.asking() && random.nextDouble() < ASKS) {
      phone.later(2_000 + (long) (90_000 * Math.pow(random.nextDouble(), 2)), () -> ask(phone));
    }
    if (reads || random.nextDouble() >= READS) return;
    reads = true;
    phone.later(
        1_000 + random.nextLong(20_000),
        () -> {
          part(phone).watch(qa);
          read(phone);
        });
  }

  @Override
  public void hears(Phone phone, ServerMessage message) {
    if (part != null) part.received(message);
  }

  @Override
  public void online(Phone phone) {
    if (part != null) part.online();
  }

  @Override
  public void offline(Phone phone) {
    if (part != null) part.offline();
  }

  /** The numbers change often, and what became of their questions is told to nobody here. */
  @Override
  public Set<String> ignored() {
    return Set.of("questionTotals", "ownQuestions");
  }

  private QaPart part(Phone phone) {
    if (part == null) part = new QaPart(new PhoneMouth(phone));
    return part;
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
    part(phone)
        .ask(qa, phone.newId(), text, signs ? "Somebody in row " + (1 + random.nextInt(30)) : null);
  }

  /** Looks down the list now and then, and upvotes what others upvoted a little more often. */
  private void read(Phone phone) {
    AttendeeQuestions qa = now(phone);
    if (qa != null && !part(phone).shown().isEmpty()) {
      List<Map.Entry<Long, Long>> list =
          part(phone).shown().entrySet().stream()
              .sorted(Map.Entry.<Long, Long>comparingByValue().reversed())
              .toList();
      int at = (int) (list.size() * random.nextDouble() * random.nextDouble());
      part(phone).upvote(qa, list.get(at).getKey(), random.nextDouble() >= TAKES_BACK);
    }
    phone.later(4_000 + random.nextLong(12_000), () -> read(phone));
  }

  /** Null unless it is open now. */
  private static @Nullable AttendeeQuestions now(Phone phone) {
    AttendeeQuestions qa =
        phone.seen() == null ? null : Wire.find(phone.seen().beside(), AttendeeQuestions.class);
    return qa == null || qa.state() != ActivityState.OPEN ? null : qa;
  }

  private final class PhoneMouth implements QaPart.Mouth {
    private final Phone phone;
    private long asked;

    PhoneMouth(Phone phone) {
      this.phone = phone;
    }

    @Override
    public boolean online() {
      return phone.online();
    }

    @Override
    public long nextRef() {
      return phone.nextRef();
    }

    @Override
    public void send(ClientMessage message) {
      phone.send(message);
    }

    @Override
    public void again(long ms) {
      long mine = ++asked;
      phone.later(
          ms + random.nextLong(ms + 1),
          () -> {
            if (mine == asked) part(phone).resend();
          });
    }
  }
}
