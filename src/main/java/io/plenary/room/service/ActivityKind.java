package io.plenary.room.service;

import io.plenary.hub.Broker.Hint;
import io.plenary.room.Activity;

/** What a kind of activity brings: one of these is all the rest of the server knows of it. Usable from any thread. */
public interface ActivityKind {
  /** The word of {@link Activity#kind()}. */
  String kind();

  ActivityViews views();

  /** Told on the owner's context that answers moved; an empty activity means: of any activity of the event. */
  void moved(Hint hint);

  Sealable sealable();

  /** What stands of this kind in every new room; null when nothing does. */
  default Activity standing(String id) {
    return null;
  }
}
