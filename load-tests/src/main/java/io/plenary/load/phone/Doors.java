package io.plenary.load.phone;

import java.util.List;

/**
 * Servers that are alike. Whoever loses one tries another, as behind a balancer that knows nobody;
 * half of a server's phones go one way and half the other, so that none gets all of them.
 */
public final class Doors {
  private final List<Integer> ports;

  /**
   * @param ports one for each server, all on loopback
   */
  public Doors(List<Integer> ports) {
    this.ports = List.copyOf(ports);
  }

  /** One server. */
  public static Doors at(int port) {
    return new Doors(List.of(port));
  }

  int first() {
    return ports.get(0);
  }

  /**
   * @param number of the phone
   * @param turns how often it lost its connection so far
   */
  int of(int number, int turns) {
    int way = number / ports.size() % 2 == 0 ? turns : -turns;
    return ports.get(Math.floorMod(number + way, ports.size()));
  }
}
