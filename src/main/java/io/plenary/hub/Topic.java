package io.plenary.hub;

/** What a connection follows. */
public record Topic(String eventId, String roomId, Audience audience) {}
