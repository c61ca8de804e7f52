package io.plenary.load.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

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

    /** The same on one of several Javas. */
    Target on(String tag) {
      boolean ours = against != null && !against.contains(S) && !against.contains(B);
      boolean own = ours && !against.startsWith(REDIS);
      return new Target(
          line, Names.on(name, tag), own ? Names.on(against, tag) : against, atMost, bound);
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
      return against.startsWith(REDIS) ? "redis-benchmark" : "the smaller hall";
    }

    /** Nothing where there is no such figure. */
    String ours(Sheet sheet) {
      return shown(sheet.median(name));
    }

    /** The same of a peer; not of a target {@link #on} a Java. */
    String theirs(Sheet sheet, String who) {
      return name.contains(P) ? shown(sheet.median(name.replace(P, who))) : "";
    }

    private static String shown(double median) {
      return Double.isNaN(median) ? "" : Numbers.show(median);
    }

    String verdict(Sheet sheet, boolean conclusive) {
      double found = found(sheet);
      if (!conclusive || Double.isNaN(found)) return "not judged";
      return met(found) ? "met" : "**missed**";
    }
  }

  private static final String P = Names.PLENARY;
  private static final String S = Names.SOCKETIO;
  private static final String B = Names.BUN;
  private static final String REDIS = "redis";
  private static final String BURST = "burst";
  private static final String GREAT = "burst-10000";

  /** Figures that one line of the README shows beside each other; targets by figure and peer. */
  private record Digest(String line, List<Target> targets) {}

  private Targets() {}

  /** The ten lines of the README: what people of the field ask first. */
  private static List<Digest> digests() {
    return List.of(
        digest(
            "first hall of the day: 2,000 vote within 0.2 s on a server 14 s old: server CPU, µs a"
                + " vote; ack p99, ms",
            target(Names.FIRST_CPU + P, S),
            target(Names.FIRST_P99 + P, S)),
        digest(
            "10,000 new people join a cold server at once: server CPU, µs each; s",
            target(Names.FIRST_JOIN + Names.CPU_EACH + P, S),
            target(Names.FIRST_JOIN + Names.SECONDS + P, S)),
        digest(
            "2,000 vote within 0.2 s in a warm hall: server CPU, µs a vote, result on the stage;"
                + " for everyone",
            target(BURST + Names.BURST_CPU + P + Names.STAGE, S),
            target(BURST + Names.BURST_CPU + P, S)),
        digest(
            "the same: ack p50; p99, ms",
            target(BURST + Names.BURST_P50 + P + Names.STAGE, B),
            target(BURST + Names.BURST_P99 + P + Names.STAGE, B)),
        digest(
            "from the vote that completes a step of results to the stage, p90, ms",
            target(BURST + Names.BURST_TAIL + P + Names.STAGE + Names.P90, null)),
        digest(
            "3,000 phones vote as fast as they hear back: votes/s",
            target("votes-saturation-3000" + Names.VOTES + P, B)),
        digest(
            "one result to 10,000 phones: ms to the last; server CPU, s",
            target(Names.FANOUT + P, B),
            target(Names.FANOUT_CPU + P, B)),
        digest(
            "10,000 phones come back at once: s; server CPU, µs each",
            target(Names.HERD + Names.SECONDS + P, B),
            target(Names.HERD + Names.CPU_EACH + P, B)),
        digest(
            "memory of the whole server for each of 10,000 idle phones, KB; with nobody there, MB",
            target(Names.RSS + P + Names.PHONES + 10000, null),
            target(Names.EMPTY + P, null)),
        digest(
            "5,000 votes a second from 2,000 phones: ack p50; p99, ms",
            target(Names.OPEN_P50 + P + Names.RATE + 5000, B),
            target(Names.OPEN_P99 + P + Names.RATE + 5000, B)));
  }

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

  /**
   * A Markdown table of the targets this run has figures for; empty when there is none.
   *
   * @param tags of the Javas the server ran on: each has its figure, what was found and its verdict
   */
  static String table(Sheet sheet, boolean conclusive, List<String> tags) {
    StringBuilder table = new StringBuilder();
    for (Target t : all()) {
      List<Target> each = tags.stream().map(tag -> on(sheet, t, tags, tag)).toList();
      List<String> cells = new ArrayList<>(List.of(t.line));
      each.forEach(e -> cells.add(e.ours(sheet)));
      if (cells.stream().skip(1).allMatch(String::isEmpty)) continue;
      cells.add(t.theirs(sheet, S));
      cells.add(t.theirs(sheet, B));
      each.forEach(e -> cells.add(Numbers.show(e.found(sheet))));
      cells.add(t.promised());
      each.forEach(e -> cells.add(e.ours(sheet).isEmpty() ? "" : e.verdict(sheet, conclusive)));
      table.append(row(cells));
    }
    return table.length() == 0 ? "" : head(tags) + table;
  }

  /**
   * The README's lines in Markdown, and how many targets are met on each Java; empty where a line
   * has no figure.
   *
   * @param tags of the Javas the server ran on
   */
  static String digest(Sheet sheet, List<String> tags) {
    StringBuilder table = new StringBuilder();
    for (Digest digest : digests()) {
      List<String> cells = new ArrayList<>(List.of(digest.line));
      for (String tag : tags) {
        String ours = joined(digest, t -> on(sheet, t, tags, tag).ours(sheet));
        if (ours.contains("–")) return "";
        cells.add(ours);
      }
      for (String peer : List.of(S, B)) cells.add(joined(digest, t -> t.theirs(sheet, peer)));
      cells.add(joined(digest, t -> t.promised() + ": " + found(sheet, t, tags)));
      table.append(row(cells));
    }
    List<String> head = new ArrayList<>(List.of(""));
    tags.forEach(tag -> head.add(Names.on(P, tag)));
    head.addAll(List.of(S, B, "target: found on each Java"));
    StringBuilder met = new StringBuilder();
    for (String tag : tags) {
      List<Target> judged = all().stream().map(t -> on(sheet, t, tags, tag)).toList();
      judged = judged.stream().filter(t -> !Double.isNaN(t.found(sheet))).toList();
      long held = judged.stream().filter(t -> t.met(t.found(sheet))).count();
      met.append("%nMet%s: %d of %d targets.%n".formatted(tag, held, judged.size()));
    }
    return row(head) + "|" + "---|".repeat(head.size()) + "\n" + table + met;
  }

  private static String found(Sheet sheet, Target target, List<String> tags) {
    return tags.stream()
        .map(tag -> on(sheet, target, tags, tag).found(sheet))
        .map(it -> target.met(it) ? Numbers.show(it) : "**" + Numbers.show(it) + "**")
        .collect(joining(", "));
  }

  /** What each of the figures says, nothing as a dash. */
  private static String joined(Digest digest, Function<Target, String> says) {
    return digest.targets.stream()
        .map(says)
        .map(it -> it.isEmpty() ? "–" : it)
        .collect(joining("; "));
  }

  private static Digest digest(String line, Target... targets) {
    return new Digest(line, List.of(targets));
  }

  /**
   * That of the table for a figure.
   *
   * @param peer held against; null for none
   */
  private static Target target(String name, String peer) {
    String against = peer == null ? null : name.replace(P, peer);
    return all().stream()
        .filter(t -> t.name.equals(name) && Objects.equals(t.against, against))
        .findFirst()
        .orElseThrow();
  }

  /** What is not part of the table is measured on the first Java alone, without its tag. */
  private static Target on(Sheet sheet, Target t, List<String> tags, String tag) {
    Target on = t.on(tag);
    boolean first = tag.equals(tags.get(0));
    return first && sheet.rounds(on.name) == 0 ? t : on;
  }

  private static String head(List<String> tags) {
    List<String> cells = new ArrayList<>(List.of("line"));
    tags.forEach(tag -> cells.add(Names.on(P, tag)));
    cells.addAll(List.of(S, B));
    tags.forEach(tag -> cells.add("found" + tag));
    cells.add("target");
    tags.forEach(tag -> cells.add(tag.isEmpty() ? "" : "verdict" + tag));
    return row(cells) + "|" + "---|".repeat(cells.size()) + "\n";
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
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
