package io.plenary.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.plenary.words.ActivityState;
import io.plenary.words.Results;
import io.plenary.words.Theme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records that messages are made of, shaped as in {@code src/main/protocol/v1}. They are what
 * travels, not what the rules work on: each feature translates at its edge.
 */
public final class Wire {
  private Wire() {}

  /** Largest integer of the wire: what every JSON reader holds exactly (RFC 8259, section 6). */
  public static final long MAX_INTEGER = (1L << 53) - 1;

  /** What is said only when it is so: true, or null. */
  public static @Nullable Boolean said(boolean so) {
    return so ? Boolean.TRUE : null;
  }

  /**
   * Dates are ISO 8601 days in {@code timeZone} (IANA name). {@code smallGroup}: in polls opened
   * from now on every vote shows at once.
   */
  public record EventDetails(
      String name,
      String startsOn,
      String endsOn,
      String timeZone,
      List<String> frameOrigins,
      @JsonInclude(Include.NON_DEFAULT) boolean smallGroup) {
    public EventDetails {
      frameOrigins = List.copyOf(frameOrigins);
    }
  }

  /**
   * How an event's stages look. {@code ground}, {@code bar} and {@code leader}: the host's colours,
   * {@code #rrggbb}, or null for Plenary's.
   */
  public record Look(
      Theme theme, @Nullable String ground, @Nullable String bar, @Nullable String leader) {}

  /**
   * How one stage looks now. {@code zoom}: per cent. {@code until}: when a countdown ends, in epoch
   * milliseconds, null when none runs. {@code event}: as the host chose it, null for Plenary's
   * look. {@code logo}: path of the picture, null when there is none.
   */
  public record StageLook(
      Theme theme,
      boolean byResult,
      int zoom,
      @JsonInclude(Include.NON_NULL) @Nullable Long until,
      @JsonInclude(Include.NON_NULL) @Nullable Look event,
      @JsonInclude(Include.NON_NULL) @Nullable String logo) {}

  /**
   * {@code result} has the shape of the activity's kind: whatever Jackson writes so; lists and maps
   * when it was read. It is null while hidden from this audience. {@code voted} is the base of
   * percentages. These and {@code abstained} are as published last; {@code answers}: people whose
   * vote is counted now, of {@code connected} who were there while it was open. {@code complete}:
   * the last step was made.
   */
  public record Tally(
      long round,
      long version,
      @Nullable Object result,
      long voted,
      long abstained,
      long late,
      long answers,
      long connected,
      @JsonInclude(Include.NON_NULL) @Nullable Boolean complete) {
    /**
     * For clients: the result in the shape of a kind they know, null while hidden.
     *
     * @throws IllegalArgumentException when it is of another shape
     */
    public <T> @Nullable T result(Class<T> shape) {
      return result == null ? null : Json.MAPPER.convertValue(result, shape);
    }
  }

  /** {@code joined}: who ever said hello; {@code here}: connected now. */
  public record Presence(long joined, long here) {}

  /**
   * What an audience sees of an activity: a record of its kind, which says the kind's word. Any
   * kind may bring records of its own; {@link KindWire} names those that Java reads.
   */
  @JsonPropertyOrder("kind")
  @JsonTypeInfo(
      use = JsonTypeInfo.Id.NAME,
      include = JsonTypeInfo.As.EXISTING_PROPERTY,
      property = "kind",
      visible = true,
      defaultImpl = UnknownActivity.class)
  public interface Activity {
    /** Travels before everything else. */
    @JsonProperty
    String kind();

    String id();
  }

  /** What attendees see of an activity. */
  public interface AttendeeActivity extends Activity {}

  /** What the stage shows of an activity. */
  public interface StageActivity extends Activity {}

  /** What those who run the event, and remotes, see of an activity. */
  public interface OrganiserActivity extends Activity {}

  /** What clients read of a kind they do not know. */
  public record UnknownActivity(String kind, String id)
      implements AttendeeActivity, StageActivity, OrganiserActivity {}

  /** An activity of which something may be talked about just now. */
  public interface WithSubject {
    /** Names what is being talked about, so that news can be told; null: nothing. */
    @Nullable String subject();
  }

