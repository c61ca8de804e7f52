package io.plenary.activity.service;

import io.plenary.activity.Room;
import io.plenary.activity.service.EventStore.Place;
import io.plenary.protocol.StoreStatus;
import io.plenary.protocol.Wire;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What changes by itself while nobody changes the event: people, and whether votes can be stored.
 */
public final class PresenceCounters {
  private final Joins joins;
  private final Attendance attendance;
  private final ToIntFunction<Place> elsewhere;

  /** Why votes cannot be stored; null: they can. */
  private volatile @Nullable String storeReason;

  /** What is left of what was destroyed; null: nothing. */
  private volatile @Nullable String unerased;

  /** Of a node that is the only one. */
  public PresenceCounters(Joins joins, Attendance attendance) {
    this(joins, attendance, place -> 0);
  }

  /**
   * @param elsewhere people in a room at other nodes
   */
  public PresenceCounters(Joins joins, Attendance attendance, ToIntFunction<Place> elsewhere) {
    this.joins = joins;
    this.attendance = attendance;
    this.elsewhere = elsewhere;
  }

  public Wire.Presence presence(String eventId, Room room) {
    int mine = attendance.here(eventId, room.id());
    long joined = joins.joined(eventId, room);
    int everywhere = mine + elsewhere.applyAsInt(new Place(eventId, room.id()));
    // Who is at two nodes is two there, and has joined once. Who came just now is not noted yet.
    int here = (int) Math.max(mine, Math.min(everywhere, joined));
    return new Wire.Presence(Math.max(here, joined), here);
  }

  public StoreStatus store() {
    return storeReason == null ? StoreStatus.OK : StoreStatus.AWAY;
  }

  /** For those who run the event; null while votes can be stored. */
  public @Nullable String storeReason() {
    return storeReason;
  }

  /**
   * For those who run the event: why votes cannot be stored, else what is left; null: all is well.
   */
  public @Nullable String storeWords() {
    String why = storeReason;
    return why != null ? why : unerased;
  }

  void unerased(@Nullable String words) {
    unerased = words;
  }

  void storeReason(@Nullable String why) {
    storeReason = why;
  }
}
