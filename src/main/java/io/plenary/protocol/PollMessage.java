package io.plenary.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.plenary.protocol.Wire.PollDraft;
import java.util.List;

/** What is said about polls and votes. */
public sealed interface PollMessage extends ClientMessage {

  <C, R> R accept(PollMessage.Handler<C, R> handler, C context);

  /** Id of the poll it is about; null when it makes one. */
  default String poll() {
    return null;
  }

  /** Id of the room it makes a poll in; null when it is about one. */
  default String room() {
    return null;
  }

  @Override
  default <C, R> R accept(ClientMessage.Handler<C, R> handler, C context) {
    return handler.poll(this, context);
  }

  /** What is done to a poll, or makes one. */
  sealed interface PollCommand extends PollMessage, ClientMessage.Command {}

  /** {@code seq} rises with every new vote of this person in this round; {@code heldMs}: how long ago Vote was pressed. */
  record CastVote(long ref, String poll, long round, String vote, long seq, List<String> choice, boolean abstain, long heldMs)
      implements PollMessage, ClientMessage.Referenced {
    public CastVote {
      choice = List.copyOf(choice);
    }

    public <C, R> R accept(PollMessage.Handler<C, R> h, C c) {
      return h.castVote(this, c);
    }
  }

  record OpenPoll(long ref, String poll, long rev) implements PollCommand {
    public <C, R> R accept(PollMessage.Handler<C, R> h, C c) {
      return h.openPoll(this, c);
    }
  }

  record LockPoll(long ref, String poll, long rev) implements PollCommand {
    public <C, R> R accept(PollMessage.Handler<C, R> h, C c) {
      return h.lockPoll(this, c);
    }
  }

  record FinalisePoll(long ref, String poll, long rev) implements PollCommand {
    public <C, R> R accept(PollMessage.Handler<C, R> h, C c) {
      return h.finalisePoll(this, c);
    }
  }

  record ResetPoll(long ref, String poll, long rev) implements PollCommand {
    public <C, R> R accept(PollMessage.Handler<C, R> h, C c) {
      return h.resetPoll(this, c);
    }
  }

  record ShowResults(long ref, String poll, long rev, Results results) implements PollCommand {
    public <C, R> R accept(PollMessage.Handler<C, R> h, C c) {
      return h.showResults(this, c);
    }
  }

  /**
   * {@code after}: the poll it comes after, null for the top. {@code id}: drawn by the sender, under which it makes one poll however often it
   * is sent; null when the server shall draw one.
   */
  record CreatePoll(long ref, String room, String after, PollDraft draft, @JsonInclude(Include.NON_NULL) String id) implements PollCommand {
    public <C, R> R accept(PollMessage.Handler<C, R> h, C c) {
      return h.createPoll(this, c);
    }
  }

  record EditPoll(long ref, String poll, long rev, PollDraft draft) implements PollCommand {
    public <C, R> R accept(PollMessage.Handler<C, R> h, C c) {
      return h.editPoll(this, c);
    }
  }

  /** {@code id}: as of {@link CreatePoll}. */
  record DuplicatePoll(long ref, String poll, @JsonInclude(Include.NON_NULL) String id) implements PollCommand {
    public <C, R> R accept(PollMessage.Handler<C, R> h, C c) {
      return h.duplicatePoll(this, c);
    }
  }

  /** {@code after}: the poll it comes after, null for the top. */
  record MovePoll(long ref, String poll, String after) implements PollCommand {
    public <C, R> R accept(PollMessage.Handler<C, R> h, C c) {
      return h.movePoll(this, c);
    }
  }

  record DeletePoll(long ref, String poll, long rev) implements PollCommand {
    public <C, R> R accept(PollMessage.Handler<C, R> h, C c) {
      return h.deletePoll(this, c);
    }
  }

  /** One method per message. */
  interface Handler<C, R> {
    R castVote(CastVote message, C context);

    R openPoll(OpenPoll message, C context);

    R lockPoll(LockPoll message, C context);

    R finalisePoll(FinalisePoll message, C context);

    R resetPoll(ResetPoll message, C context);

    R showResults(ShowResults message, C context);

    R createPoll(CreatePoll message, C context);

    R editPoll(EditPoll message, C context);

    R duplicatePoll(DuplicatePoll message, C context);

    R movePoll(MovePoll message, C context);

    R deletePoll(DeletePoll message, C context);
  }
}
