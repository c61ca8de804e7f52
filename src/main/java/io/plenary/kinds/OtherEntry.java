package io.plenary.kinds;

import io.plenary.activity.service.ActivityFormat;
import io.plenary.export.FileKind;
import io.plenary.protocol.KindWire;

/** What a kind brings that is no ballot; its services are put together in {@code App}. */
record OtherEntry(ActivityFormat format, KindWire wire, FileKind file) {
  /**
   * @throws IllegalStateException when two parts disagree about the word of the kind
   */
  OtherEntry {
    if (!wire.word().equals(format.kind()) || !wire.word().equals(file.kind())) {
      throw new IllegalStateException(
          "one kind is called " + format.kind() + ", " + wire.word() + " and " + file.kind());
    }
  }
}
