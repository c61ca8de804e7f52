package io.plenary.voting;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.event.Texts;
import io.plenary.words.TextLimits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the texts that organisers write of whatever has ballots. Methods throw {@link
 * RuleViolation} with {@link Reason#BAD_DRAFT} and what to mend.
 */
public final class Wording {
  /**
   * An option, or whatever else has a text of its own, as it was written or as it was checked.
   *
   * @param id stable within the activity, 1 to 8 of [a-z0-9]; null of a new option, never null of a
   *     checked one
   */
  public record Labelled(@Nullable String id, String text) {
    /** The id of a checked option. */
    public String known() {
      return Objects.requireNonNull(id, "was not checked");
    }
  }

  private Wording() {}

  public static String question(String raw) {
    return text(raw, TextLimits.QUESTION, "Write the question.", "The question");
  }

  /**
   * The same options, two or more, in order: texts cleaned, new ones numbered.
   *
   * @param noun what has the options, within a sentence
   */
  public static List<Labelled> options(List<Labelled> options, int max, String noun) {
    return labels(options, 2, max, noun, "option");
  }

  /**
   * The same labels, in order: texts cleaned, new ones numbered.
   *
   * @param noun what has the labels, within a sentence
   * @param one what one of them is called, within a sentence
   */
  public static List<Labelled> labels(
      List<Labelled> labels, int min, int max, String noun, String one) {
    if (labels.size() < min || labels.size() > max) {
      throw bad("A " + noun + " has " + min + " to " + max + " " + one + "s.");
    }
    Set<String> ids = new HashSet<>();
    for (Labelled o : labels) {
      if (o.id() != null && !ids.add(o.id())) throw bad("Two " + one + "s have the same id.");
    }
    String what = ("aeiou".indexOf(one.charAt(0)) < 0 ? "A " : "An ") + one;
    List<Labelled> made = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    int number = 0;
    for (Labelled o : labels) {
      String label = text(o.text(), TextLimits.OPTION, "Write a text for every " + one + ".", what);
      if (!texts.add(label)) {
        throw bad("Two " + one + "s have the same text. Change or remove one.");
      }
      String id = o.id();
      while (id == null) {
        String next = "o" + ++number;
        if (ids.add(next)) id = next;
      }
      made.add(new Labelled(id, label));
    }
    return made;
  }

  /**
   * The label of the way to abstain; null offers none.
   *
   * @param options among which it stands
   */
  public static @Nullable String abstain(@Nullable String raw, Collection<Labelled> options) {
    if (raw == null) return null;
    String label =
        text(
            raw,
            TextLimits.ABSTAIN,
            "Write how to abstain, or offer no way to.",
            "The way to abstain");
    if (options.stream().anyMatch(o -> o.text().equals(label))) {
      throw bad("The way to abstain has the same text as an option.");
    }
    return label;
  }

  private static String text(String raw, int max, String whenEmpty, String what) {
    String clean = Texts.line(raw);
    if (clean.isEmpty()) throw bad(whenEmpty);
    if (Texts.length(clean) > max) throw bad(what + " is longer than " + max + " characters.");
    return clean;
  }

  private static RuleViolation bad(String message) {
    return new RuleViolation(Reason.BAD_DRAFT, message);
  }
}
