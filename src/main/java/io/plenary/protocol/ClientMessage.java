package io.plenary.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * Every message a client may send: the connection's own here, the others in one file per group.
 * {@code type} on the wire is the record's name with a small first letter. {@code ref} names the
 * message on its connection, {@code rev} is the revision the sender decided on.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ClientMessage
    permits ClientMessage.Hello,
        ClientMessage.Ping,
        ClientMessage.Referenced,
        BallotMessage,
        QaMessage,
        ReactionMessage {

  <C, R> R accept(Handler<C, R> handler, C context);

  /** A message that is answered by its {@code ref}. */
  sealed interface Referenced extends ClientMessage
      permits Command, BallotMessage.CastVote, QaMessage.Request {
    long ref();
  }

  /** What organisers (and, for some, others) send; answered by {@code done} or {@code error}. */
  sealed interface Command extends Referenced
      permits RoomMessage, ActivityMessage, QaMessage.QaCommand, ReactionMessage.EditReactions {}

  /**
   * {@code page}: the same in both connections of a page that doubts the first, and in no other
   * page's; null when it never opens two.
   */
  record Hello(
      Role role,
      String event,
      @JsonInclude(Include.NON_NULL) @Nullable String room,
      @JsonInclude(Include.NON_NULL) @Nullable String token,
      @JsonInclude(Include.NON_NULL) @Nullable String page)
      implements ClientMessage {
    public Hello(Role role, String event, @Nullable String room, String token) {
      this(role, event, room, token, null);
    }

    @JsonProperty
    public int protocol() {
      return Codec.PROTOCOL;
    }

    @Override
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.hello(this, c);
    }
  }

  record Ping() implements ClientMessage {
    @Override
    public <C, R> R accept(Handler<C, R> h, C c) {
      return h.ping(this, c);
    }
  }

  /**
   * One method per group, and one per message in the group's own handler, so that a new message
   * does not compile until it is handled.
   *
   * @param <C> what the handler needs to know beside the message, for example the session
   */
  interface Handler<C, R> {
    R hello(Hello message, C context);

    R ping(Ping message, C context);

    R room(RoomMessage message, C context);

    R activity(ActivityMessage message, C context);

    R ballot(BallotMessage message, C context);

    R qa(QaMessage message, C context);

    R reaction(ReactionMessage message, C context);
  }
}
