package io.plenary.simulation;

import io.plenary.protocol.Wire;

/** What a person does with the phone in hand. One per phone; lives on its event loop. */
public interface Habit {
  /** @param activity what the phone shows now, null while it waits for the first poll */
  void sees(Phone phone, Wire.Poll activity);
}
