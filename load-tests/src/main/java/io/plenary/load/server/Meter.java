package io.plenary.load.server;

import java.util.Arrays;

/** CPU of what takes part in a measurement, and of everybody else on the machine meanwhile. */
public final class Meter {
  /**
   * Seconds of CPU, and how long it was watched.
   *
   * @param foreign cores kept busy by others than these processes and the swarm
   */
  public record Reading(double seconds, double[] cpu, double client, double foreign) {
    public double cpuOf(int process) {
      return cpu[process];
    }
  }

  private final long[] pids;
  private final double[] cpu;
  private final double client;
  private final double machine;
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
    return new Reading(seconds, used, mine, Math.max(0, foreign / seconds));
  }

  private static double client() {
    long me = ProcessHandle.current().pid();
    return Proc.cpu(me) + Proc.childrenCpu(me);
  }
}
