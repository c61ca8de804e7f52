package io.plenary.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Under which name the failures of a network address are counted. */
final class AddressKey {
  private AddressKey() {}

  /**
   * An IPv6 address counts by its first 64 bits, because one subscriber has all addresses below
   * them.
   */
  static String of(String address) {
    String bare =
        address.startsWith("[") && address.endsWith("]")
            ? address.substring(1, address.length() - 1)
            : address;
    if (!bare.contains(":")) {
      return bare; // a text without a colon could be a host name, and looking that up would ask the
      // network
    }
    try {
      // In brackets it is an address or an error: what only looks like one is not looked up either.
      byte[] bytes = InetAddress.getByName("[" + bare + "]").getAddress();
      return bytes.length == 4
          ? InetAddress.getByAddress(bytes).getHostAddress()
          : HexFormat.of().formatHex(bytes, 0, 8) + "::/64";
    } catch (UnknownHostException e) {
      return bare;
    }
  }
}
