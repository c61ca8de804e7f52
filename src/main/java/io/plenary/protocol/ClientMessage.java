package io.plenary.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.plenary.words.Role;
import org.jspecify.annotations.Nullable;

/**
 * A message a client may send: the connection's own here, the others in one file per group. {@link
 * MessageType} says how each is read. {@code type} on the wire is the record's name with a small
 * first letter. {@code ref} names the message on its connection, {@code rev} is the revision the
 * sender decided on.
 */
@JsonPropertyOrder("type")
public interface ClientMessage {
  /** The word on the wire, which travels before everything else. */
  @JsonProperty
  default String type() {
    return MessageType.typeOf(getClass());
  }

  /** Id of the activity it is about; null when {@link #room} says where, or nothing does. */
  default @Nullable String activity() {
    return null;
  }

  /** Id of the room it is about; null when it is about an activity, or about the event. */
  default @Nullable String room() {
    return null;
  }

  /** A message that is answered by its {@code ref}. */
  interface Referenced extends ClientMessage {
    long ref();
  }

  /** What organisers (and, for some, others) send; answered by {@code done} or {@code error}. */
  interface Command extends Referenced {}

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
  }

  record Ping() implements ClientMessage {}
}
