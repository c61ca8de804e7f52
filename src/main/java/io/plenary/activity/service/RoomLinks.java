package io.plenary.activity.service;

import io.plenary.activity.service.EventStore.LoadedEvent;

/** Addresses of a room's pages. The secret stands in the fragment, which browsers do not send. */
public final class RoomLinks {
  private final JoinAddress address;

  public RoomLinks(JoinAddress address) {
    this.address = address;
  }

  /**
   * @param kind "stage" or "remote"
   */
  public String of(LoadedEvent loaded, String roomId, String kind) {
    String secret =
        (kind.equals("stage") ? loaded.links().stage() : loaded.links().remote()).get(roomId);
    return address.base()
        + "/"
        + kind
        + "/"
        + loaded.state().event().id()
        + "/"
        + roomId
        + "#"
        + secret;
  }
}
