package io.plenary.load.server;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the kernel says about processes (proc(5)). Elsewhere than on Linux everything is NaN. */
public final class Proc {
  /** USER_HZ, which Linux has fixed at 100 for everybody outside the kernel. */
  private static final double TICKS = 100;

  private static final int UTIME = 11;
  private static final int CHILDREN = 2;

  private Proc() {}

  /** User and system time so far, in seconds; without ended children. */
  public static double cpu(long pid) {
    String[] fields = stat(pid);
    return fields == null
        ? Double.NaN
        : (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[UTIME + 1])) / TICKS;
  }

  /** Of processes that ended and were waited for by {@code pid}, in seconds. */
  static double childrenCpu(long pid) {
    String[] fields = stat(pid);
    return fields == null
        ? Double.NaN
        : (Long.parseLong(fields[UTIME + CHILDREN]) + Long.parseLong(fields[UTIME + CHILDREN + 1]))
            / TICKS;
  }

  /**
   * Time that the just-in-time compilers' threads of a JVM ran so far, in seconds; 0 for what has
   * none. Threads that ended are not in it: the first of each kind never does.
   */
  public static double jit(long pid) {
    double nanos = 0;
    try (DirectoryStream<Path> tasks =
        Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
      for (Path task : tasks) {
        if (!Files.readString(task.resolve("comm")).contains("CompilerThre")) continue;
        nanos += Double.parseDouble(Files.readString(task.resolve("schedstat")).split(" ")[0]);
      }
    } catch (IOException | DirectoryIteratorException gone) {
      return Double.NaN;
    }
    return nanos / 1e9;
  }

  /** Resident set in bytes. */
  public static double rss(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmRSS:")) return Double.parseDouble(line.replaceAll("\\D", "")) * 1024;
      }
    } catch (IOException gone) {
      return Double.NaN;
    }
    return Double.NaN;
  }

  /** Busy time of all cores since the machine started, in seconds. */
  static double machine() {
    try {
      String[] f = Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split("\\s+");
      double busy = 0;
      for (int i : List.of(1, 2, 3, 6, 7, 8)) busy += Double.parseDouble(f[i]);
      return busy / TICKS;
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  /** The fields behind the name in brackets, which may hold spaces. */
  private static String[] stat(long pid) {
    try {
      String text = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return text.substring(text.lastIndexOf(')') + 2).split(" ");
    } catch (IOException gone) {
      return null;
    }
  }
}
