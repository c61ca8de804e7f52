package io.plenary.kinds.words.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.event.RuleViolation;
import io.plenary.kinds.words.Words;
import io.plenary.voting.Ruling;
import io.plenary.voting.Rulings;
import io.plenary.voting.Tally;
import io.plenary.words.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts the ballots of a file again. Which forms moderators joined, what they called a term and
 * what they let through is taken from its lists; that nothing else is counted as one, and each
 * person once, follows from the ballots.
 */
final class WordsRecount {
  private final Words words;
  private final JsonNode results;
  private final Consumer<String> wrong;
  private final Map<String, Ruling> rulings = new HashMap<>();

  /** The term under which each form is listed. */
  private final Map<String, String> terms = new HashMap<>();

  WordsRecount(Words words, JsonNode results, Consumer<String> wrong) {
    this.words = words;
    this.results = results;
    this.wrong = wrong;
    results.path(FiledWords.SHOWN).forEach(this::term);
    JsonNode unshown = results.path(FiledWords.UNSHOWN);
    for (int i = 0; i < unshown.size(); i++) {
      boolean waits = unshown.get(i).path("waits").asBoolean();
      Standing standing = waits ? Standing.UNDECIDED : Standing.HIDDEN;
      rulings.put(FiledWords.keptBack(i + 1), new Ruling(1, standing, "", ""));
    }
  }

  private void term(JsonNode term) {
    String family = Words.family(term.path("word").asText());
    String most = term.path("forms").path(0).path("text").asText();
    String text = term.path("text").asText();
    if (family.isEmpty() || rulings.containsKey(family)) {
      wrong.accept("the term " + term.path("word") + " is empty or is joined, or listed twice");
    }
    rulings.put(family, new Ruling(1, Standing.SHOWN, "", text.equals(most) ? "" : text));
    for (JsonNode form : term.path("forms")) form(form.path("text").asText(), family);
  }

  private void form(String form, String family) {
    String own = own(form);
    if (own == null) return;
    if (terms.put(form, family) != null) wrong.accept("the form “" + form + "” is listed twice");
    if (own.equals(family)) return;
    Ruling joined = new Ruling(1, Standing.SHOWN, family, "");
    Ruling other = rulings.put(own, joined);
    if (other != null && !other.equals(joined)) {
      wrong.accept("what “" + form + "” is a form of stands under two terms");
    }
  }

  /** Null, and said, when nobody can have written it. */
  private @Nullable String own(String form) {
    try {
      return words.familyOf(form);
    } catch (RuleViolation e) {
      wrong.accept("nobody can have written “" + form + "”");
      return null;
    }
  }

  Tally tally() {
    Map<String, Long> counts = new HashMap<>();
    long voted = 0;
    long abstained = 0;
    for (JsonNode ballot : results.get("ballots")) {
      if (ballot.isNull()) {
        abstained++;
        if (words.asked().abstain() == null) wrong.accept("a ballot abstains, and none may");
      } else {
        voted++;
        counted(ballot).forEach(counter -> counts.merge(counter, 1L, Long::sum));
      }
    }
    return new Tally(words.round(), 0, counts, voted, abstained, 0).under(new Rulings(1, rulings));
  }

  /** The counters that a ballot adds to. */
  private List<String> counted(JsonNode ballot) {
    Set<String> families = new HashSet<>();
    List<String> counters = new ArrayList<>();
    for (JsonNode entry : ballot) {
      String family = entry.isTextual() ? text(entry) : number(entry);
      if (family == null) continue;
      String form = entry.isTextual() ? entry.asText() : FiledWords.NO_FORM;
      counters.add(Words.counter(family, form));
      if (!families.add(family)) {
        wrong.accept("the ballot " + ballot + " has a term twice, and counts once for it");
      }
    }
    int most = words.asked().entries();
    if (!ballot.isArray() || ballot.isEmpty() || ballot.size() > most) {
      wrong.accept("the ballot " + ballot + " has not 1 to " + most + " entries");
    }
    return counters;
  }

  private @Nullable String text(JsonNode entry) {
    String family = terms.get(entry.asText());
    if (family == null) wrong.accept("a ballot has " + entry + ", which no term lists");
    return family;
  }

  private @Nullable String number(JsonNode entry) {
    int most = results.path(FiledWords.UNSHOWN).size();
    if (entry.isIntegralNumber() && entry.asLong() >= 1 && entry.asLong() <= most) {
      return FiledWords.keptBack(entry.asInt());
    }
    wrong.accept("a ballot has " + entry + ", which is no text and no number of a term not shown");
    return null;
  }
}
