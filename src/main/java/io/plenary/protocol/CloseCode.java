package io.plenary.protocol;

/**
 * Why the server closes a connection. The same table as {@code codes.json}, which a test holds it
 * to.
 */
public enum CloseCode {
  RESTARTING(4000, "restarting", true, "The server is restarting. The page reconnects by itself."),
  PROTOCOL_ERROR(
      4001,
      "protocolError",
      false,
      "The page and the server do not understand each other. Reload the page."),
  TOO_SLOW(
      4002, "tooSlow", true, "The connection could not keep up. The page reconnects by itself."),
  REFUSED(4003, "refused", false, "This link or token is not valid (any more)."),
  SILENT(4004, "silent", true, "Nothing was heard for too long. The page reconnects by itself."),
  SIGNED_OUT(4005, "signedOut", false, "You were signed out. Sign in again."),
  EVENT_GONE(4006, "eventGone", false, "This event no longer exists."),
  ROOM_FULL(4007, "roomFull", false, "The room is full."),
  UNAVAILABLE(
      4008,
      "unavailable",
      true,
      "The event cannot be read right now. The page reconnects by itself."),
  ROLE_CHANGED(
      4009,
      "roleChanged",
      true,
      "What you may do at this event changed. The page reconnects by itself."),
  NOT_STAFF(
      4010,
      "notStaff",
      false,
      "You do not help run this event or room (any more). Ask one of its organisers."),
  ROOM_GONE(4011, "roomGone", false, "This room was closed. The event goes on in its other rooms."),
  ELSEWHERE(
      4012,
      "elsewhere",
      false,
      "Too many pages are open with this phone's place in the room, so this one was closed. Reload"
          + " it to go on here."),
  TOO_LARGE(1009, "tooLarge", false, "The message is larger than 64 KiB.");

  private final int number;
  private final String wire;
  private final boolean reconnect;
  private final String message;

  CloseCode(int number, String wire, boolean reconnect, String message) {
    this.number = number;
    this.wire = wire;
    this.reconnect = reconnect;
    this.message = message;
  }

  /** The code of the close frame (RFC 6455, section 7.4) and of {@code goodbye}. */
  public int number() {
    return number;
  }

  public String wire() {
    return wire;
  }

  /** Whether the client should come back by itself. */
  public boolean reconnect() {
    return reconnect;
  }

  public String message() {
    return message;
  }
}
