package io.plenary.simulation;

import io.plenary.protocol.ServerMessage.AttendeeSnapshot;

/** What a person does with the phone in hand. One per phone; lives on its event loop. */
public interface Habit {
  void sees(Phone phone, AttendeeSnapshot now);
}
