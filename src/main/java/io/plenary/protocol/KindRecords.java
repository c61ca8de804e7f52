package io.plenary.protocol;

import java.util.List;
import java.util.Map;

/**
 * The records of every kind by its word: what Java, as a client, makes of an activity it reads.
 * Each kind has one record for each audience. Writing needs no list.
 */
final class KindRecords {
  static final Map<String, List<Class<? extends Wire.Activity>>> BY_WORD =
      Map.of(
          "poll", List.of(Wire.Poll.class, Wire.OrganiserPoll.class),
          "qa",
              List.of(
                  QaWire.AttendeeQuestions.class,
                  QaWire.StageQuestions.class,
                  QaWire.OrganiserQuestions.class),
          "reactions",
              List.of(
                  ReactionWire.AttendeeReactions.class,
                  ReactionWire.StageReactions.class,
                  ReactionWire.OrganiserReactions.class));

  private KindRecords() {}
}
