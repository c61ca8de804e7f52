package io.plenary.transport;

import io.plenary.activity.service.Attendance;
import io.plenary.activity.service.Joins;
import io.plenary.identity.MacKey;
import io.plenary.identity.VoterKeys;
import java.util.HashMap;
import java.util.Map;

/** Says who came and went: attendees who said hello, and nobody else. Lives on one event loop. */
final class Arrivals {
  private final Attendance attendance;
  private final Joins joins;
  private final VoterKeys keys;
  private final MacKey serverSecret;
  private final Map<String, MacKey> eventKeys = new HashMap<>();

  Arrivals(Attendance attendance, Joins joins, VoterKeys keys, MacKey serverSecret) {
    this.attendance = attendance;
    this.joins = joins;
    this.keys = keys;
    this.serverSecret = serverSecret;
  }

  void came(Session.Identity who) {
    String participant = who.participant();
    if (participant == null) return;
    attendance.enter(who.eventId(), who.roomId(), participant);
    joins.came(
        who.eventId(),
        who.roomId(),
        participant,
        () -> keys.joined(eventKey(who.eventId()), participant));
  }

  void went(Session.Identity who) {
    if (who.participant() != null) attendance.leave(who.eventId(), who.roomId(), who.participant());
  }

  private MacKey eventKey(String eventId) {
    return eventKeys.computeIfAbsent(eventId, id -> keys.eventKey(serverSecret, id));
  }
}
