package io.plenary.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.plenary.protocol.BallotMessage.CastVote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hot path: a well-formed vote that says its type first and answers in visible ASCII (ids,
 * numbers, words without accents), read without building a tree. Whatever is not exactly that gives
 * null, and {@link ClientReader} reads it or finds the words for what is wrong; so there is one
 * place that judges, and one that is fast.
 */
final class VoteParser {
  private static final int ALL = (1 << 8) - 1;

  private final JsonParser in;
  private int seen;
  private boolean sound = true;

  private VoteParser(JsonParser in) {
    this.in = in;
  }

  /**
   * @return null when this is no plain valid vote
   */
  static @Nullable CastVote parse(JsonParser in) {
    try {
      return new VoteParser(in).read();
    } catch (IOException e) {
      return null;
    }
  }

  private @Nullable CastVote read() throws IOException {
    if (in.nextToken() != JsonToken.START_OBJECT
        || !"type".equals(in.nextFieldName())
        || !"castVote".equals(in.nextTextValue())) {
      return null;
    }
    long ref = 0;
    long round = 0;
    long seq = 0;
    long heldMs = 0;
    String activity = "";
    String vote = "";
    List<String> answer = List.of();
    boolean abstain = false;
    String name;
    while (sound && (name = in.nextFieldName()) != null) {
      switch (name) {
        case "ref" -> ref = integer(0, 1);
        case "activity" -> activity = id(1);
        case "round" -> round = integer(2, 1);
        case "vote" -> vote = voteId(3);
        case "seq" -> seq = integer(4, 1);
        case "answer" -> answer = answer(5);
        case "abstain" -> abstain = flag(6);
        case "heldMs" -> heldMs = integer(7, 0);
        default -> sound = false;
      }
    }
    if (!sound
        || seen != ALL
        || in.currentToken() != JsonToken.END_OBJECT
        || in.nextToken() != null) {
      return null;
    }
    return new CastVote(ref, activity, round, vote, seq, answer, abstain, heldMs);
  }

  /** A field that stands there twice is unsound. */
  private void mark(int bit) {
    sound &= (seen & 1 << bit) == 0;
    seen |= 1 << bit;
  }

  private long integer(int bit, long min) throws IOException {
    mark(bit);
    if (in.nextToken() != JsonToken.VALUE_NUMBER_INT
        || in.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      sound = false;
      return 0;
    }
    long value = in.getLongValue();
    sound &= value >= min && value <= Wire.MAX_INTEGER;
    return value;
  }

  private String id(int bit) throws IOException {
    mark(bit);
    String s = in.nextTextValue();
    sound &= s != null && Text.isId(s, 24);
    return s;
  }

  private String voteId(int bit) throws IOException {
    mark(bit);
    String s = in.nextTextValue();
    sound &= s != null && Text.isVoteId(s);
    return s;
  }

  private boolean flag(int bit) throws IOException {
    mark(bit);
    JsonToken token = in.nextToken();
    sound &= token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE;
    return token == JsonToken.VALUE_TRUE;
  }

  private List<String> answer(int bit) throws IOException {
    mark(bit);
    sound &= in.nextToken() == JsonToken.START_ARRAY;
    List<String> all = new ArrayList<>(4);
    while (sound && in.nextToken() != JsonToken.END_ARRAY) {
      String entry = in.currentToken() == JsonToken.VALUE_STRING ? in.getText() : "";
      sound = isPlain(entry) && all.size() < BallotReader.MAX_ENTRIES;
      all.add(entry);
    }
    return all;
  }

  /** ASCII is clean and composed as it stands; what else may be an entry takes the other way. */
  private static boolean isPlain(String s) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c < ' ' || c > '~') return false;
    }
    return !s.isEmpty() && s.length() <= BallotReader.MAX_ENTRY;
  }
}
