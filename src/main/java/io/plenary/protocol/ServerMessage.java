package io.plenary.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.plenary.protocol.Wire.CountedVote;
import io.plenary.protocol.Wire.EventName;
import io.plenary.protocol.Wire.JoinInfo;
import io.plenary.protocol.Wire.OrganiserEvent;
import io.plenary.protocol.Wire.OrganiserPoll;
import io.plenary.protocol.Wire.OrganiserRoom;
import io.plenary.protocol.Wire.Poll;
import io.plenary.protocol.Wire.Position;
import io.plenary.protocol.Wire.Presence;
import io.plenary.protocol.Wire.RoomName;
import io.plenary.protocol.Wire.Tally;
import java.util.List;

/**
 * Every message the server may send. {@code type} on the wire is the record's name with a small first letter and without
 * "Message". Versions of different epochs cannot be compared.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ServerMessage {

  <C, R> R accept(Handler<C, R> handler, C context);

  /** Everything a role sees, whole. */
  sealed interface Snapshot extends ServerMessage {
    String epoch();

    long version();
  }

  @JsonPropertyOrder("protocol")
  record Welcome(Role role, long heartbeatMs, long graceMs, String server) implements ServerMessage {
    @JsonProperty
    public int protocol() {
      return Codec.PROTOCOL;
    }

    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.welcome(this, c);
    }
  }

  /** {@code activity} may be null. */
  record AttendeeSnapshot(String epoch, long version, EventName event, RoomName room, Poll activity, Presence presence,
      StoreStatus store) implements Snapshot {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.attendeeSnapshot(this, c);
    }
  }

  /** {@code activity} may be null. */
  record StageSnapshot(String epoch, long version, EventName event, RoomName room, StageView view, Poll activity,
      Position position, JoinInfo join, Presence presence, StoreStatus store) implements Snapshot {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.stageSnapshot(this, c);
    }
  }

  record OrganiserSnapshot(String epoch, long version, OrganiserEvent event, OrganiserRoom room, List<OrganiserPoll> runOrder,
      JoinInfo join, Presence presence, StoreStatus store) implements Snapshot {
    public OrganiserSnapshot {
      runOrder = List.copyOf(runOrder);
    }

    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.organiserSnapshot(this, c);
    }
  }

  record TallyMessage(String epoch, String poll, Tally tally) implements ServerMessage {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.tally(this, c);
    }
  }

  record PresenceMessage(String epoch, Presence presence) implements ServerMessage {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.presence(this, c);
    }
  }

  record StoreMessage(StoreStatus status) implements ServerMessage {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.store(this, c);
    }
  }

  /** Sent only after the vote is on disk. */
  record VoteCounted(long ref, String poll, long round, String vote, long seq, String receipt) implements ServerMessage {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.voteCounted(this, c);
    }
  }

  /** Final. {@code counted}: with {@link ErrorCode#SUPERSEDED}, this person's vote that stands; else null. */
  record VoteRefused(long ref, String poll, long round, String vote, long seq, ErrorCode code, String message,
      @JsonInclude(Include.NON_NULL) CountedVote counted) implements ServerMessage {
    /** Refuses {@code vote} with the standard words of {@code code}. */
    public static VoteRefused of(ClientMessage.CastVote vote, ErrorCode code, CountedVote counted) {
      return new VoteRefused(vote.ref(), vote.poll(), vote.round(), vote.vote(), vote.seq(), code, code.message(), counted);
    }

    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.voteRefused(this, c);
    }
  }

  /** {@code id}: of what was made, else null. */
  record Done(long ref, @JsonInclude(Include.NON_NULL) String id) implements ServerMessage {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.done(this, c);
    }
  }

  /** {@code ref} is null when the message it answers had none that could be read; {@code retryAfterMs} may be null. */
  record Error(Long ref, ErrorCode code, String message, @JsonInclude(Include.NON_NULL) Long retryAfterMs)
      implements ServerMessage {
    /** The standard words of {@code code}. */
    public static Error of(Long ref, ErrorCode code) {
      return new Error(ref, code, code.message(), null);
    }

    public static Error of(BadMessage bad) {
      return new Error(bad.ref(), bad.code(), bad.getMessage(), null);
    }

    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.error(this, c);
    }
  }

  record Pong() implements ServerMessage {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.pong(this, c);
    }
  }

  /** {@code code} is also the close code; come back after {@code afterMs} at the earliest, when {@code reconnect}. */
  record Goodbye(int code, String message, boolean reconnect, long afterMs) implements ServerMessage {
    public static Goodbye of(CloseCode code, long afterMs) {
      return new Goodbye(code.number(), code.message(), code.reconnect(), afterMs);
    }

    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.goodbye(this, c);
    }
  }

  /** One method per message, so that a new message does not compile until it is handled. */
  interface Handler<C, R> {
    R welcome(Welcome message, C context);

    R attendeeSnapshot(AttendeeSnapshot message, C context);

    R stageSnapshot(StageSnapshot message, C context);

    R organiserSnapshot(OrganiserSnapshot message, C context);

    R tally(TallyMessage message, C context);

    R presence(PresenceMessage message, C context);

    R store(StoreMessage message, C context);

    R voteCounted(VoteCounted message, C context);

    R voteRefused(VoteRefused message, C context);

    R done(Done message, C context);

    R error(Error message, C context);

    R pong(Pong message, C context);

    R goodbye(Goodbye message, C context);
  }
}
