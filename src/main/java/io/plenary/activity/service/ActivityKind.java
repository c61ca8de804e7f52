package io.plenary.activity.service;

import io.plenary.activity.Activity;
import io.plenary.activity.ActivityDraft;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.protocol.WireDraft;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of activity brings: one of these is all the rest of the server knows of it. Usable
 * from any thread.
 */
public interface ActivityKind {
  /** The word of {@link Activity#kind()}. */
  String kind();

  ActivityViews views();

  /**
   * Told on the owner's context that answers moved; an empty activity means: of any activity of the
   * event.
   */
  void moved(ChangeNotification hint);

  Anonymisable anonymisable();

  /** Whether organisers write drafts of it, which {@link #draft} takes. */
  default boolean hasDrafts() {
    return false;
  }

  /** What an organiser wrote of one; of a kind without drafts none is ever read. */
  default ActivityDraft draft(WireDraft written) {
    throw new IllegalArgumentException("there are no drafts of the kind " + kind());
  }

  /** What stands of this kind in every new room; null when nothing does. */
  default @Nullable Activity alwaysOn(String id) {
    return null;
  }
}
