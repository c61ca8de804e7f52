package io.plenary.load.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The lines of performance.md, each computed from the figures of one run. */
public final class Targets {
  /** One promise. @param atMost else at least */
  record Target(
      String mark, String line, ToDoubleFunction<Sheet> value, boolean atMost, double bound) {
    boolean met(double found) {
      return atMost ? found <= bound : found >= bound;
    }

    String promised() {
      return (atMost ? "≤ " : "≥ ") + Numbers.show(bound);
    }
  }

  private static final double TICK_MS = 100;
  private static final double STEP_MS = 50;
  private static final String P = Names.PLENARY;
  private static final String S = Names.SOCKETIO;

  private Targets() {}

  static List<Target> all() {
    return List.of(
        least("A", "votes/s at saturation ÷ redis-benchmark P1", ratio(Names.VOTES, Names.P1), 1.5),
        least(
            "A",
            "votes/s at saturation ÷ redis-benchmark P16",
            ratio(Names.VOTES, Names.P16),
            0.75),
        least(
            "A",
            "burst: votes/s to the stage ÷ yardstick",
            ratio(Names.BURST_RATE + P, Names.BURST_RATE + S),
            5),
        most(
            "A",
            "burst: last vote → stage complete ÷ yardstick",
            ratio(Names.BURST_TAIL + P, Names.BURST_TAIL + S),
            0.5),
        most(
            "A",
            "burst: last vote → stage complete, ms (one tick + 50)",
            of(Names.BURST_TAIL + P),
            TICK_MS + 50),
        most(
            "A",
            "burst: last vote → stage complete, ms, p90 of the rounds",
            of(Names.BURST_TAIL + P + Names.P90),
            STEP_MS),
        most(
            "A",
            "burst: bytes per phone ÷ yardstick, results for everyone on both",
            ratio(Names.BURST_BYTES + P, Names.BURST_BYTES + S),
            1),
        most(
            "·",
            "the same, results on the stage only on both",
            ratio(Names.BURST_BYTES + P + Names.STAGE, Names.BURST_BYTES + S + Names.STAGE),
            1),
        most(
            "·",
            "the same, Plenary's default (stage) ÷ yardstick's (everyone)",
            ratio(Names.BURST_BYTES + P + Names.STAGE, Names.BURST_BYTES + S),
            1),
        most(
            "A",
            "burst: server CPU per vote ÷ yardstick",
            ratio(Names.BURST_CPU + P, Names.BURST_CPU + S),
            0.15),
        most("A", "open loop 5,000 votes/s: ack p50, ms", of(Names.OPEN_P50 + "5000"), 3),
        most("A", "open loop 5,000 votes/s: ack p99, ms", of(Names.OPEN_P99 + "5000"), 30),
        most(
            "A",
            "open loop 5,000 votes/s: vote → stage p99, ms (one tick + 50)",
            of(Names.OPEN_STAGE + "5000"),
            TICK_MS + 50),
        most(
            "A",
            "open loop 5,000 votes/s: vote that completes a step → stage p90, ms",
            of(Names.OPEN_STEP + "5000"),
            STEP_MS),
        most(
            "A",
            "one result to all phones, command → last ÷ Bun",
            ratio(Names.FANOUT + P, Names.FANOUT + Names.BUN),
            1.3),
        most(
            "·",
            "the same, first phone → last ÷ Bun",
            ratio(Names.FANOUT_SPREAD + P, Names.FANOUT_SPREAD + Names.BUN),
            1.3),
        most("A", "joins at once, warm, people with a token, s", of(Names.JOIN + Names.WARM), 1.2),
        most(
            "A",
            "Redis calls per join once the room is in memory",
            of(Names.JOIN_CALLS + Names.WARM),
            0.01),
        most("A", "KB per idle connection, 10,000 phones", of(Names.RSS + "10000"), 25),
        most(
            "A",
            "server CPU per vote, 10,000 phones ÷ 500",
            ratio(Names.GROWTH_CPU + "10000", Names.GROWTH_CPU + "500"),
            1.5),
        most(
            "A",
            "bytes per phone and poll, 10,000 phones ÷ 500",
            ratio(Names.GROWTH_BYTES + "10000", Names.GROWTH_BYTES + "500"),
            1.1),
        most("A", "start to ready, s", of(Names.START), 2.5),
        least(
            "A",
            "questions: upvotes/s acknowledged ÷ intended, 5,000/s",
            of(Names.UPVOTES_SHARE),
            0.99),
        most(
            "A",
            "questions: list updates, bytes per phone and second",
            of(Names.LIST_BYTES),
            3_000),
        most("·", "questions: ack p50, ms (as of votes)", of(Names.UPVOTES_P50), 3),
        most("·", "questions: ack p99, ms (as of votes)", of(Names.UPVOTES_P99), 30),
        most(
            "A",
            "quarrel: quiet until all screens are as new ones, s",
            of("quarrel" + Names.SCREENS),
            2),
        least("B", "votes/s at saturation ÷ redis-benchmark P1", ratio(Names.VOTES, Names.P1), 1.7),
        least(
            "B", "votes/s at saturation ÷ redis-benchmark P16", ratio(Names.VOTES, Names.P16), 0.9),
        most("B", "open loop 20,000 votes/s: ack p50, ms", of(Names.OPEN_P50 + "20000"), 1.5),
        most("B", "open loop 20,000 votes/s: ack p99, ms", of(Names.OPEN_P99 + "20000"), 25),
        most(
            "B",
            "one result to all phones, command → last ÷ Bun",
            ratio(Names.FANOUT + P, Names.FANOUT + Names.BUN),
            1),
        most("B", "joins at once, cold, s", of(Names.JOIN + Names.COLD), 2),
        most("B", "KB per idle connection, 18,000 phones", of(Names.RSS + "18000"), 12),
        most("B", "start to ready, s", of(Names.START), 1.2));
  }

  /** A Markdown table of the targets this run has figures for; empty when there is none. */
  public static String table(Sheet sheet, boolean conclusive) {
    StringBuilder table = new StringBuilder();
    for (Target t : all()) {
      double found = t.value.applyAsDouble(sheet);
      if (Double.isNaN(found)) continue;
      String verdict = conclusive ? (t.met(found) ? "met" : "**missed**") : "not judged";
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s |%n",
              t.mark,
              t.line,
              Numbers.show(found),
              t.promised(),
              verdict));
    }
    return table.length() == 0
        ? ""
        : "| | line | found | target | |\n|---|---|---|---|---|\n" + table;
  }

  private static Target most(
      String mark, String line, ToDoubleFunction<Sheet> value, double bound) {
    return new Target(mark, line, value, true, bound);
  }

  private static Target least(
      String mark, String line, ToDoubleFunction<Sheet> value, double bound) {
    return new Target(mark, line, value, false, bound);
  }

  private static ToDoubleFunction<Sheet> of(String name) {
    return sheet -> sheet.median(name);
  }

  private static ToDoubleFunction<Sheet> ratio(String a, String b) {
    return sheet -> sheet.median(a) / sheet.median(b);
  }
}
