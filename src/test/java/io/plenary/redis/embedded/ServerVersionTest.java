package io.plenary.redis.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerVersionTest {
  @Test
  @DisplayName("O13: versions are read from what the servers print")
  void printedVersionsAreRead() {
    assertEquals(
        Optional.of(ServerVersion.noted("redis 7.0.15").orElseThrow()),
        ServerVersion.said("Redis server v=7.0.15 sha=00000000:0 malloc=libc bits=64 build=0"));
    assertEquals(
        Optional.of(ServerVersion.noted("valkey 8.1.1").orElseThrow()),
        ServerVersion.said("Valkey server v=8.1.1 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64"));
    assertEquals(Optional.empty(), ServerVersion.said("--version"));
    assertEquals(Optional.empty(), ServerVersion.said("redis-cli 7.0.15"));
    assertEquals(Optional.empty(), ServerVersion.noted("redis 7.0"));
  }

  @ParameterizedTest(name = "O13: {1} after {0}: {2}")
  @CsvSource({
    "redis 7.0.15, redis 7.0.15, true",
    "redis 7.0.15, redis 8.0.2, true",
    "redis 7.0.15, valkey 8.1.1, true",
    "redis 7.2.9, valkey 7.2.4, true",
    "redis 6.2.14, valkey 9.0.0, true",
    "valkey 8.1.1, valkey 9.0.0, true",
    "redis 8.0.2, redis 7.0.15, false",
    "redis 7.2.9, redis 7.2.8, false",
    "redis 7.4.0, valkey 9.0.0, false",
    "redis 8.0.2, valkey 9.0.0, false",
    "valkey 8.1.1, redis 8.0.2, false",
    "valkey 7.2.5, redis 7.2.5, false",
    "valkey 9.0.0, valkey 8.1.1, false"
  })
  void readsWhatAnotherOneWrote(String before, String next, boolean reads) {
    assertEquals(
        reads,
        ServerVersion.noted(next).orElseThrow().reads(ServerVersion.noted(before).orElseThrow()));
  }

  @Test
  @DisplayName("O13: versions before 7.0 are too old")
  void oldOnesAreTooOld() {
    assertTrue(ServerVersion.noted("redis 6.2.20").orElseThrow().tooOld());
    assertFalse(ServerVersion.noted("redis 7.0.0").orElseThrow().tooOld());
    assertFalse(ServerVersion.noted("valkey 7.2.4").orElseThrow().tooOld());
  }
}
