package io.plenary.load.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every figure of a run, round by round. */
public final class Sheet {
  private final Map<String, List<Double>> figures = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /**
   * Adds what one round gave. @param name with its unit, such as "burst: last vote to stage, ms"
   */
  public void add(String name, double value) {
    figures.computeIfAbsent(name, k -> new ArrayList<>()).add(value);
    System.out.printf(java.util.Locale.ROOT, "    %-70s %s%n", name, Numbers.show(value));
  }

  /** Something a reader must know. */
  public void note(String text) {
    if (notes.contains(text)) return;
    notes.add(text);
    System.out.println("    note: " + text);
  }

  /** Something that must not be: the run fails. */
  public void fault(String text) {
    faults.add(text);
    System.out.println("    FAULT: " + text);
  }

  /** NaN when there is none. */
  public double median(String name) {
    return median(figures.getOrDefault(name, List.of()));
  }

  /**
   * One figure ÷ another, round by round, and the median of that: machines drift within an hour,
   * and only what was measured side by side may be compared. NaN when a round lacks one of them.
   */
  public double ratio(String name, String other) {
    List<Double> all = figures.getOrDefault(name, List.of());
    List<Double> others = figures.getOrDefault(other, List.of());
    if (all.size() != others.size()) return Double.NaN;
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) ratios.add(all.get(i) / others.get(i));
    return median(ratios);
  }

  private static double median(List<Double> all) {
    List<Double> sorted = new ArrayList<>(all);
    sorted.removeIf(v -> v.isNaN());
    if (sorted.isEmpty()) return Double.NaN;
    Collections.sort(sorted);
    int n = sorted.size();
    return n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
  }

  /**
   * The least that so many in a hundred of the rounds do not exceed; NaN when there is none.
   *
   * @param percent 1 to 100
   */
  public double percentile(String name, int percent) {
    List<Double> sorted = figures.getOrDefault(name, List.of()).stream().sorted().toList();
    int rank = (int) Math.ceil(percent * sorted.size() / 100.0);
    return sorted.isEmpty() ? Double.NaN : sorted.get(rank - 1);
  }

  public double least(String name) {
    return figures.getOrDefault(name, List.of()).stream()
        .mapToDouble(v -> v)
        .min()
        .orElse(Double.NaN);
  }

  public double most(String name) {
    return figures.getOrDefault(name, List.of()).stream()
        .mapToDouble(v -> v)
        .max()
        .orElse(Double.NaN);
  }

  public int rounds(String name) {
    return figures.getOrDefault(name, List.of()).size();
  }

  public List<String> names() {
    return List.copyOf(figures.keySet());
  }

  public List<String> notes() {
    return List.copyOf(notes);
  }

  public List<String> faults() {
    return List.copyOf(faults);
  }
}
