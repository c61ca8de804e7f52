package io.plenary.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class DurationsTest {
  @Property
  void whatIsSaidReadsBack(@ForAll @LongRange(min = 0, max = 99_999_999L) long ms)
      throws ValueType.BadValue {
    assertEquals(Duration.ofMillis(ms), Durations.read(Durations.say(Duration.ofMillis(ms))));
    Duration seconds = Duration.ofSeconds(ms);
    assertEquals(seconds, Durations.read(Durations.say(seconds)));
  }
}
