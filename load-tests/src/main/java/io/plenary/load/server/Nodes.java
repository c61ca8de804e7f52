package io.plenary.load.server;

import io.plenary.load.Lab;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Servers that are alike, on one store. */
public final class Nodes implements AutoCloseable {
  private final List<PlenaryServer> all;

  private Nodes(List<PlenaryServer> all) {
    this.all = List.copyOf(all);
  }

  /** One, on whatever store it has. */
  public static Nodes alone(PlenaryServer server) {
    return new Nodes(List.of(server));
  }

  /**
   * So many with the same settings.
   *
   * @param environment names their store: REDIS_URL
   */
  public static Nodes of(Lab lab, int count, Map<String, String> environment) {
    List<PlenaryServer> all = new ArrayList<>();
    for (int i = 0; i < count; i++) all.add(new PlenaryServer(lab, environment));
    return new Nodes(all);
  }

  /** All of them at once; returns when all take votes. */
  public void start() throws IOException, InterruptedException {
    for (PlenaryServer node : all) node.launch();
    for (PlenaryServer node : all) node.awaitReady();
  }

  public PlenaryServer first() {
    return all.get(0);
  }

  public List<PlenaryServer> all() {
    return all;
  }

  public List<Integer> ports() {
    return all.stream().map(PlenaryServer::port).toList();
  }

  /** What they wrote down as errors. */
  public List<String> complaints() throws IOException {
    List<String> complaints = new ArrayList<>();
    for (PlenaryServer node : all) complaints.addAll(node.complaints());
    return complaints;
  }

  @Override
  public void close() throws IOException {
    for (PlenaryServer node : all) node.close();
  }
}
