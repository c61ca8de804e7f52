package io.plenary.transport;

import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.service.Codes;
import io.plenary.activity.service.EventCache;
import io.plenary.identity.Ids;
import io.plenary.identity.ParticipantTokens;
import io.plenary.protocol.ErrorCode;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets people join an event and go from room to room. Who comes back with a token of the event
 * stays the same person in all its rooms. They count as joined when they have said hello. Lives on
 * one event loop.
 */
final class JoinService {
  /**
   * @param back whether the person had joined before
   * @param room null when they have to choose one
   */
  record Ticket(boolean back, String token, EventState event, @Nullable Room room) {
    @Override
    public String toString() {
      return "Ticket[" + event.event().id() + "]";
    }
  }

  private final EventCache board;
  private final Codes codes;
  private final Ids ids;
  private final ParticipantTokens tokens;

  JoinService(EventCache board, Codes codes, Ids ids, ParticipantTokens tokens) {
    this.board = board;
    this.codes = codes;
    this.ids = ids;
    this.tokens = tokens;
  }

  /**
   * @param offered tokens of any events that the phone has; the first one of this event says who it
   *     is
   * @param joinKey says who it is when none does, so that two of its pages, or one that missed its
   *     answer, are one person; null: somebody new
   */
  Future<Ticket> join(String code, List<String> offered, @Nullable String joinKey) {
    return codes
        .find(code)
        .compose(
            found -> {
              if (found == null) {
                return Future.failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_CODE));
              }
              EventState event = found.loaded().state();
              String eventId = event.event().id();
              String known =
                  offered.stream()
                      .filter(token -> tokens.verify(token, eventId).isPresent())
                      .findFirst()
                      .orElse(null);
              String issued =
                  known != null
                      ? known
                      : tokens.issue(
                          eventId,
                          joinKey == null
                              ? ids.participant()
                              : tokens.participant(eventId, joinKey));
              return Future.succeededFuture(new Ticket(known != null, issued, event, found.room()));
            });
  }

  /**
   * Who has joined goes into a room of the same event.
   *
   * @param roomId null to be told which there are
   */
  Future<Ticket> enter(@Nullable String roomId, String token) {
    ParticipantTokens.Joined joined = tokens.verify(token).orElse(null);
    if (joined == null) return Future.failedFuture(HttpError.of(401, ErrorCode.NOT_SIGNED_IN));
    return board
        .get(joined.eventId())
        .compose(
            loaded -> {
              if (loaded == null) {
                return Future.failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_EVENT));
              }
              EventState event = loaded.state();
              Room room =
                  roomId != null
                      ? event.room(roomId)
                      : event.rooms().size() == 1 ? event.rooms().get(0) : null;
              return Future.succeededFuture(new Ticket(true, token, event, room));
            });
  }
}
