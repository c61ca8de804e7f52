package io.plenary.config;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of one setting.
 *
 * @param name as in the file ({@code batch-size}) and, after two dashes, on the command line
 * @param env names of environment variables that set it, the preferred one first
 * @param group heading it stands under in the help
 * @param type how its text is read and what is allowed
 * @param defaultText the default as one would type it; empty when the default is computed or there
 *     is none
 * @param defaultNote what to say of the default when there is no {@code defaultText}
 * @param bare the value when the option stands alone on the command line; null when a value is
 *     required there
 * @param description what it does, one sentence or two
 */
record Setting<T>(
    String name,
    List<String> env,
    String group,
    ValueType<T> type,
    String defaultText,
    @Nullable String defaultNote,
    @Nullable String bare,
    String description) {

  static <T> Setting<T> of(
      String group, String name, ValueType<T> type, String defaultText, String description) {
    return new Setting<>(
        name, List.of(envName(name)), group, type, defaultText, null, null, description);
  }

  /** No fixed default: {@code note} says what happens instead. */
  static <T> Setting<T> optional(
      String group, String name, ValueType<T> type, String note, String description) {
    return new Setting<>(name, List.of(envName(name)), group, type, "", note, null, description);
  }

  Setting<T> alsoEnv(String preferred) {
    return new Setting<>(
        name,
        List.of(preferred, envName(name)),
        group,
        type,
        defaultText,
        defaultNote,
        bare,
        description);
  }

  Setting<T> bare(String value) {
    return new Setting<>(name, env, group, type, defaultText, defaultNote, value, description);
  }

  String option() {
    return "--" + name;
  }

  /** The default as the help and the documents tell it. */
  @Nullable String defaultSaid() {
    return defaultText.isEmpty() ? defaultNote : defaultText;
  }

  static String envName(String name) {
    return "PLENARY_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
