package io.plenary.config;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** Finds the address under which phones in the same network reach this machine. */
final class LanAddress {
  private LanAddress() {}

  /**
   * @param host what the server listens on
   */
  static String reachable(String host) {
    return switch (host) {
      case "0.0.0.0", "::" -> ofThisMachine();
      case "127.0.0.1", "::1" -> "localhost";
      default -> host;
    };
  }

  // Connecting a datagram socket sends nothing; the system only picks the interface it would use.
  // Interfaces of containers
  // and virtual machines, which a list of all interfaces would offer too, are left out that way.
  // 192.0.2.1: RFC 5737.
  private static String ofThisMachine() {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1}), 9);
      InetAddress local = socket.getLocalAddress();
      return local.isAnyLocalAddress() || local.isLoopbackAddress()
          ? "localhost"
          : local.getHostAddress();
    } catch (IOException | RuntimeException e) {
      return "localhost"; // no network
    }
  }
}
