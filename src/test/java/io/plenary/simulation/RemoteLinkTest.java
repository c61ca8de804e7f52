package io.plenary.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RemoteLinkTest {
  @Test
  void readsThePresentersLink() {
    assertEquals(
        new RemoteLink("ev1", "room1", "s-e_c"),
        RemoteLink.parse("http://10.0.0.1:8080/remote/ev1/room1#s-e_c"));
    assertFalse(
        RemoteLink.parse("http://h/remote/ev1/room1#secret1").toString().contains("secret1"));
    assertThrows(IllegalArgumentException.class, () -> RemoteLink.parse("http://h/stage/e/r#s"));
  }
}
