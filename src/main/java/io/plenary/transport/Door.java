package io.plenary.transport;

import io.plenary.identity.Ids;
import io.plenary.identity.MacKey;
import io.plenary.identity.ParticipantTokens;
import io.plenary.identity.VoterKeys;
import io.plenary.protocol.ErrorCode;
import io.plenary.room.Room;
import io.plenary.room.service.Codes;
import io.plenary.room.service.EventStore.Loaded;
import io.plenary.room.service.Joins;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets people join an event. Who comes back with a token of this event stays the same person and costs the store nothing. Lives on
 * one event loop.
 */
final class Door {
  /** @param back whether the person had joined before */
  record Ticket(boolean back, String token, String eventId, String eventName, String roomId, String roomName) {
    @Override
    public String toString() {
      return "Ticket[" + eventId + "]";
    }
  }

  private final Codes codes;
  private final Joins joins;
  private final Ids ids;
  private final ParticipantTokens tokens;
  private final VoterKeys keys;
  private final MacKey serverSecret;
  private final Map<String, MacKey> eventKeys = new HashMap<>();

  Door(Codes codes, Joins joins, Ids ids, ParticipantTokens tokens, VoterKeys keys, MacKey serverSecret) {
    this.codes = codes;
    this.joins = joins;
    this.ids = ids;
    this.tokens = tokens;
    this.keys = keys;
    this.serverSecret = serverSecret;
  }

  Future<Ticket> join(String code, String token) {
    return codes.find(code).compose(loaded -> {
      if (loaded == null) return Future.failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_CODE));
      String eventId = loaded.state().event().id();
      if (tokens.verify(token, eventId).isPresent()) return Future.succeededFuture(ticket(true, loaded, token));
      String participant = ids.participant();
      MacKey key = eventKeys.computeIfAbsent(eventId, id -> keys.eventKey(serverSecret, id));
      return joins.join(eventId, keys.joined(key, participant)).map(v -> ticket(false, loaded, tokens.issue(eventId, participant)));
    });
  }

  private static Ticket ticket(boolean back, Loaded loaded, String token) {
    Room room = loaded.state().rooms().get(0);
    return new Ticket(back, token, loaded.state().event().id(), loaded.state().event().details().name(), room.id(), room.name());
  }
}
