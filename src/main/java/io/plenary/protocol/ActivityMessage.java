package io.plenary.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/** What is done to an activity, whatever its kind, or makes one. */
public sealed interface ActivityMessage extends ClientMessage.Command {

  <C, R> R accept(ActivityMessage.Handler<C, R> handler, C context);

  /** Id of the activity it is about; null when it makes one. */
  default @Nullable String activity() {
    return null;
  }

  /** Id of the room it makes an activity in; null when it is about one. */
  default @Nullable String room() {
    return null;
  }

  @Override
  default <C, R> R accept(ClientMessage.Handler<C, R> handler, C context) {
    return handler.activity(this, context);
  }

  record OpenActivity(long ref, String activity, long rev) implements ActivityMessage {
    @Override
    public <C, R> R accept(ActivityMessage.Handler<C, R> h, C c) {
      return h.openActivity(this, c);
    }
  }

  record LockActivity(long ref, String activity, long rev) implements ActivityMessage {
    @Override
    public <C, R> R accept(ActivityMessage.Handler<C, R> h, C c) {
      return h.lockActivity(this, c);
    }
  }

  record ShowResults(long ref, String activity, long rev, Results results)
      implements ActivityMessage {
    @Override
    public <C, R> R accept(ActivityMessage.Handler<C, R> h, C c) {
      return h.showResults(this, c);
    }
  }

  record ResetActivity(long ref, String activity, long rev) implements ActivityMessage {
    @Override
    public <C, R> R accept(ActivityMessage.Handler<C, R> h, C c) {
      return h.resetActivity(this, c);
    }
  }

  record FinaliseActivity(long ref, String activity, long rev) implements ActivityMessage {
    @Override
    public <C, R> R accept(ActivityMessage.Handler<C, R> h, C c) {
      return h.finaliseActivity(this, c);
    }
  }

  record DeleteActivity(long ref, String activity, long rev) implements ActivityMessage {
    @Override
    public <C, R> R accept(ActivityMessage.Handler<C, R> h, C c) {
      return h.deleteActivity(this, c);
    }
  }

  /** {@code after}: the activity it comes after, null for the top. */
  record MoveActivity(long ref, String activity, @Nullable String after)
      implements ActivityMessage {
    @Override
    public <C, R> R accept(ActivityMessage.Handler<C, R> h, C c) {
      return h.moveActivity(this, c);
    }
  }

  /** {@code id}: as of {@link CreateActivity}. */
  record DuplicateActivity(
      long ref, String activity, @JsonInclude(Include.NON_NULL) @Nullable String id)
      implements ActivityMessage {
    @Override
    public <C, R> R accept(ActivityMessage.Handler<C, R> h, C c) {
      return h.duplicateActivity(this, c);
    }
  }

  /**
   * {@code after}: the activity it comes after, null for the top. {@code id}: drawn by the sender,
   * under which it makes one activity however often it is sent; null when the server shall draw
   * one.
   */
  record CreateActivity(
      long ref,
      String room,
      @Nullable String after,
      String kind,
      WireDraft draft,
      @JsonInclude(Include.NON_NULL) @Nullable String id)
      implements ActivityMessage {
    @Override
    public <C, R> R accept(ActivityMessage.Handler<C, R> h, C c) {
      return h.createActivity(this, c);
    }
  }

  /** {@code kind}: of the draft, and of the activity it is for. */
  record EditActivity(long ref, String activity, long rev, String kind, WireDraft draft)
      implements ActivityMessage {
    @Override
    public <C, R> R accept(ActivityMessage.Handler<C, R> h, C c) {
      return h.editActivity(this, c);
    }
  }

  /** One method per message. */
  interface Handler<C, R> {
    R openActivity(OpenActivity message, C context);

    R lockActivity(LockActivity message, C context);

    R showResults(ShowResults message, C context);

    R resetActivity(ResetActivity message, C context);

    R finaliseActivity(FinaliseActivity message, C context);

    R deleteActivity(DeleteActivity message, C context);

    R moveActivity(MoveActivity message, C context);

    R duplicateActivity(DuplicateActivity message, C context);

    R createActivity(CreateActivity message, C context);

    R editActivity(EditActivity message, C context);
  }
}
