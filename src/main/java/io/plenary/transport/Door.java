package io.plenary.transport;

import io.plenary.identity.Ids;
import io.plenary.identity.MacKey;
import io.plenary.identity.ParticipantTokens;
import io.plenary.identity.VoterKeys;
import io.plenary.protocol.ErrorCode;
import io.plenary.room.EventState;
import io.plenary.room.Room;
import io.plenary.room.service.Board;
import io.plenary.room.service.Codes;
import io.plenary.room.service.Joins;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets people join an event and go from room to room. Who comes back with a token of the event stays the same person in all its rooms.
 * Lives on one event loop.
 */
final class Door {
  /**
   * @param back whether the person had joined before
   * @param room null when they have to choose one
   */
  record Ticket(boolean back, String token, EventState event, Room room) {
    @Override
    public String toString() {
      return "Ticket[" + event.event().id() + "]";
    }
  }

  private final Board board;
  private final Codes codes;
  private final Joins joins;
  private final Ids ids;
  private final ParticipantTokens tokens;
  private final VoterKeys keys;
  private final MacKey serverSecret;
  private final Map<String, MacKey> eventKeys = new HashMap<>();

  Door(Board board, Codes codes, Joins joins, Ids ids, ParticipantTokens tokens, VoterKeys keys, MacKey serverSecret) {
    this.board = board;
    this.codes = codes;
    this.joins = joins;
    this.ids = ids;
    this.tokens = tokens;
    this.keys = keys;
    this.serverSecret = serverSecret;
  }

  Future<Ticket> join(String code, String token) {
    return codes.find(code).compose(found -> {
      if (found == null) return Future.failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_CODE));
      EventState event = found.loaded().state();
      String known = tokens.verify(token, event.event().id()).map(ParticipantTokens.Joined::participant).orElse(null);
      String participant = known == null ? ids.participant() : known;
      String issued = known == null ? tokens.issue(event.event().id(), participant) : token;
      return noted(event, found.room(), participant, known != null).map(v -> new Ticket(known != null, issued, event, found.room()));
    });
  }

  /**
   * Who has joined goes into a room of the same event.
   *
   * @param roomId null to be told which there are
   */
  Future<Ticket> enter(String roomId, String token) {
    ParticipantTokens.Joined joined = tokens.verify(token).orElse(null);
    if (joined == null) return Future.failedFuture(HttpError.of(401, ErrorCode.NOT_SIGNED_IN));
    return board.get(joined.eventId()).compose(loaded -> {
      if (loaded == null) return Future.failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_EVENT));
      EventState event = loaded.state();
      Room room = roomId != null ? event.room(roomId) : event.rooms().size() == 1 ? event.rooms().get(0) : null;
      return noted(event, room, joined.participant(), true).map(v -> new Ticket(true, token, event, room));
    });
  }

  /** Somebody who comes back to the only room there ever was is noted already, and costs the store nothing. */
  private Future<Void> noted(EventState event, Room room, String participant, boolean back) {
    String roomId = room == null || room.code() == null ? null : room.id();
    if (back && roomId == null) return Future.succeededFuture();
    String eventId = event.event().id();
    MacKey key = eventKeys.computeIfAbsent(eventId, id -> keys.eventKey(serverSecret, id));
    return joins.join(eventId, roomId, keys.joined(key, participant));
  }
}
