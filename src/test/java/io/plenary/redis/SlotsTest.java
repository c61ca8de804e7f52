package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.redis.embedded.TestRedis;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SlotsTest {
  @Test
  @DisplayName("O15 slots are those that Redis says")
  void asRedis() throws IOException {
    try (TestRedis redis = TestRedis.withSlots()) {
      for (String key :
          List.of(
              "123456789", "plenary:{e}:state", "{}a", "a{b}{c}", "a{b", "a}b{c}", "ä{ö}", "{")) {
        assertEquals(redis.call("CLUSTER KEYSLOT " + key), ":" + Slots.of(key), key);
      }
    }
    assertEquals(0x31C3, Slots.of("123456789"), "the value of the specification");
  }

  @Test
  void aServersOwnKeysAreInItsSlots() {
    BitSet all = new BitSet();
    all.set(0, Slots.COUNT);
    assertEquals(
        new ServerKeys("plenary:test", "plenary:epoch", "plenary:canary"), ServerKeys.in(all));
    BitSet some = new BitSet();
    some.set(5_461, 10_923);
    ServerKeys keys = ServerKeys.in(some);
    for (String name : List.of(keys.test(), keys.epoch(), keys.canary() + ":any")) {
      assertTrue(some.get(Slots.of(name)), name);
    }
    some.flip(0, Slots.COUNT);
    assertNotEquals(keys, ServerKeys.in(some));
  }
}
