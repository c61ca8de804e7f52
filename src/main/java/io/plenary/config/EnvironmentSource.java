package io.plenary.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings from environment variables. An empty variable is as good as none (compose files set
 * those).
 */
final class EnvironmentSource {
  static final String CONFIG = "PLENARY_CONFIG";

  private EnvironmentSource() {}

  /**
   * @return by the setting's name
   */
  static Map<String, Raw> read(Map<String, String> env, Problems problems) {
    List<String> known = new ArrayList<>(List.of(CONFIG));
    Map<String, Raw> found = new HashMap<>();
    for (Setting<?> setting : Declared.ALL) {
      known.addAll(setting.env());
      for (String name : setting.env()) {
        String text = env.getOrDefault(name, "").strip();
        Raw other = text.isEmpty() ? null : found.putIfAbsent(setting.name(), new Raw(name, text));
        if (other != null && !other.text().equals(text)) {
          problems.add(
              other.origin() + " and " + name + " are both set and differ. Set only one of them.");
        }
      }
    }
    for (String name : new TreeMap<>(env).keySet()) {
      if (name.startsWith("PLENARY_") && !known.contains(name)) {
        report(name, known, problems);
      }
    }
    return found;
  }

  // Kubernetes gives every pod variables about each service; a service called "plenary" makes
  // these.
  private static void report(String name, List<String> known, Problems problems) {
    if (name.matches("PLENARY_(SERVICE_(HOST|PORT)|PORT_[0-9]+_).*")) {
      problems.add(
          "Unknown environment variable "
              + name
              + ". It looks like one that Kubernetes makes for a service called plenary:"
              + " set enableServiceLinks: false for the pod, or give the service another name.");
    } else {
      problems.unknown("environment variable", name, known);
    }
  }
}
