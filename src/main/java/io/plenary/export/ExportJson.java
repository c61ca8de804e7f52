package io.plenary.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How JSON files are written: indented, because people open them. */
final class ExportJson {
  static final JsonMapper MAPPER = new JsonMapper();

  private static final ObjectWriter WRITER = MAPPER.writerWithDefaultPrettyPrinter();

  private ExportJson() {}

  static ObjectNode file(String format, int version, Instant exportedAt) {
    return MAPPER
        .createObjectNode()
        .put("format", format)
        .put("version", version)
        .put("exportedAt", exportedAt.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** With a digest of the whole at the end. */
  static byte[] bytes(ObjectNode file) {
    file.put(Canonical.DIGEST, Canonical.digest(file));
    try {
      return WRITER.writeValueAsBytes(file);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
