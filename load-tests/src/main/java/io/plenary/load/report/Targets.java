package io.plenary.load.report;

import java.util.List;
import java.util.Locale;

/**
 * The lines of the table of targets, each computed from the figures of one run. What is held
 * against a peer is the median of the rounds' ratios, never a ratio of medians.
 */
public final class Targets {
  /**
   * One promise. The figures of the peers have Plenary's name with their own in its place.
   *
   * @param name of Plenary's figure
   * @param against whose figure it is divided by; null for the figure itself
   * @param atMost else at least
   */
  record Target(String line, String name, String against, boolean atMost, double bound) {
    double found(Sheet sheet) {
      return against == null ? sheet.median(name) : sheet.ratio(name, against);
    }

    boolean met(double found) {
      return atMost ? found <= bound : found >= bound;
    }

    String promised() {
      String of = against == null ? "" : against.contains(B) ? " × Bun" : " × " + other();
      return (atMost ? "≤ " : "≥ ") + Numbers.show(bound) + of;
    }

    private String other() {
      if (against.contains(S)) return S;
      return against.startsWith("redis") ? "redis-benchmark" : "the smaller hall";
    }

    /** Nothing where there is no such figure. */
    private String column(Sheet sheet, String who) {
      boolean ours = who.equals(P);
      if (!ours && !name.contains(P)) return "";
      double median = sheet.median(ours ? name : name.replace(P, who));
      return Double.isNaN(median) ? "" : Numbers.show(median);
    }
  }

  private static final String P = Names.PLENARY;
  private static final String S = Names.SOCKETIO;
  private static final String B = Names.BUN;
  private static final String BURST = "burst";
  private static final String GREAT = "burst-10000";

  private Targets() {}

