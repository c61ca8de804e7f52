package io.plenary.simulation;

import io.plenary.protocol.ServerMessage;
import io.plenary.protocol.ServerMessage.AttendeeSnapshot;
import java.util.Set;

/** What a person does with the phone in hand. One per phone; lives on its event loop. */
public interface Habit {
  void sees(Phone phone, AttendeeSnapshot now);

  /** Told of every message, of snapshots before {@link #sees}. */
  default void hears(Phone phone, ServerMessage message) {}

  /** Connected, for the first time or again. */
  default void online(Phone phone) {}

  default void offline(Phone phone) {}

  /** Types of messages that this person does not look at. They are not even read. */
  default Set<String> ignored() {
    return Set.of();
  }
}
