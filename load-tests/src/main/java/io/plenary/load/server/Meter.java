package io.plenary.load.server;

import io.plenary.load.report.Profile.Span;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** CPU of what takes part in a measurement, and of everybody else on the machine meanwhile. */
public final class Meter {
  /**
   * Seconds of CPU, and how long it was watched.
   *
   * @param foreign cores kept busy by others than these processes and the swarm
   * @param spans in which it was watched
   */
  public record Reading(
      double seconds, double[] cpu, double client, double foreign, List<Span> spans) {
    public double cpuOf(int process) {
      return cpu[process];
    }
  }

  /** Several readings of the same processes as one. */
  public static Reading sum(List<Reading> all) {
    double seconds = all.stream().mapToDouble(Reading::seconds).sum();
    double[] cpu = new double[all.get(0).cpu().length];
    double foreign = 0;
    for (Reading one : all) {
      for (int i = 0; i < cpu.length; i++) cpu[i] += one.cpuOf(i);
      foreign += one.foreign() * one.seconds();
    }
    double client = all.stream().mapToDouble(Reading::client).sum();
    List<Span> spans = all.stream().flatMap(one -> one.spans().stream()).toList();
    return new Reading(seconds, cpu, client, foreign / seconds, spans);
  }

  private final long[] pids;
  private final double[] cpu;
  private final double client;
  private final double machine;
  private final Instant from = Instant.now();
  private final long since = System.nanoTime();

  private Meter(long... pids) {
    this.pids = pids;
    cpu = Arrays.stream(pids).mapToDouble(Proc::cpu).toArray();
    client = client();
    machine = Proc.machine();
  }

  /** Starts now. */
  public static Meter of(long... pids) {
    return new Meter(pids);
  }

  public Reading read() {
    double seconds = (System.nanoTime() - since) / 1e9;
    double[] used = new double[pids.length];
    for (int i = 0; i < pids.length; i++) used[i] = Proc.cpu(pids[i]) - cpu[i];
    double mine = client() - client;
    double foreign = Proc.machine() - machine - mine - Arrays.stream(used).sum();
    List<Span> spans = List.of(new Span(from, Instant.now()));
    return new Reading(seconds, used, mine, Math.max(0, foreign / seconds), spans);
  }

  private static double client() {
    long me = ProcessHandle.current().pid();
    return Proc.cpu(me) + Proc.childrenCpu(me);
  }
}
