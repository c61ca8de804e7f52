package io.plenary.activity.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsTest {
  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonHasACodeOfItsName(Reason reason) {
    ServerMessage.Error error = Refusals.error(4L, new RuleViolation(reason, "Say what to do."));
    assertEquals(reason.name(), error.code().name());
    assertEquals("Say what to do.", error.message());
    assertEquals(4L, error.ref());
    assertNull(error.retryAfterMs());
  }

  @Test
  void whatIsNoRefusalMayBeTriedAgain() {
    assertEquals(ErrorCode.TRY_AGAIN, Refusals.error(1L, new StoreUnavailable("test")).code());
    ServerMessage.Error fault = Refusals.error(null, new IllegalStateException("secret"));
    assertEquals(ErrorCode.BUSY, fault.code());
    assertEquals(ErrorCode.BUSY.message(), fault.message());
    assertNotNull(fault.retryAfterMs());
  }
}
