package io.plenary.load.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.wire.Answers;
import io.plenary.load.wire.Golden;
import java.util.List;
import java.util.Map;

/** A kind with ballots: what is asked, what phones answer, and what must come of it. */
public interface BallotKind {
  /** What is asked. */
  enum Size {
    /** As in most rooms. */
    USUAL,
    /** With so many answers that two wrong ballots hardly ever make a right total. */
    MANY
  }

  /** What the command line calls it. */
  String name();

  /**
   * A {@code createActivity}; whoever sends it says the room.
   *
   * @param results who sees the numbers: hidden, stage, everyone
   */
  ObjectNode create(Golden golden, Size size, String results);

  /**
   * What phones answer to it.
   *
   * @param asked the activity as its organisers see it
   */
  Answers answers(JsonNode asked, Size size);

  /**
   * Whether the numbers of an export are those of the ballots that stand in it.
   *
   * @param ballots how many have these entries; none when abstaining
   * @param faults where to say what is wrong
   */
  void check(JsonNode results, Map<List<String>, Integer> ballots, List<String> faults);
}
