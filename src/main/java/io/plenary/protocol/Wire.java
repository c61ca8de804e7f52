package io.plenary.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * The records that messages are made of, shaped as in {@code src/main/protocol/v1/*.schema.json}. They are what travels, not
 * what the rules work on: each feature translates at its edge.
 */
public final class Wire {
  private Wire() {}

  /** Largest integer of the wire: what every JSON reader holds exactly (RFC 8259, section 6). */
  public static final long MAX_INTEGER = (1L << 53) - 1;

  /** What an organiser writes. {@code abstain}: label of the way to abstain, null offers none. */
  public record PollDraft(String question, List<OptionDraft> options, int maxChoices, String abstain, Results results) {
    public PollDraft {
      options = List.copyOf(options);
    }
  }

  /** {@code id} is null for an option that is new. {@code exclusive}: cannot be chosen together with another. */
  public record OptionDraft(String text, @JsonInclude(Include.NON_NULL) String id, @JsonInclude(Include.NON_DEFAULT) boolean exclusive) {}

  /** Dates are ISO 8601 days in {@code timeZone} (IANA name). */
  public record EventDetails(String name, String startsOn, String endsOn, String timeZone, List<String> frameOrigins) {
    public EventDetails {
      frameOrigins = List.copyOf(frameOrigins);
    }
  }

  public record Option(String id, String text, boolean exclusive) {}

  /** {@code counts} in the order of the options, null while hidden from this audience. {@code voted} is the base of percentages. */
  public record Tally(long round, long version, List<Long> counts, long voted, long abstained, long late) {
    public Tally {
      counts = counts == null ? null : List.copyOf(counts);
    }
  }

  /** {@code joined}: ever; {@code here}: connected now. */
  public record Presence(long joined, long here) {}

  /** What attendees see of an activity. */
  public sealed interface AttendeeActivity permits Poll, QaWire.AttendeeQuestions, ReactionWire.AttendeeReactions {}

  /** What organisers see of an activity. */
  public sealed interface OrganiserActivity permits OrganiserPoll, QaWire.OrganiserQuestions, ReactionWire.OrganiserReactions {}

  /** What the stage shows of an activity beside whatever it shows. */
  public sealed interface BesideStage permits ReactionWire.StageReactions {}

  /** What the stage shows of an activity; {@code kind} tells which it is. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({@Type(value = Poll.class, name = "poll"), @Type(value = QaWire.StageQuestions.class, name = "qa")})
  public sealed interface Activity permits Poll, QaWire.StageQuestions {
    String id();

    long round();
  }

  /** A poll as the room sees it. {@code abstain} and {@code tally} may be null. */
  public record Poll(String id, long round, String question, List<Option> options, int maxChoices, String abstain,
      PollState state, Results results, Tally tally) implements Activity, AttendeeActivity {
    public Poll {
      options = List.copyOf(options);
    }
  }

  /**
   * A poll as its organisers see it. {@code hasVotes}: question and options cannot be edited any more. {@code sealed}: nobody can find
   * out any more who voted what.
   */
  @JsonPropertyOrder("kind")
  public record OrganiserPoll(String id, long round, String question, List<Option> options, int maxChoices, String abstain,
      PollState state, Results results, Tally tally, long rev, boolean hasVotes, boolean sealed) implements OrganiserActivity {
    public OrganiserPoll {
      options = List.copyOf(options);
    }

    @JsonProperty
    public String kind() {
      return "poll";
    }
  }

  /** {@code host} as people type it, {@code url} as the QR code says it, {@code qr} the path of its SVG. */
  public record JoinInfo(String code, String host, String url, String qr) {}

  public record RoomName(String id, String name) {}

  public record EventName(String id, String name) {}

  public record OrganiserEvent(String id, long rev, String code, String name, String startsOn, String endsOn,
      String timeZone, List<String> frameOrigins) {
    public OrganiserEvent {
      frameOrigins = List.copyOf(frameOrigins);
    }
  }

  /** {@code activity}: what was chosen for the stage, may be null. */
  public record OrganiserRoom(String id, long rev, String name, StageView view, String activity) {}

  /**
   * A room among others. {@code staged}: title of what its stage shows, null at the join screen. {@code open}: what is voted on, and how many
   * have voted, or null. {@code questions}: null when there are none or they are off.
   */
  public record OverviewRoom(String id, long rev, String name, String code, Presence presence, String staged, OverviewPoll open,
      OverviewQuestions questions) {}

  public record OverviewPoll(String title, long voted) {}

  /** {@code live}: text of the question that is being answered, or null. */
  public record OverviewQuestions(long waiting, long published, String live) {}

  /** Place in the run order: {@code index} from 1, 0 when nothing is shown. */
  public record Position(long index, long of) {}

  /** A vote that stands, as told to the one who cast it. */
  public record CountedVote(long seq, List<String> choice, boolean abstain, String receipt) {
    public CountedVote {
      choice = List.copyOf(choice);
    }
  }
}
