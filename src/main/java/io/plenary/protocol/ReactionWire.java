package io.plenary.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The records and words that messages about reactions share; see {@link Wire}. */
public final class ReactionWire {
  private ReactionWire() {}

  public enum Reaction implements WireEnum { CLAP, HEART, IDEA, QUESTION }

  /** Taps, not people. */
  public record ReactionCounts(long clap, long heart, long idea, long question) {}

  /** Phones see only that they may react: what is off is not there. */
  @JsonPropertyOrder("kind")
  public record AttendeeReactions(String id) implements Wire.AttendeeActivity {
    @JsonProperty
    public String kind() {
      return "reactions";
    }
  }

  /** Beside whatever the stage shows. */
  @JsonPropertyOrder("kind")
  public record StageReactions(String id, ReactionCounts totals) implements Wire.BesideStage {
    @JsonProperty
    public String kind() {
      return "reactions";
    }
  }

  @JsonPropertyOrder("kind")
  public record OrganiserReactions(String id, long rev, boolean on, ReactionCounts totals) implements Wire.OrganiserActivity {
    @JsonProperty
    public String kind() {
      return "reactions";
    }
  }
}
