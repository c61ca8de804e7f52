package io.plenary.load.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * What servers did while they were measured, as text: their JVMs record themselves all the time,
 * and what lies within the measurements is read. Recording costs CPU: figures of such a run are no
 * figures.
 */
public final class Profile {
  /** A measurement: what is recorded in it counts. */
  public record Span(Instant from, Instant to) {
    private boolean has(RecordedEvent event) {
      Instant at = event.getStartTime();
      return !at.isBefore(from) && at.isBefore(to);
    }

    private double seconds() {
      return Duration.between(from, to).toNanos() / 1e9;
    }
  }

  private static final String OPTION =
      "-XX:StartFlightRecording=settings=profile,jdk.ExecutionSample#period=1ms,"
          + "jdk.Compilation#threshold=0ms,filename=";

  private static final String OWN = "io.plenary.";
  private static final int SHOWN = 12;
  private static final int PACKAGE_PARTS = 4;
  private static final String WEIGHT = "weight";

  private final Path folder;
  private final List<Path> recordings = new ArrayList<>();
  private final Map<String, List<Span>> measured = new LinkedHashMap<>();

  public Profile(Path folder) {
    this.folder = folder;
  }

  /** The option by which one more server records itself, until it ends. */
  public synchronized String option() {
    Path file = folder.resolve("server-" + recordings.size() + ".jfr");
    recordings.add(file);
    return OPTION + file;
  }

  /**
   * @param what was done then: spans of the same are read as one
   */
  public synchronized void measured(String what, List<Span> spans) {
    measured.computeIfAbsent(what, w -> new ArrayList<>()).addAll(spans);
  }

  /** Markdown; the servers must have ended. */
  synchronized String text() throws IOException {
    Map<String, Seen> all = new LinkedHashMap<>();
    measured.keySet().forEach(what -> all.put(what, new Seen()));
    for (Path recording : recordings) {
      try (RecordingFile file = new RecordingFile(recording)) {
        while (file.hasMoreEvents()) read(file.readEvent(), all);
      }
    }
    StringBuilder text = new StringBuilder();
    all.forEach((what, seen) -> text.append(seen.text(what, measured.get(what))));
    return text.toString();
  }

  private void read(RecordedEvent event, Map<String, Seen> all) {
    measured.forEach(
        (what, spans) -> {
          if (spans.stream().anyMatch(s -> s.has(event))) all.get(what).add(event);
        });
  }

  /** What was recorded in all spans of one kind. */
  private static final class Seen {
    private final Map<String, Long> packages = new HashMap<>();
    private final Map<String, Long> own = new HashMap<>();
    private final Map<String, Long> methods = new HashMap<>();
    private final Map<String, Long> allocated = new HashMap<>();
    private long samples;
    private long bytes;
    private int compilations;
    private Duration compiling = Duration.ZERO;
    private int collections;
    private Duration paused = Duration.ZERO;

    private void add(RecordedEvent event) {
      switch (event.getEventType().getName()) {
        case "jdk.ExecutionSample" -> sample(event.getStackTrace());
        case "jdk.Compilation" -> {
          compilations++;
          compiling = compiling.plus(event.getDuration());
        }
        case "jdk.GarbageCollection" -> {
          collections++;
          paused = paused.plus(event.getDuration("sumOfPauses"));
        }
        case "jdk.ObjectAllocationSample" -> {
          bytes += event.getLong(WEIGHT);
          allocated.merge(
              event.getClass("objectClass").getName(), event.getLong(WEIGHT), Long::sum);
        }
        default -> {}
      }
    }

    private void sample(RecordedStackTrace stack) {
      if (stack == null || stack.getFrames().isEmpty()) return;
      samples++;
      RecordedFrame top = stack.getFrames().get(0);
      methods.merge(name(top), 1L, Long::sum);
      packages.merge(area(top), 1L, Long::sum);
      stack.getFrames().stream()
          .map(Seen::name)
          .filter(name -> name.startsWith(OWN))
          .findFirst()
          .ifPresent(name -> own.merge(name, 1L, Long::sum));
    }

    private static String name(RecordedFrame frame) {
      return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static String area(RecordedFrame frame) {
      String[] parts = frame.getMethod().getType().getName().split("\\.");
      int most = Math.max(1, Math.min(parts.length - 1, PACKAGE_PARTS));
      return String.join(".", List.of(parts).subList(0, most));
    }

    private String text(String what, List<Span> spans) {
      double seconds = spans.stream().mapToDouble(Span::seconds).sum();
      return String.format(
              Locale.ROOT,
              "%n### %s%n%n%.1f s in %d spans. Java code: %d samples. Compilers:"
                  + " %d ms, %d methods. Collector: %d pauses, %d ms. Allocated: %.1f MB.%n",
              what,
              seconds,
              spans.size(),
              samples,
              compiling.toMillis(),
              compilations,
              collections,
              paused.toMillis(),
              bytes / 1e6)
          + list("packages", packages, samples)
          + list("methods", methods, samples)
          + list("nearest methods of Plenary", own, samples)
          + list("allocated", allocated, bytes);
    }

    private static String list(String what, Map<String, Long> counts, long of) {
      StringBuilder list = new StringBuilder("\n```text\n" + what + "\n");
      counts.entrySet().stream()
          .sorted(
              Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(SHOWN)
          .forEach(
              e ->
                  list.append(
                      String.format(
                          Locale.ROOT, "%5.1f %%  %s%n", 100.0 * e.getValue() / of, e.getKey())));
      return list.append("```\n").toString();
    }
  }
}
