package io.plenary.load.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * What a phone answers, decided by its number and the number of its vote alone: so a check needs to
 * remember only which vote was acknowledged last.
 */
public final class Answers {
  private final List<List<String>> all;
  private final List<String> json = new ArrayList<>();

  private Answers(List<List<String>> all) {
    this.all = all;
    all.forEach(
        answer -> json.add(answer.isEmpty() ? "" : '"' + String.join("\",\"", answer) + '"'));
  }

  /** One of these, each of which is a list of entries as the export writes it. */
  public static Answers of(List<List<String>> all) {
    return new Answers(all);
  }

  /** One entry each. */
  public static Answers single(List<String> entries) {
    return new Answers(entries.stream().map(List::of).toList());
  }

  /**
   * @param seq at least 1
   */
  public List<String> of(int phone, long seq) {
    return all.get(index(phone, seq));
  }

  int index(int phone, long seq) {
    return (int) Math.floorMod(phone * 2_654_435_761L + seq * 40_503L, (long) all.size());
  }

  /** Between the brackets of a JSON array. */
  CharSequence json(int phone, long seq) {
    return json.get(index(phone, seq));
  }
}
