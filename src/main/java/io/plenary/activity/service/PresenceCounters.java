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

  void storeReason(@Nullable String why) {
    storeReason = why;
  }
}
