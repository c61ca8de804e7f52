package io.plenary.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.plenary.protocol.Wire.EventDetails;
import io.plenary.protocol.Wire.PollDraft;
import java.util.List;

/**
 * Every message a client may send. {@code type} on the wire is the record's name with a small first letter.
 * {@code ref} names the message on its connection, {@code rev} is the revision the sender decided on.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ClientMessage {

  <C, R> R accept(Handler<C, R> handler, C context);

  /** A message that is answered by its {@code ref}. */
  sealed interface Referenced extends ClientMessage {
    long ref();
  }

  /** What organisers (and, for some, remotes) send; answered by {@code done} or {@code error}. */
  sealed interface Command extends Referenced {}

  /** {@code room} and {@code token} may be null. */
  @JsonPropertyOrder("protocol")
  record Hello(Role role, String event, @JsonInclude(Include.NON_NULL) String room, @JsonInclude(Include.NON_NULL) String token)
      implements ClientMessage {
    @JsonProperty
    public int protocol() {
      return Codec.PROTOCOL;
    }

    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.hello(this, c);
    }
  }

  record Ping() implements ClientMessage {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.ping(this, c);
    }
  }

  /** {@code seq} rises with every new vote of this person in this round; {@code heldMs}: how long ago Vote was pressed. */
  record CastVote(long ref, String poll, long round, String vote, long seq, List<String> choice, boolean abstain, long heldMs)
      implements Referenced {
    public CastVote {
      choice = List.copyOf(choice);
    }

    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.castVote(this, c);
    }
  }

  record OpenPoll(long ref, String poll, long rev) implements Command {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.openPoll(this, c);
    }
  }

  record LockPoll(long ref, String poll, long rev) implements Command {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.lockPoll(this, c);
    }
  }

  record FinalisePoll(long ref, String poll, long rev) implements Command {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.finalisePoll(this, c);
    }
  }

  record ResetPoll(long ref, String poll, long rev) implements Command {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.resetPoll(this, c);
    }
  }

  record ShowResults(long ref, String poll, long rev, Results results) implements Command {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.showResults(this, c);
    }
  }

  /** {@code activity} may be null. */
  record SetStage(long ref, String room, StageView view, String activity) implements Command {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.setStage(this, c);
    }
  }

  /** {@code after}: the poll it comes after, null for the top. */
  record CreatePoll(long ref, String room, String after, PollDraft draft) implements Command {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.createPoll(this, c);
    }
  }

  record EditPoll(long ref, String poll, long rev, PollDraft draft) implements Command {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.editPoll(this, c);
    }
  }

  record DuplicatePoll(long ref, String poll) implements Command {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.duplicatePoll(this, c);
    }
  }

  /** {@code after}: the poll it comes after, null for the top. */
  record MovePoll(long ref, String poll, String after) implements Command {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.movePoll(this, c);
    }
  }

  record DeletePoll(long ref, String poll, long rev) implements Command {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.deletePoll(this, c);
    }
  }

  record EditEvent(long ref, long rev, EventDetails details) implements Command {
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.editEvent(this, c);
    }
  }

  /**
   * One method per message, so that a new message does not compile until it is handled.
   *
   * @param <C> what the handler needs to know beside the message, for example the session
   */
  interface Handler<C, R> {
    R hello(Hello message, C context);

    R ping(Ping message, C context);

    R castVote(CastVote message, C context);

    R openPoll(OpenPoll message, C context);

    R lockPoll(LockPoll message, C context);

    R finalisePoll(FinalisePoll message, C context);

    R resetPoll(ResetPoll message, C context);

    R showResults(ShowResults message, C context);

    R setStage(SetStage message, C context);

    R createPoll(CreatePoll message, C context);

    R editPoll(EditPoll message, C context);

    R duplicatePoll(DuplicatePoll message, C context);

    R movePoll(MovePoll message, C context);

    R deletePoll(DeletePoll message, C context);

    R editEvent(EditEvent message, C context);
  }
}
