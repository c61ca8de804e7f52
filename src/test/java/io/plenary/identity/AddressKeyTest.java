package io.plenary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AddressKeyTest {
  @Test
  void addressesOfOneSubscriberAreOne() {
    assertEquals("192.0.2.7", AddressKey.of("192.0.2.7"));
    assertEquals(AddressKey.of("2001:db8:1:2::1"), AddressKey.of("[2001:db8:1:2:ffff::9]"));
    assertEquals("20010db800010002::/64", AddressKey.of("2001:db8:1:2::1"));
    assertEquals("192.0.2.7", AddressKey.of("::ffff:192.0.2.7"));
    assertEquals("not:an:address", AddressKey.of("not:an:address"));
  }
}