  static List<Target> all() {
    return List.of(
        most("first burst: server CPU µs per vote", Names.FIRST_CPU + P, S, 0.6),
        most("first burst: ack p99, ms", Names.FIRST_P99 + P, S, 0.4),
        most("first burst: server CPU from its start to it, s", Names.FIRST_BEFORE + P, null, 8),
        most(
            "10,000 new people on a cold server: server CPU µs each",
            Names.FIRST_JOIN + Names.CPU_EACH + P,
            S,
            1.2),
        most("the same: s", Names.FIRST_JOIN + Names.SECONDS + P, S, 0.6),
        most(
            "warm burst: server CPU µs per vote, stage only",
            BURST + Names.BURST_CPU + P + Names.STAGE,
            S,
            0.5),
        most("the same", BURST + Names.BURST_CPU + P + Names.STAGE, B, 1.2),
        most("the same, results for everyone", BURST + Names.BURST_CPU + P, S, 0.5),
        most("the same", BURST + Names.BURST_CPU + P, B, 1.2),
        most("warm burst: ack p50, ms", BURST + Names.BURST_P50 + P + Names.STAGE, B, 1.3),
        most("warm burst: ack p99, ms", BURST + Names.BURST_P99 + P + Names.STAGE, B, 1.3),
        most(
            "vote that completes a step → stage, ms, p90 of the bursts",
            BURST + Names.BURST_TAIL + P + Names.STAGE + Names.P90,
            null,
            30),
        least(
            "10,000 vote within 0.2 s: votes/s to the stage",
            GREAT + Names.BURST_RATE + P + Names.STAGE,
            S,
            2.5),
        least("the same", GREAT + Names.BURST_RATE + P + Names.STAGE, B, 1),
        most("the same: last ack, ms", GREAT + Names.BURST_LAST + P + Names.STAGE, S, 0.4),
        least("saturation, 1,000 phones, votes/s", "votes-saturation" + Names.VOTES + P, B, 1.1),
        least("the same", "votes-saturation" + Names.VOTES + P, S, 2.5),
        least(
            "saturation, 3,000 phones, votes/s", "votes-saturation-3000" + Names.VOTES + P, B, 1.1),
        least("the same", "votes-saturation-3000" + Names.VOTES + P, S, 2.5),
        new Target(
            "the same ÷ redis-benchmark P1, the yardsticks' vote.lua",
            "votes-saturation-3000" + Names.VOTES + P,
            Names.P1,
            false,
            1.25),
        most("one result to 10,000 phones, ms to the last", Names.FANOUT + P, B, 0.75),
        most("the same: server CPU s", Names.FANOUT_CPU + P, B, 1),
        most("10,000 phones come back with tokens: s", Names.HERD + Names.SECONDS + P, B, 1.6),
        most("the same: server CPU µs per phone", Names.HERD + Names.CPU_EACH + P, B, 2.5),
        most(
            "memory per idle phone at 10,000, KB: whole server",
            Names.RSS + P + Names.PHONES + 10000,
            null,
            18),
        most("the same: growth", Names.RSS_GREW + P + Names.PHONES + 10000, null, 7),
        most("empty server, MB", Names.EMPTY + P, null, 110),
        most(
            "memory per idle phone at 18,000, KB: whole server",
            Names.RSS + P + Names.PHONES + 18000,
            null,
            12),
        most("server 60 s after fan-outs and herds ÷ before", Names.RSS_AFTER, null, 1.3),
        most("5,000 votes/s: ack p50, ms", Names.OPEN_P50 + P + Names.RATE + 5000, B, 1.3),
        most("the same: p99", Names.OPEN_P99 + P + Names.RATE + 5000, B, 1.3),
        most("20,000 votes/s: ack p50, ms", Names.OPEN_P50 + P + Names.RATE + 20000, B, 1.3),
        most("the same: p99", Names.OPEN_P99 + P + Names.RATE + 20000, B, 1.3),
        most("start to ready, s", Names.START, null, 1),
        least("ranking of 8 options, votes/s ÷ choice", Names.KIND + "choice, ranking", null, 0.6),
        new Target(
            "10,000 phones ÷ 1,000 at equal rates per phone: server CPU µs per vote",
            Names.GROWTH_CPU + Names.PHONES + 10000,
            Names.GROWTH_CPU + Names.PHONES + 1000,
            true,
            1.2),
        least(
            "questions: upvotes/s acknowledged ÷ intended, 5,000/s",
            Names.UPVOTES_SHARE,
            null,
            0.99),
        most("questions: list updates, bytes per phone and second", Names.LIST_BYTES, null, 3_000),
        most("questions: ack p50, ms", Names.UPVOTES_P50, null, 3),
        most("questions: ack p99, ms", Names.UPVOTES_P99, null, 30),
        most(
            "quarrel: quiet until all screens are as new ones, s",
            "quarrel" + Names.SCREENS,
            null,
            2));
  }

  /** A Markdown table of the targets this run has figures for; empty when there is none. */
  public static String table(Sheet sheet, boolean conclusive) {
    StringBuilder table = new StringBuilder();
    for (Target t : all()) {
      double found = t.found(sheet);
      String ours = t.column(sheet, P);
      if (ours.isEmpty()) continue;
      String verdict = t.met(found) ? "met" : "**missed**";
      if (!conclusive || Double.isNaN(found)) verdict = "not judged";
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s | %s | %s |%n",
              t.line,
              ours,
              t.column(sheet, S),
              t.column(sheet, B),
              Numbers.show(found),
              t.promised(),
              verdict));
    }
    return table.length() == 0
        ? ""
        : "| line | Plenary | socket.io | Bun | found | target | |\n|---|---|---|---|---|---|---|\n"
            + table;
  }

  /**
   * @param peer held against; null for none
   */
  private static Target most(String line, String name, String peer, double bound) {
    return new Target(line, name, peer == null ? null : name.replace(P, peer), true, bound);
  }

  private static Target least(String line, String name, String peer, double bound) {
    return new Target(line, name, peer == null ? null : name.replace(P, peer), false, bound);
  }
}
