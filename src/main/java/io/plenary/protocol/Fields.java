package io.plenary.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.words.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object strictly: every field has exactly one type, nothing is converted, and
 * {@link #end} refuses what was not asked for. Every error names the place, for example {@code
 * draft.options[2].text}.
 */
public final class Fields {
  private final ObjectNode object;
  private final String path;
  private final Set<String> read = new HashSet<>();

  Fields(JsonNode node, String path) throws BadMessage {
    if (!(node instanceof ObjectNode o)) {
      throw BadMessage.field(path, "must be an object");
    }
    this.object = o;
    this.path = path;
  }

  /**
   * @param notJson what to say if this is not one JSON object; the place is added
   * @throws BadMessage {@link ErrorCode#MALFORMED}
   */
  public static Fields parse(byte[] utf8, String notJson) throws BadMessage {
    return new Fields(Json.object(utf8, notJson), "");
  }

  /** Refuses every field that was not read. */
  public void end() throws BadMessage {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!read.contains(name)) {
        boolean quotable = name.length() <= 40 && Text.isClean(name, false);
        throw BadMessage.field(quotable ? at(name) : at("?"), "is not a known field here");
      }
    }
  }

  /** For what only the caller can judge: the place of {@code name}, and what is expected there. */
  public BadMessage wrong(String name, String expected) {
    return BadMessage.field(at(name), expected);
  }

  public boolean has(String name) {
    return object.has(name);
  }

  public long integer(String name, long min, long max) throws BadMessage {
    JsonNode node = required(name);
    if (!node.isIntegralNumber()
        || !node.canConvertToLong()
        || node.longValue() < min
        || node.longValue() > max) {
      throw BadMessage.field(at(name), "must be a whole number from " + min + " to " + max);
    }
    return node.longValue();
  }

  /** The largest is {@link Wire#MAX_INTEGER}. */
  public long atLeast(String name, long min) throws BadMessage {
    return integer(name, min, Wire.MAX_INTEGER);
  }

  /** What names a message on its connection. */
  public long ref() throws BadMessage {
    return atLeast("ref", 1);
  }

  /** The revision its sender decided on. */
  public long rev() throws BadMessage {
    return atLeast("rev", 0);
  }

  public boolean flag(String name) throws BadMessage {
    JsonNode node = required(name);
    if (!node.isBoolean()) {
      throw BadMessage.field(at(name), "must be true or false");
    }
    return node.booleanValue();
  }

  public String text(String name, int min, int max) throws BadMessage {
    return checkText(at(name), string(name), min, max, false);
  }

  /** Text that may have several lines. */
  public String lines(String name, int min, int max) throws BadMessage {
    return checkText(at(name), string(name), min, max, true);
  }

  public String id(String name) throws BadMessage {
    return checkId(at(name), string(name), 24);
  }

  public @Nullable String idOrNull(String name) throws BadMessage {
    return isNull(name) ? null : id(name);
  }

  /** One that the sender has drawn, long enough to be no other's; null when there is none. */
  public @Nullable String newIdOrAbsent(String name) throws BadMessage {
    if (!has(name)) return null;
    String s = string(name);
    if (s.length() < 16 || !Text.isId(s, 24)) {
      throw BadMessage.field(at(name), "must be 16 to 24 small letters or digits");
    }
    return s;
  }

  public String optionId(String name) throws BadMessage {
    return checkId(at(name), string(name), 8);
  }

  public String voteId(String name) throws BadMessage {
    String s = string(name);
    if (!Text.isVoteId(s)) {
      throw BadMessage.field(at(name), "must be 16 to 32 letters, digits, - or _");
    }
    return s;
  }

  public String day(String name) throws BadMessage {
    String s = string(name);
    if (!Text.isDay(s)) {
      throw BadMessage.field(at(name), "must be a date like 2027-03-08");
    }
    return s;
  }

  public <E extends Enum<E> & Word> E oneOf(String name, E[] values) throws BadMessage {
    String s = string(name);
    StringBuilder names = new StringBuilder();
    for (E value : values) {
      if (value.wire().equals(s)) {
        return value;
      }
      names.append(names.length() == 0 ? "" : ", ").append(value.wire());
    }
    throw BadMessage.field(at(name), "must be one of " + names);
  }

  /** One of some words that only the caller knows. */
  public String oneOf(String name, Collection<String> words) throws BadMessage {
    String s = string(name);
    if (!words.contains(s)) {
      throw BadMessage.field(at(name), "must be one of " + String.join(", ", words));
    }
    return s;
  }

  public boolean isNull(String name) throws BadMessage {
    return required(name).isNull();
  }

  public Fields object(String name) throws BadMessage {
    return new Fields(required(name), at(name));
  }

  public List<Fields> objects(String name, int min, int max) throws BadMessage {
    List<Fields> all = new ArrayList<>();
    for (JsonNode item : array(name, min, max)) {
      all.add(new Fields(item, at(name) + "[" + all.size() + "]"));
    }
    return all;
  }

  public List<String> texts(String name, int maxItems, int min, int max) throws BadMessage {
    List<String> all = new ArrayList<>();
    for (JsonNode item : array(name, 0, maxItems)) {
      String place = at(name) + "[" + all.size() + "]";
      all.add(checkText(place, stringOf(place, item), min, max, false));
    }
    return all;
  }

  /** Marks a field as known without looking at it. */
  public void skip(String name) {
    read.add(name);
  }

  public String string(String name) throws BadMessage {
    return stringOf(at(name), required(name));
  }

  private JsonNode array(String name, int min, int max) throws BadMessage {
    JsonNode node = required(name);
    if (!node.isArray()) {
      throw BadMessage.field(at(name), "must be a list");
    }
    if (node.size() < min) {
      throw BadMessage.field(
          at(name), min == 1 ? "must not be empty" : "at least " + min + " " + name);
    }
    if (node.size() > max) {
      throw BadMessage.field(at(name), "at most " + max + " " + name);
    }
    return node;
  }

  private JsonNode required(String name) throws BadMessage {
    read.add(name);
    JsonNode node = object.get(name);
    if (node == null) {
      throw BadMessage.field(at(name), "is missing");
    }
    return node;
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String stringOf(String place, JsonNode node) throws BadMessage {
    if (!node.isTextual()) {
      throw BadMessage.field(place, "must be text");
    }
    return node.textValue();
  }

  private static String checkId(String place, String s, int max) throws BadMessage {
    if (!Text.isId(s, max)) {
      throw BadMessage.field(place, "must be 1 to " + max + " small letters or digits");
    }
    return s;
  }

  private static String checkText(String place, String s, int min, int max, boolean newlines)
      throws BadMessage {
    if (!Text.hasLength(s, min, max)) {
      throw BadMessage.field(
          place,
          s.isEmpty() ? "must not be empty" : "must be " + min + " to " + max + " characters");
    }
    if (!Text.isClean(s, newlines)) {
      throw BadMessage.field(place, "has characters that are not text");
    }
    String composed = Text.composed(s); // a few characters are longer then
    if (!Text.hasLength(composed, min, max)) {
      throw BadMessage.field(place, "must be " + min + " to " + max + " characters");
    }
    return composed;
  }
}
