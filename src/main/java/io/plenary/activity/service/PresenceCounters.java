package io.plenary.activity.service;

import io.plenary.activity.Room;
import io.plenary.protocol.StoreStatus;
import io.plenary.protocol.Wire;
import org.jspecify.annotations.Nullable;

/**
 * What changes by itself while nobody changes the event: people, and whether votes can be stored.
 */
public final class PresenceCounters {
  private final Joins joins;
  private final Attendance attendance;

  /** Why votes cannot be stored; null: they can. */
  private volatile @Nullable String storeReason;

  /** What is left of what was destroyed; null: nothing. */
  private volatile @Nullable String unerased;

  public PresenceCounters(Joins joins, Attendance attendance) {
    this.joins = joins;
    this.attendance = attendance;
  }

  public Wire.Presence presence(String eventId, Room room) {
    int here = attendance.here(eventId, room.id());
    return new Wire.Presence(Math.max(here, joins.joined(eventId, room)), here);
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
