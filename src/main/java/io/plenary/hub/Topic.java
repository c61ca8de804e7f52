package io.plenary.hub;

/** What a connection follows. */
public record Topic(String eventId, String roomId, Audience audience, Channel channel) {
  public Topic(String eventId, String roomId, Audience audience) {
    this(eventId, roomId, audience, Channel.MAIN);
  }
}
