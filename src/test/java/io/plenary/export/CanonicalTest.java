package io.plenary.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {
  private final JsonMapper json = new JsonMapper();

  /**
   * The keys and string of RFC 8785, sections 3.2.2 and 3.2.3; the emoji sorts before U+FB33, by
   * UTF-16 code units.
   */
  @Test
  void writesOneFormOnly() throws IOException {
    String in =
        """
        { "\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew", "1": [ 56, {"d": true, "10": null,\
         "1": []} ],
          "\\ud83d\\ude00": "Emoji", "\\u0080": "Control",\
         "\\u00f6": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/", "": {} }\
        """;
    assertEquals(
        "{\"\":{},\"\\r"
            + "\":\"Carriage"
            + " Return\",\"1\":[56,{\"1\":[],\"10\":null,\"d\":true}],\"\u0080\":\"Control\","
            + "\"\u00f6\":\"\u20ac$\\u000f\\n"
            + "A'B\\\"\\\\\\\\\\\"/\",\"\u20ac\":\"Euro"
            + " Sign\",\"\ud83d\ude00\":\"Emoji\",\"\ufb33\":\"Hebrew\"}",
        Canonical.text(json.readTree(in)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "33.3, 33.3",
    "100.0, 100",
    "1e2, 100",
    "120, 120",
    "0.000001, 0.000001",
    "9007199254740991, 9007199254740991",
    "-1.50, -1.5"
  })
  void numbersAreThoseOfEcmaScript(String in, String out) throws IOException {
    assertEquals(out, Canonical.text(json.readTree(in)));
  }

  @Test
  void hasNoFormForNumbersWeNeverWrite() throws IOException {
    for (String number : new String[] {"1e21", "-1e300", "1e-7"}) {
      assertThrows(ArithmeticException.class, () -> Canonical.text(json.readTree(number)));
    }
  }

  /** Computed with another implementation. */
  @Test
  void digestIsOfEverythingElse() throws IOException {
    ObjectNode file =
        (ObjectNode) json.readTree("{\"version\": 1, \"digest\": \"x\", \"name\": \"\u00e9\"}");
    assertEquals(
        "sha256:0eae4659026698f17c83016cb3340b6a0828de90958a89692276d936b57d5def",
        Canonical.digest(file));
    assertEquals("x", file.get("digest").textValue());
  }
}
