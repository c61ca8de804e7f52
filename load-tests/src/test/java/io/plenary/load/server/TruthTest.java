package io.plenary.load.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.kinds.choice.ChoiceKind;
import io.plenary.load.net.Loops;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.PlayedVoter;
import io.plenary.load.wire.Answers;
import io.plenary.load.wire.Golden;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TruthTest {
  private static final List<String> OPTIONS = List.of("o1", "o2", "o3");
  private final Loops loops = new Loops(1);
  private final Answers choices = Answers.of(ChoiceKind.sets(OPTIONS));
  private final Crowd crowd = new Crowd(loops, 1, 20, PlayedVoter::new);
  private final ObjectNode results = Golden.JSON.createObjectNode();

  TruthTest() {
    crowd.voters().forEach(v -> ((PlayedVoter) v).voted(3, 3));
    ArrayNode ballots = results.putArray("ballots");
    crowd.voters().forEach(v -> ballots.add(Golden.JSON.valueToTree(choices.of(v.number, 3))));
    count();
  }

  @AfterEach
  void stop() {
    loops.close();
  }

  /** Counts, voted and recount as a server would write them for the ballots that stand there. */
  private void count() {
    ArrayNode options = results.putArray("options");
    for (String option : OPTIONS) {
      int count = 0;
      for (var ballot : results.get("ballots")) {
        for (var chosen : ballot) {
          if (chosen.asText().equals(option)) count++;
        }
      }
      options.addObject().put("id", option).put("count", count);
    }
    results.put("voted", results.get("ballots").size());
    results.putObject("recount").put("agrees", true);
  }

  private Truth.Verdict check() {
    return Truth.check(results, crowd.voters(), new ChoiceKind(), choices);
  }

  @Test
  void what_is_right_is_good() {
    assertTrue(check().good(), check().toString());
    assertEquals(20, check().voters());
  }

  @Test
  void a_ballot_that_is_gone_is_seen() {
    ((ArrayNode) results.get("ballots")).remove(4);
    count();
    assertEquals(1, check().lost());
    assertFalse(check().good());
  }

  @Test
  void a_ballot_that_counts_twice_is_seen() {
    ((ArrayNode) results.get("ballots")).add(results.get("ballots").get(7));
    count();
    assertEquals(1, check().surplus());
    assertFalse(check().good());
  }

  @Test
  void an_older_vote_of_one_phone_is_seen() {
    ((ArrayNode) results.get("ballots")).set(0, Golden.JSON.valueToTree(choices.of(0, 2)));
    count();
    assertEquals(1, check().lost());
    assertEquals(1, check().surplus());
  }

  @Test
  void a_count_that_is_not_its_ballots_is_seen() {
    ObjectNode option = (ObjectNode) results.get("options").get(1);
    option.put("count", option.get("count").asInt() + 1);
    assertFalse(check().good());
  }

  @Test
  void an_unanswered_vote_and_an_export_without_ballots_are_seen() {
    ((PlayedVoter) crowd.voters().get(3)).voted(4, 3);
    assertEquals(1, check().unanswered());
    assertFalse(check().good());
    results.putNull("ballots");
    assertFalse(check().good());
  }
}
