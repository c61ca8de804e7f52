package io.plenary.kinds.reactions.wire;

import io.plenary.kinds.reactions.Reactions;
import io.plenary.protocol.KindWire;
import io.plenary.protocol.Wire;
import io.plenary.words.Word;
import java.util.List;

/** The records and words that messages about reactions share; see {@link Wire}. */
public final class ReactionWire {
  /** All that the wire must know of the kind. */
  public static final KindWire ALL =
      new KindWire(
          Reactions.KIND,
          null,
          List.of(AttendeeReactions.class, StageReactions.class, OrganiserReactions.class),
          ReactionReader.TYPES,
          List.of(ReactionServerMessage.ReactionsMessage.class));

  private ReactionWire() {}

  public enum Reaction implements Word {
    CLAP,
    HEART,
    IDEA,
    QUESTION
  }

  /** Taps, not people. */
  public record ReactionCounts(long clap, long heart, long idea, long question) {}

  /** Phones see only that they may react: what is off is not there. */
  public record AttendeeReactions(String id) implements Wire.AttendeeActivity {
    @Override
    public String kind() {
      return Reactions.KIND;
    }
  }

  /** Beside whatever the stage shows. */
  public record StageReactions(String id, ReactionCounts totals) implements Wire.StageActivity {
    @Override
    public String kind() {
      return Reactions.KIND;
    }
  }

  public record OrganiserReactions(String id, long rev, boolean on, ReactionCounts totals)
      implements Wire.OrganiserActivity {
    @Override
    public String kind() {
      return Reactions.KIND;
    }
  }
}