  /** The first that is a {@code type}; null when none is. */
  public static <T> @Nullable T find(List<? extends Activity> activities, Class<T> type) {
    return activities.stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
  }

  /** An activity in which everybody has one ballot, whatever its kind. */
  public interface Ballot extends Activity {
    /** What is the same for all kinds; unwrapped on the wire. */
    BallotMembers ballot();

    String question();

    @Override
    default String id() {
      return ballot().id();
    }

    default long round() {
      return ballot().round();
    }

    default ActivityState state() {
      return ballot().state();
    }

    default Results results() {
      return ballot().results();
    }
  }

  /** What both the room and organisers are told of a ballot of any kind. */
  public interface BallotMembers {
    String id();

    long round();

    ActivityState state();

    Results results();
  }

  /** What the room sees of one. */
  public interface BallotView extends Ballot, AttendeeActivity, StageActivity {
    @Override
    RoomBallot ballot();

    /** Label of the way to abstain; null when there is none. */
    @Nullable String abstain();

    /** Null while this audience may not see it. */
    default @Nullable Tally tally() {
      return ballot().tally();
    }
  }

  /** What organisers see of one. */
  public interface OrganiserBallotView extends Ballot, OrganiserActivity {
    @Override
    OrganiserBallot ballot();

    default Tally tally() {
      return ballot().tally();
    }

    default long rev() {
      return ballot().rev();
    }
  }

  /**
   * {@code host} as people type it, {@code url} as the QR code says it, {@code qr} the path of its
   * SVG.
   */
  public record JoinInfo(String code, String host, String url, String qr) {}

  public record RoomName(String id, String name) {}

  public record EventName(String id, String name) {}

  /**
   * {@code phase}: null while the event goes on. {@code archived}: said only when it is put away.
   */
  public record OrganiserEvent(
      String id,
      long rev,
      String code,
      String name,
      String startsOn,
      String endsOn,
      String timeZone,
      List<String> frameOrigins,
      @JsonInclude(Include.NON_NULL) @Nullable Boolean smallGroup,
      @JsonInclude(Include.NON_NULL) @Nullable Look look,
      @JsonInclude(Include.NON_NULL) @Nullable String logo,
      @JsonInclude(Include.NON_NULL) @Nullable EventPhase phase,
      @JsonInclude(Include.NON_NULL) @Nullable Boolean archived) {
    public OrganiserEvent {
      frameOrigins = List.copyOf(frameOrigins);
    }
  }

  /**
   * That an event is over. {@code results}: how many results of the room {@code getResults} would
   * be answered with.
   */
  public record EventOver(Over by, long results) {}

  /**
   * {@code activity}: what was chosen for the stage, may be null. {@code byResult}, {@code zoom},
   * {@code theme} and {@code until}: how the stage shows it, as in {@link StageLook}; the theme may
   * be the event's.
   */
  public record OrganiserRoom(
      String id,
      long rev,
      String name,
      StageView view,
      @Nullable String activity,
      boolean byResult,
      int zoom,
      Theme theme,
      @JsonInclude(Include.NON_NULL) @Nullable Long until) {}

  /**
   * A room among others. {@code staged}: title of what its stage shows, null at the join screen.
   * {@code open}: what is voted on, and how many have voted of how many, or null. {@code
   * questions}: null when there are none or they are off.
   */
  public record OverviewRoom(
      String id,
      long rev,
      String name,
      String code,
      Presence presence,
      @Nullable String staged,
      @Nullable OverviewPoll open,
      @Nullable OverviewQuestions questions) {}

  public record OverviewPoll(String title, long voted, long connected) {}

  /** {@code live}: text of the question that is being answered, or null. */
  public record OverviewQuestions(long waiting, long published, @Nullable String live) {}

  /** Place in the run order: {@code index} from 1, 0 when nothing is shown. */
  public record Position(long index, long of) {}

  /** A vote that stands, as told to the one who cast it. */
  public record CountedVote(long seq, List<String> answer, boolean abstain, String receipt) {
    public CountedVote {
      answer = List.copyOf(answer);
    }
  }
}
