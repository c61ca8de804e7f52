package io.plenary.poll;

import io.plenary.event.Reason;
import io.plenary.event.Refused;
import io.plenary.event.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A poll as an organiser wrote it, before it was checked.
 *
 * @param options an option without id (null) is new
 */
public record Draft(String question, List<DraftOption> options, int maxChoices, String abstain, Poll.Results results) {
  public static final int MAX_QUESTION = 300;
  public static final int MAX_OPTION = 200;
  public static final int MAX_ABSTAIN = 80;
  public static final int MAX_OPTIONS = 20;

  public record DraftOption(String id, String text, boolean exclusive) {}

  /**
   * The question it makes: texts cleaned, new options numbered.
   *
   * @throws Refused {@link Reason#BAD_DRAFT} with what to mend
   */
  public Question check() {
    String text = text(question, MAX_QUESTION, "Write the question.", "The question");
    if (options.size() < 2 || options.size() > MAX_OPTIONS) throw bad("A poll has 2 to " + MAX_OPTIONS + " options.");
    List<Option> made = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    Set<String> ids = new HashSet<>();
    options.forEach(o -> { if (o.id() != null) ids.add(o.id()); });
    if (ids.size() != options.stream().filter(o -> o.id() != null).count()) throw bad("Two options have the same id.");
    int number = 0;
    for (DraftOption o : options) {
      String label = text(o.text(), MAX_OPTION, "Write a text for every option.", "An option");
      if (!texts.add(label)) throw bad("Two options have the same text. Change or remove one.");
      String id = o.id();
      while (id == null) {
        String next = "o" + ++number;
        if (ids.add(next)) id = next;
      }
      made.add(new Option(id, label, o.exclusive()));
    }
    if (maxChoices < 1 || maxChoices > made.size()) throw bad("People can choose at least 1 and at most as many as there are options.");
    String label = abstain == null ? null : text(abstain, MAX_ABSTAIN, "Write how to abstain, or offer no way to.", "The way to abstain");
    if (label != null && texts.contains(label)) throw bad("The way to abstain has the same text as an option.");
    return new Question(text, made, maxChoices, label);
  }

  private static String text(String raw, int max, String whenEmpty, String what) {
    String clean = Texts.line(raw);
    if (clean.isEmpty()) throw bad(whenEmpty);
    if (Texts.length(clean) > max) throw bad(what + " is longer than " + max + " characters.");
    return clean;
  }

  private static Refused bad(String message) {
    return new Refused(Reason.BAD_DRAFT, message);
  }
}
