package io.plenary.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * JSON in one form only, so that the same content has the same digest however it is laid out: RFC
 * 8785 (JCS).
 */
final class Canonical {
  static final String DIGEST = "digest";

  /**
   * ECMAScript writes what is larger, or smaller than the other, with an exponent. No file of ours
   * holds such numbers.
   */
  private static final BigDecimal LARGE = new BigDecimal("1e21");

  private static final BigDecimal SMALL = new BigDecimal("1e-6");

  private Canonical() {}

  /**
   * {@code sha256:} and 64 hex digits, over everything but the member {@code digest}.
   *
   * @throws ArithmeticException if the file holds a number that none of ours can hold
   */
  static String digest(ObjectNode file) {
    ObjectNode rest = file.deepCopy();
    rest.remove(DIGEST);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text(rest).getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String text(JsonNode node) {
    StringBuilder out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  private static void write(JsonNode node, StringBuilder out) {
    if (node.isObject()) {
      TreeMap<String, JsonNode> members =
          new TreeMap<>(); // by UTF-16 code units, as section 3.2.3 wants
      node.forEachEntry(members::put);
      char before = '{';
      for (var member : members.entrySet()) {
        quote(member.getKey(), out.append(before));
        write(member.getValue(), out.append(':'));
        before = ',';
      }
      out.append(members.isEmpty() ? "{}" : "}");
    } else if (node.isArray()) {
      char before = '[';
      for (JsonNode element : node) {
        write(element, out.append(before));
        before = ',';
      }
      out.append(node.isEmpty() ? "[]" : "]");
    } else if (node.isTextual()) {
      quote(node.textValue(), out);
    } else if (node.isNumber()) {
      out.append(number(node.decimalValue()));
    } else {
      out.append(node.asText());
    }
  }

  private static String number(BigDecimal value) {
    BigDecimal size = value.abs();
    if (size.compareTo(LARGE) >= 0 || (value.signum() != 0 && size.compareTo(SMALL) < 0)) {
      throw new ArithmeticException("a number out of range");
    }
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int named = "\b\t\n\f\r\"\\".indexOf(c);
      if (named >= 0) out.append('\\').append("btnfr\"\\".charAt(named));
      else if (c < ' ') out.append(String.format("\\u%04x", (int) c));
      else out.append(c);
    }
    out.append('"');
  }
}
