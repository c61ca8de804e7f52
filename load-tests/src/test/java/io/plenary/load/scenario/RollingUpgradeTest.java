package io.plenary.load.scenario;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.wire.Golden;
import org.junit.jupiter.api.Test;

class RollingUpgradeTest {
  private static ObjectNode error(String code, String message) {
    return Golden.JSON
        .createObjectNode()
        .put("type", "error")
        .put("code", code)
        .put("message", message);
  }

  @Test
  void a_new_kind_is_refused_with_words_that_name_it() {
    String words = "Not all servers know this kind of activity (pebbles) yet.";
    assertNull(RollingUpgrade.notRefused(error("wrongState", words), "pebbles"));
  }

  @Test
  void everything_else_is_wrong() {
    assertNotNull(RollingUpgrade.notRefused(error("wrongState", "It is locked."), "pebbles"));
    assertNotNull(RollingUpgrade.notRefused(error("invalidField", "No (pebbles)."), "pebbles"));
    ObjectNode done = Golden.JSON.createObjectNode().put("type", "done").put("id", "a1");
    assertNotNull(RollingUpgrade.notRefused(done, "pebbles"));
  }
}
