package io.plenary.kinds.qa.service;

import io.plenary.activity.service.EventStore.Key;
import java.util.List;

/** Port: how a Q&A knows its people. Not safe for several threads: one per event loop. */
public interface AskerKeys {
  /**
   * Code under which questions of a participant are stored: one for signed and another for
   * anonymous ones, so that not even the store shows whose an anonymous question is.
   */
  String asker(Key qa, boolean signed, String participant);

  /** Code under which upvotes of a participant are stored. */
  String upvoter(Key qa, String participant);

  /** Both codes of {@link #asker}. */
  default List<String> askers(Key qa, String participant) {
    return List.of(asker(qa, false, participant), asker(qa, true, participant));
  }
}
