package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.redis.Await;
import io.vertx.redis.client.Command;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What makes every other test of a store one of its slots. */
class OneSlotTest extends StoreTest {
  private String refusal(String script, Object... keys) {
    Object[] args = new Object[2 + keys.length];
    args[0] = script;
    args[1] = keys.length;
    System.arraycopy(keys, 0, args, 2, keys.length);
    return String.valueOf(Await.failure(link.send(Command.EVAL, args)).getMessage());
  }

  @Test
  @DisplayName("O15 the Redis of these tests refuses a call whose keys are in several slots")
  void refuses() {
    String named = refusal("#!lua\nreturn 1", Keys.state("e1"), Keys.state("e2"));
    assertTrue(named.startsWith("CROSSSLOT"), named);
    String notNamed =
        refusal(
            "#!lua\nredis.call('GET', KEYS[1]) return redis.call('GET', 'plenary:{e2}:state')",
            Keys.revs("e1"));
    assertTrue(notNamed.contains("same slot"), notNamed);
    String command =
        String.valueOf(
            Await.failure(link.send(Command.DEL, Keys.REWRITE, Keys.UNERASED)).getMessage());
    assertTrue(command.startsWith("CROSSSLOT"), command);
  }
}
