package io.plenary.kinds.words.simulation;

import io.plenary.kinds.words.wire.WordsWire.Words;
import io.plenary.simulation.Taste;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What simulated people write: few words often and many seldom, as Zipf's law has it, in an order
 * of each room's own; some in capitals or in the plural, and some in Welsh where Welsh was asked
 * for.
 */
public final class WordsTaste implements Taste<Words> {
  private static final double WELSH = 0.2;
  private static final double MORE = 0.55;
  private static final double SMALL = 0.45;
  private static final double LOUD = 0.04;

  private static final List<String> ENGLISH_WORDS =
      List.of(
          """
          Proud,Hopeful,Tired,Supported,Inspired,Listening,Teamwork,Courage,Childcare,Pay gap,Kindness,Balance,Change,\
          Mentoring,Flexible working,Grateful,Resilience,Growing,Community,Equality,Trust,Connected,Energy,Curious,\
          Leadership,Ambition,Wellbeing,Respect,Progress,Strong,Stretched,Valued,Heard,Empowered,Challenge,Safe,Caring,\
          Busy,Together,Collaboration,Compassion,Diversity,Learning,Voice,Time,Joy,Networks,Opportunity,Overwhelmed,\
          Role models,Passion,Patience,Determined,Visibility,Fairness,Honest,Optimistic,Sisterhood,Creative,Ready,\
          Allies,Innovation,Self-care,Determination,Celebrate,Friendship,Bold,Unstoppable,Workload,Momentum,Belonging,\
          Purpose,Skills,Coffee,Laughter,Confident,Recognition,Sponsorship,Agency,Impact,Openness,Recharged,Warmth,\
          Frustrated,Humour,Staffing,Retention,Menopause support,Career breaks,Women in STEM,Shared parental leave\
          """
              .split(","));

  private static final List<String> WELSH_WORDS =
      List.of(
          """
          Balch,Gobaith,Cydweithio,Cefnogaeth,Dewrder,Blinedig,Ysbrydoli,Gofal plant,Caredigrwydd,Cydraddoldeb,Cymuned,\
          Arweinyddiaeth,Cydbwysedd,Parch,Lles,Newid,Tegwch,Dysgu,Llais,Hyderus,Cysylltiad,Ymddiriedaeth,Gwaith tîm,\
          Merched,Egni,Gwerthfawr,Diolchgar,Prysur,Cynnydd,Tosturi\
          """
              .split(","));

  @Override
  public Class<Words> ballot() {
    return Words.class;
  }

  @Override
  public List<String> answer(Words words, long room, RandomGenerator random) {
    Random lean = new Random(room ^ words.question().hashCode());
    List<String> english = order(ENGLISH_WORDS, lean);
    List<String> welsh = order(WELSH_WORDS, lean);
    boolean inWelsh = words.welsh() && random.nextDouble() < WELSH;
    int entries = 1;
    while (entries < words.entries() && random.nextDouble() < MORE) entries++;
    Set<String> written = new LinkedHashSet<>();
    while (written.size() < entries) {
      String word = one(inWelsh ? welsh : english, random);
      if (word.length() <= words.length()) written.add(word);
    }
    return written.stream()
        .sorted(Comparator.comparing(WordsTaste::letters))
        .map(word -> typed(word, random))
        .toList();
  }

  /** Ballots have entries in the order of these, whatever the order in which they were typed. */
  private static String letters(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[ -]", "");
  }

  /** What is common in a room. */
  private static List<String> order(List<String> words, Random lean) {
    List<String> order = new ArrayList<>(words);
    Collections.shuffle(order, lean);
    return order;
  }

  /** The first twice as often as the second, three times as often as the third. */
  private static String one(List<String> words, RandomGenerator random) {
    double all = 0;
    for (int i = 1; i <= words.size(); i++) all += 1.0 / i;
    double at = random.nextDouble() * all;
    int i = 0;
    while (i < words.size() - 1 && (at -= 1.0 / (i + 1)) >= 0) i++;
    return words.get(i);
  }

  /** As thumbs type it. */
  private static String typed(String word, RandomGenerator random) {
    double how = random.nextDouble();
    if (how < LOUD) return word.toUpperCase(Locale.ROOT);
    return how < LOUD + SMALL ? word.toLowerCase(Locale.ROOT) : word;
  }
}
