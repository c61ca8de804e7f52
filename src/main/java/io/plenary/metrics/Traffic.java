package io.plenary.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What leaves the server, and who it leaves for. */
public final class Traffic {
  private final Count frames = new Count();
  private final Count bytes = new Count();
  private final Count dropped = new Count();
  private final Map<String, Count> connections = new ConcurrentHashMap<>();

  /** One frame was handed to the network. */
  public void sent(int size) {
    frames.increment();
    bytes.add(size);
  }

  /** A reader was let go because it did not read. */
  public void droppedReader() {
    dropped.increment();
  }

  public Count connections(String role) {
    return connections.computeIfAbsent(role, r -> new Count());
  }

  /** Everybody who is connected now. */
  public long connected() {
    return connections.values().stream().mapToLong(Count::sum).sum();
  }

  public long frames() {
    return frames.sum();
  }

  public long bytes() {
    return bytes.sum();
  }

  public long dropped() {
    return dropped.sum();
  }
}
