package io.plenary.kinds.words;

import io.plenary.abuse.Abuse;
import io.plenary.abuse.AbuseLists;
import io.plenary.voting.OpenAnswer;
import io.plenary.voting.Ruling;
import io.plenary.voting.Rulings;
import io.plenary.voting.Tally;
import io.plenary.words.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The terms of a tally.
 *
 * @param terms most counted first, then by family; whatever moderators decided of them
 */
public record WordsCount(List<Counted> terms) {
  private static final Abuse ABUSE = AbuseLists.load();

  /** What stands for a term whose words are kept back; no counter of a person begins with it. */
  public static final String KEPT_BACK = "~";

  private static final Comparator<Form> MOST_USED =
      Comparator.comparingLong(Form::count).reversed().thenComparing(Form::text);

  private static final Comparator<Counted> MOST_COUNTED =
      Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::family);

  /**
   * One way to write a term.
   *
   * @param count people who are counted for it
   */
  public record Form(String text, long count) {}

  /** Where a term stands. */
  public enum Shown {
    SHOWN,
    /** Until a moderator lets it through. */
    WAITS,
    HIDDEN
  }

  /**
   * A term.
   *
   * @param family as the names of counters have it, escaped
   * @param called what a moderator called it; empty for the form that most people used
   * @param forms most used first, then by code points; none of a family that is joined into another
   */
  public record Counted(String family, String called, long count, List<Form> forms, Shown shown) {
    public Counted {
      forms = List.copyOf(forms);
    }

    public String text() {
      if (!called.isEmpty()) return called;
      return forms.isEmpty() ? Term.plain(family) : forms.get(0).text();
    }

    /** What its forms have in common, as people could write it. */
    public String word() {
      return Term.plain(family);
    }
  }

  public WordsCount {
    terms = List.copyOf(terms);
  }

  public static WordsCount of(WordsSettings asked, Tally tally) {
    Map<String, List<Form>> families = new HashMap<>();
    tally
        .counts()
        .forEach(
            (counter, count) ->
                families
                    .computeIfAbsent(Term.escapedFamily(counter), f -> new ArrayList<>(2))
                    .add(new Form(Term.form(counter), count)));
    List<Counted> terms = new ArrayList<>(families.size());
    families.forEach(
        (family, forms) -> terms.add(counted(asked, family, forms, tally.rulings().of(family))));
    terms.sort(MOST_COUNTED);
    return new WordsCount(terms);
  }

  private static Counted counted(
      WordsSettings asked, String family, List<Form> forms, Ruling ruling) {
    forms.sort(MOST_USED);
    long count = forms.stream().mapToLong(Form::count).sum();
    return new Counted(family, ruling.text(), count, forms, shown(asked, family, forms, ruling));
  }

  private static Shown shown(WordsSettings asked, String family, List<Form> forms, Ruling ruling) {
    if (ruling.standing() == Standing.HIDDEN) return Shown.HIDDEN;
    if (ruling.standing() == Standing.SHOWN) return Shown.SHOWN;
    boolean waits =
        asked.approveFirst()
            || family.startsWith(KEPT_BACK)
            || forms.stream().anyMatch(form -> ABUSE.in(form.text()));
    return waits ? Shown.WAITS : Shown.SHOWN;
  }

  /** Those that the room may see. */
  public List<Counted> shown() {
    return terms.stream().filter(term -> term.shown() == Shown.SHOWN).toList();
  }

  long number(Shown shown) {
    return terms.stream().filter(term -> term.shown() == shown).count();
  }

  /** For moderators, with families that are joined into others at the end. */
  List<OpenAnswer> answers(Rulings rulings) {
    List<OpenAnswer> answers = new ArrayList<>();
    Set<String> counted = new HashSet<>();
    for (Counted term : terms) {
      counted.add(term.family());
      answers.add(answer(term, rulings.of(term.family())));
    }
    rulings.byFamily().entrySet().stream()
        .filter(ruled -> !ruled.getValue().into().isEmpty() && !counted.contains(ruled.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .map(ruled -> joined(ruled.getKey(), ruled.getValue()))
        .forEach(answers::add);
    return answers;
  }

  private static OpenAnswer joined(String family, Ruling ruling) {
    return answer(new Counted(family, ruling.text(), 0, List.of(), Shown.SHOWN), ruling);
  }

  private static OpenAnswer answer(Counted term, Ruling ruling) {
    return new OpenAnswer(
        term.family(),
        term.text(),
        term.count(),
        term.forms().stream()
            .limit(OpenAnswer.FORMS)
            .map(form -> new OpenAnswer.Form(form.text(), form.count()))
            .toList(),
        term.shown() == Shown.WAITS,
        ruling);
  }
}
