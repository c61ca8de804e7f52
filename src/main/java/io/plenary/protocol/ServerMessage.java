package io.plenary.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.plenary.protocol.Wire.AttendeeActivity;
import io.plenary.protocol.Wire.CountedVote;
import io.plenary.protocol.Wire.EventName;
import io.plenary.protocol.Wire.EventOver;
import io.plenary.protocol.Wire.JoinInfo;
import io.plenary.protocol.Wire.OrganiserActivity;
import io.plenary.protocol.Wire.OrganiserEvent;
import io.plenary.protocol.Wire.OrganiserRoom;
import io.plenary.protocol.Wire.OverviewRoom;
import io.plenary.protocol.Wire.Position;
import io.plenary.protocol.Wire.Presence;
import io.plenary.protocol.Wire.RoomName;
import io.plenary.protocol.Wire.StageActivity;
import io.plenary.protocol.Wire.StageLook;
import io.plenary.protocol.Wire.Tally;
import io.plenary.words.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every message the server may send; what it says about one kind is in the folder of the kind.
 * {@code type} on the wire is the record's name with a small first letter and without "Message".
 * Versions of different epochs cannot be compared.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ServerMessage
    permits ServerMessage.Welcome,
        ServerMessage.Snapshot,
        ServerMessage.PublicResults,
        ServerMessage.TallyMessage,
        ServerMessage.PresenceMessage,
        ServerMessage.StoreMessage,
        ServerMessage.VoteCounted,
        ServerMessage.VoteRefused,
        ServerMessage.Done,
        ServerMessage.Notes,
        ServerMessage.Answers,
        ServerMessage.Error,
        ServerMessage.Pong,
        ServerMessage.Beat,
        ServerMessage.Goodbye,
        KindServerMessage {

  /** Everything a role sees, whole. */
  sealed interface Snapshot extends ServerMessage {
    String epoch();

    long version();
  }

  /**
   * {@code may} and {@code rooms} are for the people who run an event, else null. {@code may}:
   * names of messages they may send, and of what they may do by HTTP. {@code rooms}: where; null
   * for everywhere. {@code beatMs}: as {@code nextMs} of {@link Beat}. {@code now}: the server's
   * clock, in epoch milliseconds, because that of a page may be wrong.
   */
  @JsonPropertyOrder("protocol")
  record Welcome(
      Role role,
      long heartbeatMs,
      long beatMs,
      long graceMs,
      long now,
      String server,
      @JsonInclude(Include.NON_NULL) @Nullable List<String> may,
      @JsonInclude(Include.NON_NULL) @Nullable List<String> rooms)
      implements ServerMessage {
    public Welcome {
      may = may == null ? null : List.copyOf(may);
      rooms = rooms == null ? null : List.copyOf(rooms);
    }

    @JsonProperty
    public int protocol() {
      return Codec.PROTOCOL;
    }
  }

  /**
   * {@code kinds}: of what stands in the run order, each once, drafts too. {@code activity}: of the
   * run order, may be null. {@code beside}: what stands beside that. {@code over}: null while the
   * event goes on.
   */
  record AttendeeSnapshot(
      String epoch,
      long version,
      EventName event,
      RoomName room,
      @JsonInclude(Include.NON_NULL) @Nullable List<RoomName> rooms,
      List<String> kinds,
      @Nullable AttendeeActivity activity,
      List<AttendeeActivity> beside,
      Presence presence,
      StoreStatus store,
      @JsonInclude(Include.NON_NULL) @Nullable EventOver over)
      implements Snapshot {
    public AttendeeSnapshot {
      kinds = List.copyOf(kinds);
      beside = List.copyOf(beside);
    }
  }

  /**
   * {@code activity} may be null. {@code beside}: what is shown whatever that is. {@code ended}:
   * said only once those who run the event have ended it.
   */
  record StageSnapshot(
      String epoch,
      long version,
      EventName event,
      RoomName room,
      @JsonInclude(Include.NON_NULL) @Nullable List<RoomName> rooms,
      StageView view,
      @Nullable StageActivity activity,
      List<StageActivity> beside,
      Position position,
      StageLook look,
      JoinInfo join,
      Presence presence,
      StoreStatus store,
      @JsonInclude(Include.NON_NULL) @Nullable Boolean ended)
      implements Snapshot {
    public StageSnapshot {
      rooms = rooms == null ? null : List.copyOf(rooms);
      beside = List.copyOf(beside);
    }
  }

  record OrganiserSnapshot(
      String epoch,
      long version,
      OrganiserEvent event,
      OrganiserRoom room,
      @JsonInclude(Include.NON_NULL) @Nullable List<RoomName> rooms,
      List<OrganiserActivity> runOrder,
      List<OrganiserActivity> beside,
      JoinInfo join,
      Presence presence,
      StoreStatus store,
      @JsonInclude(Include.NON_NULL) @Nullable String storeReason,
      @JsonInclude(Include.NON_NULL) @Nullable List<String> withheld)
      implements Snapshot {
    public OrganiserSnapshot {
      withheld = withheld == null ? null : List.copyOf(withheld);
      runOrder = List.copyOf(runOrder);
      beside = List.copyOf(beside);
    }
  }

  /** All rooms of an event at once. */
  record OverviewSnapshot(String epoch, long version, List<OverviewRoom> rooms)
      implements Snapshot {
    public OverviewSnapshot {
      rooms = List.copyOf(rooms);
    }
  }

  /** What attendees may read of their room once the event is over; nothing before that. */
  record PublicResults(String epoch, long version, List<AttendeeActivity> activities)
      implements ServerMessage {
    public PublicResults {
      activities = List.copyOf(activities);
    }
  }

  record TallyMessage(String epoch, String activity, Tally tally) implements ServerMessage {}

  record PresenceMessage(String epoch, Presence presence) implements ServerMessage {}

  record StoreMessage(StoreStatus status, @JsonInclude(Include.NON_NULL) @Nullable String reason)
      implements ServerMessage {}

  /** Sent only after the vote is on disk. */
  record VoteCounted(long ref, String activity, long round, String vote, long seq, String receipt)
      implements ServerMessage {}

  /**
   * Final. {@code counted}: with {@link ErrorCode#SUPERSEDED}, this person's vote that stands; else
   * null.
   */
  record VoteRefused(
      long ref,
      String activity,
      long round,
      String vote,
      long seq,
      ErrorCode code,
      String message,
      @JsonInclude(Include.NON_NULL) @Nullable CountedVote counted)
      implements ServerMessage {
    /** Refuses {@code vote} with the standard words of {@code code}. */
    public static VoteRefused of(
        BallotMessage.CastVote vote, ErrorCode code, @Nullable CountedVote counted) {
      return new VoteRefused(
          vote.ref(),
          vote.activity(),
          vote.round(),
          vote.vote(),
          vote.seq(),
          code,
          code.message(),
          counted);
    }
  }

  /** Notes of an activity, to somebody who may run it and asked; empty for none. */
  record Notes(long ref, String activity, String notes) implements ServerMessage {}

  /**
   * Answers in people's own words, most counted first, to somebody who moderates and asked. {@code
   * total}: how many the list has, of which not all may be here.
   */
  record Answers(
      long ref, String activity, long round, long version, List<AnswerItem> items, long total)
      implements ServerMessage {
    public Answers {
      items = List.copyOf(items);
    }
  }

  /** {@code id}: of what was made, else null. */
  record Done(long ref, @JsonInclude(Include.NON_NULL) @Nullable String id)
      implements ServerMessage {}

  /**
   * {@code ref} is null when the message it answers had none that could be read; {@code
   * retryAfterMs} may be null.
   */
  record Error(
      @Nullable Long ref,
      ErrorCode code,
      String message,
      @JsonInclude(Include.NON_NULL) @Nullable Long retryAfterMs)
      implements ServerMessage {
    /** The standard words of {@code code}. */
    public static Error of(@Nullable Long ref, ErrorCode code) {
      return new Error(ref, code, code.message(), null);
    }

    public static Error of(BadMessage bad) {
      return new Error(bad.ref(), bad.code(), bad.getMessage(), null);
    }
  }

  record Pong() implements ServerMessage {}

  /**
   * A sign of life for all who follow an event while anything of it is open. {@code nextMs}: within
   * which the next one comes, 0 for none.
   */
  record Beat(long nextMs) implements ServerMessage {}

  /**
   * {@code code} is also the close code; come back after {@code afterMs} at the earliest, when
   * {@code reconnect}.
   */
  record Goodbye(int code, String message, boolean reconnect, long afterMs)
      implements ServerMessage {
    public static Goodbye of(CloseCode code, long afterMs) {
      return new Goodbye(code.number(), code.message(), code.reconnect(), afterMs);
    }
  }
}
