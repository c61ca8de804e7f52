package io.plenary.load.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a phone chooses, decided by its number and the number of its vote alone: so a check needs to
 * remember only which vote was acknowledged last.
 */
public final class Choices {
  private static final int MOST = 12;
  private final List<List<String>> all;
  private final List<String> json;

  private Choices(List<List<String>> all) {
    this.all = all;
    this.json =
        all.stream()
            .map(c -> c.stream().map(o -> '"' + o + '"').collect(Collectors.joining(",")))
            .collect(Collectors.toList());
  }

  /** One option each. */
  public static Choices single(List<String> options) {
    return new Choices(options.stream().map(List::of).collect(Collectors.toList()));
  }

  /**
   * Every non-empty set of the first options: with twelve of them one phone in 4,095 chooses the
   * same, so that two wrong ballots hardly ever make a right total.
   */
  public static Choices sets(List<String> options) {
    int n = Math.min(MOST, options.size());
    List<List<String>> sets = new ArrayList<>();
    for (int bits = 1; bits < 1 << n; bits++) {
      List<String> set = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        if ((bits >> i & 1) == 1) set.add(options.get(i));
      }
      set.sort(null); // as the export has them: by id
      sets.add(set);
    }
    return new Choices(sets);
  }

  /** Sorted option ids. @param seq at least 1 */
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
