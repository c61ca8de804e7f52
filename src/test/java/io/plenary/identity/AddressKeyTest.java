package io.plenary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AddressKeyTest {
  @Test
  void addressesOfOneSubscriberAreOne() {
    assertEquals("192.0.2.7", AddressKey.of("192.0.2.7"));
    assertEquals(AddressKey.of("2001:db8:1:2::1"), AddressKey.of("[2001:db8:1:2:ffff::9]"));
    assertEquals("20010db800010002::/64", AddressKey.of("2001:db8:1:2::1"));
    assertEquals("192.0.2.7", AddressKey.of("::ffff:192.0.2.7"));
  }

  @Test
  @DisplayName("O24 what is no address counts as it is written")
  void noAddress() {
    for (String text : List.of("not:an:address", "zz:1", "a:b:c", "[", "[]", "[::g]", "null")) {
      assertEquals(text.replaceAll("^\\[(.*)]$", "$1"), AddressKey.of(text));
    }
  }
}
