package io.plenary.words;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** An enum whose constants stand on the wire as their names in lower case. */
public interface Word {
  String name();

  /** The constant as the schema spells it. */
  @JsonValue
  default String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
