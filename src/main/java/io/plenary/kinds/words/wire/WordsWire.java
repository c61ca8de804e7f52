package io.plenary.kinds.words.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.plenary.kinds.words.WordsDraft;
import io.plenary.kinds.words.WordsSettings.Language;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.BallotFields;
import io.plenary.protocol.Fields;
import io.plenary.protocol.KindWire;
import io.plenary.protocol.OrganiserBallot;
import io.plenary.protocol.RoomBallot;
import io.plenary.protocol.Wire;
import io.plenary.protocol.WireDraft;
import io.plenary.words.Results;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Word clouds as they travel, shaped as in {@code kinds/words} of the protocol. */
public final class WordsWire {
  private static final String KIND = "words";

  /** All that the wire must know of the kind. */
  public static final KindWire ALL =
      new KindWire(KIND, Draft::read, List.of(Words.class, OrganiserWords.class));

  private WordsWire() {}

  /**
   * What an organiser writes. {@code entries}: how many a person may give; {@code length}: how many
   * characters each may have. {@code abstain}: label of the way to abstain, null offers none.
   */
  public record Draft(
      String question,
      int entries,
      int length,
      boolean approveFirst,
      List<Language> languages,
      @Nullable String abstain,
      Results results)
      implements WireDraft {
    public Draft {
      languages = List.copyOf(languages);
    }

    /** Reads every member, and refuses others. */
    public static Draft read(Fields f) throws BadMessage {
      Draft draft =
          new Draft(
              BallotFields.question(f),
              (int) f.integer("entries", 1, WordsDraft.MAX_ENTRIES),
              (int) f.integer("length", WordsDraft.MIN_LENGTH, WordsDraft.MAX_LENGTH),
              f.flag("approveFirst"),
              languages(f),
              BallotFields.abstain(f),
              BallotFields.results(f));
      f.end();
      return draft;
    }

    private static List<Language> languages(Fields f) throws BadMessage {
      Language[] known = Language.values();
      List<Language> languages = new ArrayList<>();
      for (String word : f.texts("languages", known.length, 1, 2)) {
        int before = languages.size();
        for (Language one : known) if (one.wire().equals(word)) languages.add(one);
        if (languages.size() == before || languages.indexOf(languages.get(before)) < before) {
          throw f.wrong("languages", "each of en and cy once at most");
        }
      }
      return languages;
    }
  }

  /** A word cloud as the room sees it. */
  public record Words(
      @JsonUnwrapped RoomBallot ballot,
      String question,
      int entries,
      int length,
      boolean approveFirst,
      List<Language> languages,
      @Nullable String abstain)
      implements Wire.BallotView {
    public Words {
      languages = List.copyOf(languages);
    }

    /** Whether people write in Welsh, too. */
    public boolean welsh() {
      return languages.contains(Language.CY);
    }

    @Override
    public String kind() {
      return KIND;
    }
  }

  /** A word cloud as its organisers see it. */
  public record OrganiserWords(
      @JsonUnwrapped OrganiserBallot ballot,
      String question,
      int entries,
      int length,
      boolean approveFirst,
      List<Language> languages,
      @Nullable String abstain)
      implements Wire.OrganiserBallotView {
    public OrganiserWords {
      languages = List.copyOf(languages);
    }

    @Override
    public String kind() {
      return KIND;
    }
  }
}
