package io.plenary.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How JSON is read here: UTF-8 only, no duplicate keys, nothing after the value, bounded in depth
 * and in the length of numbers.
 */
final class Json {
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          // Field names come from strangers; they have no business in the JVM's table of interned
          // strings.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(16).maxNumberLength(40).build())
          .build();

  static final JsonMapper MAPPER =
      JsonMapper.builder(FACTORY)
          .annotationIntrospector(new MessageNames())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .build();

  private static final ObjectReader TREES =
      MAPPER
          .reader()
          .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .with(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  static {
    register(ServerMessage.class);
  }

  private Json() {}

  /**
   * Reads what a server sends, about these kinds as well, and their activities as their records.
   */
  static ObjectReader serverReader(Collection<KindWire> kinds) {
    JsonMapper mapper = MAPPER.copy();
    for (KindWire kind : kinds) {
      kind.records().forEach(r -> mapper.registerSubtypes(new NamedType(r, kind.word())));
      kind.answers().forEach(mapper::registerSubtypes);
    }
    return mapper.readerFor(ServerMessage.class);
  }

  /**
   * @param otherwise what to say if this is not one JSON object; the place is added where it is
   *     known
   * @throws BadMessage {@link ErrorCode#MALFORMED}
   */
  static JsonNode object(byte[] utf8, String otherwise) throws BadMessage {
    try {
      JsonNode tree = TREES.readTree(utf8);
      if (tree.isObject()) {
        return tree;
      }
      throw malformed(otherwise, null);
    } catch (JsonProcessingException e) {
      throw malformed(otherwise, e.getLocation());
    } catch (IOException e) {
      throw malformed(otherwise, null);
    }
  }

  /** Without Jackson's own words, which quote what was sent. */
  private static BadMessage malformed(String words, @Nullable JsonLocation at) {
    String where =
        at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    return new BadMessage(ErrorCode.MALFORMED, null, words + where);
  }

  private static void register(Class<?> sealed) {
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isRecord()) {
        MAPPER.registerSubtypes(permitted);
      } else if (permitted.isSealed()) {
        register(permitted);
      }
    }
  }

  /** Calls messages of the server like their records, whoever writes or reads them. */
  private static final class MessageNames extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public @Nullable String findTypeName(AnnotatedClass type) {
      Class<?> raw = type.getRawType();
      return raw.isRecord() && ServerMessage.class.isAssignableFrom(raw)
          ? typeOf(raw)
          : super.findTypeName(type);
    }

    private static String typeOf(Class<?> record) {
      String name = record.getSimpleName().replaceFirst("Message$", "");
      return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
  }
}
