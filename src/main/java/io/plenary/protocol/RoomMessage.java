package io.plenary.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonValue;
import io.plenary.protocol.Wire.EventDetails;
import io.plenary.protocol.Wire.Look;
import io.plenary.words.Theme;
import org.jspecify.annotations.Nullable;

/** What is said about an event, its rooms and their stages. */
public sealed interface RoomMessage extends ClientMessage.Command {

  /** {@code activity} may be null. */
  record SetStage(long ref, String room, StageView view, @Nullable String activity)
      implements RoomMessage {}

  /** What is null stays as it is. {@code zoom}: per cent. {@code until}: of a countdown. */
  record ArrangeStage(
      long ref,
      String room,
      @JsonInclude(Include.NON_NULL) @Nullable Boolean byResult,
      @JsonInclude(Include.NON_NULL) @Nullable Integer zoom,
      @JsonInclude(Include.NON_NULL) @Nullable Theme theme,
      @JsonInclude(Include.NON_NULL) @Nullable Until until)
      implements RoomMessage {}

  /** {@code at}: epoch milliseconds; null for no countdown, which is said on the wire. */
  record Until(@JsonValue @Nullable Long at) {}

  /** {@code look}: null for Plenary's. */
  record SetLook(long ref, long rev, @Nullable Look look) implements RoomMessage {}

  /** {@code png}: the picture in base64, null for none. */
  record SetLogo(long ref, long rev, @Nullable String png) implements RoomMessage {}

  record EditEvent(long ref, long rev, EventDetails details) implements RoomMessage {}

  /** Closes everything that is open, and says so to everybody. */
  record EndEvent(long ref, long rev) implements RoomMessage {}

  /** Takes the end back. */
  record ReopenEvent(long ref, long rev) implements RoomMessage {}

  /** Finalises what is locked in run orders; of an event that is ended, all that was in use. */
  record FinaliseEvent(long ref, long rev) implements RoomMessage {}

  /** Answered with what was finalised in the room and is public, once the event is over. */
  record GetResults(long ref) implements RoomMessage {}

  /** Answered with the id of the new room. */
  record CreateRoom(long ref, String name) implements RoomMessage {}

  record EditRoom(long ref, String room, long rev, String name) implements RoomMessage {}

  record DeleteRoom(long ref, String room, long rev) implements RoomMessage {}

  /** Whether to be sent {@code overviewSnapshot} from now on. */
  record WatchOverview(long ref, boolean on) implements RoomMessage {}
}
