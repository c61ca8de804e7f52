package io.plenary.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns raw values into typed ones, noting every bad one. */
final class Typed {
  private final Map<String, Raw> raw;
  private final Problems problems;

  Typed(Map<String, Raw> raw, Problems problems) {
    this.raw = raw;
    this.problems = problems;
  }

  /** Meaningless when problems were noted. */
  Settings settings(Path workingDir) {
    String host = fixed(Declared.HOST);
    Settings.Web web =
        new Settings.Web(
            host,
            fixed(Declared.PORT),
            optional(Declared.PUBLIC_URL),
            LanAddress.reachable(host),
            fixed(Declared.TRUST_PROXY),
            optional(Declared.EVENT_LOOPS)
                .orElseGet(() -> Math.min(Runtime.getRuntime().availableProcessors(), 8)));
    Settings.Store store =
        new Settings.Store(
            workingDir.resolve(fixed(Declared.DATA)).toAbsolutePath().normalize(),
            optional(Declared.REDIS_SERVER).map(server -> server.file(workingDir)),
            optional(Declared.REDIS_URL),
            fixed(Declared.STORE_COPIES),
            fixed(Declared.REDIS_ACCEPT_LOSS));
    Settings.Start start =
        new Settings.Start(
            fixed(Declared.EXAMPLE),
            fixed(Declared.SIMULATE),
            fixed(Declared.WARM_UP),
            fixed(Declared.CHECK));
    Settings.Event event =
        new Settings.Event(
            fixed(Declared.GRACE),
            fixed(Declared.TICK),
            fixed(Declared.BATCH_SIZE),
            fixed(Declared.MAX_PHONES),
            fixed(Declared.SESSION_LIFETIME),
            fixed(Declared.FINALISE_AFTER),
            fixed(Declared.AUDIT_LOG_LIFETIME));
    Settings.Operation operation =
        new Settings.Operation(
            fixed(Declared.MANAGEMENT_HOST),
            fixed(Declared.MANAGEMENT_PORT),
            fixed(Declared.LOG_FORMAT));
    return new Settings(web, store, start, event, provider(), operation);
  }

  /** All of it or nothing. */
  private Optional<Settings.Provider> provider() {
    Optional<URI> issuer = optional(Declared.OIDC_ISSUER);
    Optional<String> id = optional(Declared.OIDC_CLIENT_ID);
    Optional<String> secret = optional(Declared.OIDC_CLIENT_SECRET);
    Optional<String> name = optional(Declared.OIDC_NAME);
    List<Setting<?>> needed =
        List.of(
            Declared.OIDC_ISSUER,
            Declared.OIDC_CLIENT_ID,
            Declared.OIDC_CLIENT_SECRET,
            Declared.PUBLIC_URL);
    boolean wanted =
        Stream.of(Declared.OIDC_ISSUER, Declared.OIDC_CLIENT_ID, Declared.OIDC_CLIENT_SECRET)
            .anyMatch(setting -> raw.containsKey(setting.name()));
    if (!wanted) return Optional.empty();
    for (Setting<?> setting : needed) {
      if (!raw.containsKey(setting.name())) {
        problems.add("Signing in by a provider needs " + setting.name() + " as well.");
      }
    }
    if (issuer.isEmpty() || id.isEmpty() || secret.isEmpty()) return Optional.empty();
    return Optional.of(
        new Settings.Provider(
            issuer.get().toString(),
            id.get(),
            secret.get(),
            name.orElseGet(issuer.get()::getHost)));
  }

  private <T> T fixed(Setting<T> setting) {
    return optional(setting).orElseGet(() -> byDefault(setting));
  }

  private <T> Optional<T> optional(Setting<T> setting) {
    Raw value = raw.get(setting.name());
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(setting.type().read(value.text()));
    } catch (ValueType.BadValue e) {
      problems.add(
          value.origin()
              + (setting.type().secret() ? " " : ": ")
              + e.getMessage()
              + ". Allowed: "
              + setting.type().allowed()
              + ".");
      return Optional.empty();
    }
  }

  private static <T> T byDefault(Setting<T> setting) {
    try {
      return setting.type().read(setting.defaultText());
    } catch (ValueType.BadValue e) {
      throw new IllegalStateException(
          "the default of " + setting.name() + " is not allowed: " + e.getMessage(), e);
    }
  }
}
