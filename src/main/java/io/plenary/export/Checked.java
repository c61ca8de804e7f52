package io.plenary.export;

import java.util.List;

/**
 * What {@code verify} found in one activity of a file.
 *
 * @param heading which activity it is
 * @param lines what was counted, for people
 * @param wrong what does not agree; empty when everything does
 */
public record Checked(String heading, List<String> lines, List<String> wrong) {
  public Checked {
    lines = List.copyOf(lines);
    wrong = List.copyOf(wrong);
  }
}
