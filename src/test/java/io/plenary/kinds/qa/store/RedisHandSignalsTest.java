package io.plenary.kinds.qa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.qa.service.HandSignals.Held;
import io.plenary.kinds.qa.service.HandSignals.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedisHandSignalsTest {
  @Test
  void whatIsReadIsWhatWasWritten() {
    for (List<Held> hands :
        List.of(
            List.<Held>of(),
            List.of(new Held("h1", "Ann of the  Hall ", "q1")),
            List.of(new Held("h1", "A", "q1"), new Held("h2", "\u0646\u0627\u0645 x", "q1")))) {
      Signal signal = new Signal("node", new ChangeNotification("event", "qa"), hands);
      assertEquals(signal, RedisHandSignals.read(RedisHandSignals.write(signal)));
    }
  }
}
