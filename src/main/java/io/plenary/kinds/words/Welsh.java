package io.plenary.kinds.words;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Mutations and stop words of Welsh, of words in lower case without accents and apostrophes. A word
 * begins differently after others: "merch" is "ferch" after "y". What is mutated is known by a
 * lexicon of radicals, and only where it can be nothing else.
 */
final class Welsh {
  private static final Set<String> STOP =
      English.words(
          """
          y yr r a ac ag i o yn ar am at dan dros gan yng ym gyda efo drwy trwy wrth hyd neu na nag ond os fel \
          ein eich eu ei fy dy fi ti ef hi ni chi nhw mae yw ydy ydi sy sydd bod oedd oes hwn hon hyn hynny yma yna \
          ir or ar nr\
          """);

  /** Soft, nasal and aspirate mutations of first letters; a soft g is gone. */
  private static final Map<String, List<String>> MUTATIONS =
      Map.of(
          "p", List.of("b", "mh", "ph"),
          "t", List.of("d", "nh", "th"),
          "c", List.of("g", "ngh", "ch"),
          "b", List.of("f", "m"),
          "d", List.of("dd", "n"),
          "g", List.of("", "ng"),
          "m", List.of("f"),
          "ll", List.of("l"),
          "rh", List.of("r"));

  /** What "her" and "their" put before a vowel. */
  private static final String VOWELS = "aeiouwy";

  /** Would be a mutated word, and is a common one of English or of Welsh in its own right. */
  private static final Set<String> OTHERS =
      English.words(
          """
          air ban bar bell bill bin bit bob bond boss both bun dag dal dan day deg den dim din dod dull dun fan far \
          fat fed fig fin fit fog for fun gain gal gan gap gas gem get god got gram gun gut lad lan law lead less let \
          lid life line link live loan long lord loss low mad man map mat meet men met mill mind mint miss mom mud \
          mum nail name near need net new nod nose not nun ran rest rich ring risk rod room run well wen win wise \
          with wood word work world worth more math the thai than fab fag mag char chi lawn fore wan wag dew mach \
          les las beth pan fel fod ffordd ddoe nawr neb nes nifer nos lle oed ol\
          """);

  private static final Map<String, String> RADICALS = radicals();

  private Welsh() {}

  static boolean isStop(String word) {
    return STOP.contains(word);
  }

  /** Whether it is a word of the lexicon, or a mutated one. */
  static boolean knows(String word) {
    return RADICALS.containsKey(word);
  }

  /** Of a word that is {@link #knows known}. */
  static String radical(String word) {
    return RADICALS.getOrDefault(word, word);
  }

  private static Map<String, String> radicals() {
    Set<String> lexicon = WelshWords.all();
    Map<String, String> radicals = new HashMap<>();
    Set<String> unclear = new HashSet<>();
    for (String word : lexicon) {
      for (String mutated : mutated(word)) {
        if (mutated.length() < 3 || lexicon.contains(mutated) || OTHERS.contains(mutated)) continue;
        String other = radicals.put(mutated, word);
        if (other != null && !other.equals(word)) unclear.add(mutated);
      }
    }
    radicals.keySet().removeAll(unclear);
    for (String word : lexicon) radicals.put(word, word);
    return Map.copyOf(radicals);
  }

  private static Set<String> mutated(String word) {
    Set<String> forms = new HashSet<>();
    String first =
        word.startsWith("ll") || word.startsWith("rh") ? word.substring(0, 2) : one(word);
    List<String> others = MUTATIONS.getOrDefault(first, List.of());
    boolean digraph = word.startsWith("ch") || word.startsWith("ph") || word.startsWith("th");
    if (!digraph && !word.startsWith("dd")) {
      others.forEach(letter -> forms.add(letter + word.substring(first.length())));
    }
    if (VOWELS.contains(first)) forms.add("h" + word);
    return forms;
  }

  private static String one(String word) {
    return word.substring(0, 1);
  }
}
