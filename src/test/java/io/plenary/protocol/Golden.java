package io.plenary.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.plenary.kinds.AllKinds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that say the wire once: schemas, codes and golden messages. */
public final class Golden {
  private static final JsonMapper PLAIN = new JsonMapper();

  public static final Path HOME = Path.of("src/main/protocol/v1");
  public static final JsonSchema CLIENT_SCHEMA = schema("assembled/client-message.schema.json");
  public static final JsonSchema SERVER_SCHEMA = schema("assembled/server-message.schema.json");

  private static final Set<String> UNION = Set.of("oneOf", "anyOf");

  /** Where the type or the kind of one branch is said. */
  private static final Pattern BRANCH =
      Pattern.compile("(.*(?:oneOf|anyOf)\\[\\d+]).*\\.(?:type|kind)\\.const");

  private Golden() {}

  /**
   * Made when it is asked for: Jazzer instruments what is loaded after the golden files are read.
   */
  private static final class OfAllKinds {
    static final Codec CODEC = AllKinds.REGISTRY.codec();
  }

  /** Of every kind there is. */
  static Codec codec() {
    return OfAllKinds.CODEC;
  }

  /**
   * File name to content, of {@code client}, {@code server} or {@code invalid}: what all kinds
   * share and what each kind brings. No two files have one name.
   */
  public static Map<String, JsonNode> files(String folder) {
    Path of = Path.of("golden", folder);
    try (Stream<Path> files = Files.walk(HOME)) {
      return files
          .filter(f -> f.getParent().endsWith(of))
          .collect(
              Collectors.toMap(
                  f -> f.getFileName().toString(),
                  Golden::read,
                  (a, b) -> {
                    throw new IllegalStateException("two golden files of one name: " + b);
                  },
                  TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is wrong with a message, and empty when nothing is. Of the branches of a union only that
   * of its type, or of its activity's kind, is spoken of: the others only say that it is another.
   */
  public static Set<String> faults(JsonSchema schema, JsonNode message) {
    Set<ValidationMessage> all = schema.validate(message);
    List<String> others =
        all.stream()
            .filter(one -> one.getType().equals("const"))
            .map(one -> one.getEvaluationPath().toString())
            .map(path -> BRANCH.matcher(path))
            .filter(Matcher::matches)
            .map(branch -> branch.group(1))
            .toList();
    Set<String> said =
        all.stream()
            .filter(one -> !UNION.contains(one.getType()))
            .filter(one -> !one.getMessage().endsWith(" found, null expected"))
            .filter(
                one -> others.stream().noneMatch(one.getEvaluationPath().toString()::startsWith))
            .map(ValidationMessage::getMessage)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!said.isEmpty()) return said;
    return all.stream().map(ValidationMessage::getMessage).collect(Collectors.toSet());
  }

  static JsonNode read(Path file) {
    try {
      return PLAIN.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(JsonNode tree) {
    try {
      return PLAIN.writeValueAsBytes(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(byte[] json) {
    try {
      return PLAIN.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every record of a sealed interface, through the sealed interfaces between. */
  static List<Class<?>> records(Class<?> type) {
    return Arrays.stream(type.getPermittedSubclasses())
        .filter(c -> c.isRecord() || c.isSealed())
        .flatMap(c -> c.isSealed() ? records(c).stream() : Stream.of(c))
        .collect(Collectors.toList());
  }

  private static JsonSchema schema(String file) {
    Path path = HOME.resolve(file);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(path.toUri(), read(path));
  }
}
