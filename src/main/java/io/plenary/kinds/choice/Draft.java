package io.plenary.kinds.choice;

import io.plenary.activity.Activity;
import io.plenary.activity.ActivityDraft;
import io.plenary.activity.Change.Answered;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.event.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A poll as an organiser wrote it, before it was checked.
 *
 * @param options an option without id (null) is new
 */
public record Draft(
    String question,
    List<DraftOption> options,
    int maxChoices,
    @Nullable String abstain,
    Poll.Results results)
    implements ActivityDraft {
  public static final int MAX_QUESTION = 300;
  public static final int MAX_OPTION = 200;
  public static final int MAX_ABSTAIN = 80;
  public static final int MAX_OPTIONS = 20;
  private static final Answered HAS_VOTES =
      new Answered(
          Reason.HAS_VOTES,
          "Votes are in, so question and options can no longer be changed. Reset the poll or"
              + " duplicate it.");

  public record DraftOption(@Nullable String id, String text, boolean exclusive) {}

  @Override
  public String kind() {
    return Poll.KIND;
  }

  @Override
  public Poll create(String id) {
    return new Poll(id, 1, 1, check(), Poll.State.DRAFT, results);
  }

  @Override
  public boolean made(Activity found) {
    return ((Poll) found).question().equals(check());
  }

  /**
   * A changed question starts a new round, while there is no vote; who is to see the results may be
   * chosen anew at any time.
   */
  @Override
  public Edit edit(Activity activity) {
    Poll poll = (Poll) activity;
    Question next = check();
    if (!next.equals(poll.question())) return new Edit(poll.asking(next, results), HAS_VOTES);
    return new Edit(poll.chosen() == results ? poll : poll.chosen(results), null);
  }

  /**
   * The question it makes: texts cleaned, new options numbered.
   *
   * @throws RuleViolation {@link Reason#BAD_DRAFT} with what to mend
   */
  public Question check() {
    String text = text(question, MAX_QUESTION, "Write the question.", "The question");
    if (options.size() < 2 || options.size() > MAX_OPTIONS) {
      throw bad("A poll has 2 to " + MAX_OPTIONS + " options.");
    }
    List<Option> made = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    Set<String> ids = new HashSet<>();
    options.forEach(
        o -> {
          if (o.id() != null) ids.add(o.id());
        });
    if (ids.size() != options.stream().filter(o -> o.id() != null).count()) {
      throw bad("Two options have the same id.");
    }
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
    if (maxChoices < 1 || maxChoices > made.size()) {
      throw bad("People can choose at least 1 and at most as many as there are options.");
    }
    String label =
        abstain == null
            ? null
            : text(
                abstain,
                MAX_ABSTAIN,
                "Write how to abstain, or offer no way to.",
                "The way to abstain");
    if (label != null && texts.contains(label)) {
      throw bad("The way to abstain has the same text as an option.");
    }
    return new Question(text, made, maxChoices, label);
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
