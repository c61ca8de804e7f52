package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreAddressTest {
  @Test
  void readsEveryPart() {
    assertEquals(
        new StoreAddress("h", 6379, null, null, 0, false), StoreAddress.parse("redis://h"));
    assertEquals(
        new StoreAddress("h", 7000, "u", "p:@/+ ", 3, true),
        StoreAddress.parse("rediss://u:p%3A%40%2F+%20@h:7000/3"));
    assertEquals(
        new StoreAddress("h", 6379, null, "p", 0, false), StoreAddress.parse("redis://:p@h/"));
    assertEquals(
        new StoreAddress("h", 6379, null, "p", 0, false), StoreAddress.parse(" redis://p@h "));
    assertEquals("[::1]:6380", StoreAddress.parse("redis://[::1]:6380").place());
    assertEquals("::1", StoreAddress.parse("redis://[::1]:6380").host());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:6379",
        "http://:hush@h",
        "redis://:hush@h:0",
        "redis://:hush@h:99999",
        "redis://:hush@h/x",
        "redis://:hu sh@h",
        "redis://:hush@"
      })
  void whatIsWrongIsSaidWithoutThePassword(String url) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> StoreAddress.parse(url));
    assertFalse(e.getMessage().contains("hush"), e.getMessage());
    assertFalse(StoreAddress.parse("redis://:hush@h").toString().contains("hush"));
  }
}
