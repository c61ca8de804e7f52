package io.plenary.room.service;

import io.plenary.protocol.StoreStatus;
import io.plenary.protocol.Wire;
import io.plenary.room.Room;

/** What changes by itself while nobody changes the event: people, and whether votes can be stored. */
public final class Numbers {
  private final Joins joins;
  private final Attendance attendance;
  private volatile StoreStatus store = StoreStatus.OK;

  public Numbers(Joins joins, Attendance attendance) {
    this.joins = joins;
    this.attendance = attendance;
  }

  public Wire.Presence presence(String eventId, Room room) {
    int here = attendance.here(eventId, room.id());
    return new Wire.Presence(Math.max(here, joins.joined(eventId, room)), here);
  }

  public StoreStatus store() {
    return store;
  }

  void store(StoreStatus now) {
    store = now;
  }
}
