package io.plenary.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * Where the wire finds its kinds: a service of {@link ServiceLoader}, because whoever reads a
 * message needs the kinds, and no kind may be known here.
 */
public interface KindWires {
  List<KindWire> all();

  /**
   * By their words.
   *
   * @throws IllegalStateException when two kinds have one word
   */
  static Map<String, KindWire> found() {
    List<KindWire> found = new ArrayList<>();
    ServiceLoader.load(KindWires.class, KindWires.class.getClassLoader())
        .forEach(some -> found.addAll(some.all()));
    Map<String, KindWire> byWord = new TreeMap<>();
    for (KindWire kind : found) {
      if (byWord.put(kind.word(), kind) != null) {
        throw new IllegalStateException("two kinds are called " + kind.word());
      }
    }
    return Map.copyOf(byWord);
  }
}
