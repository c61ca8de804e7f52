package io.plenary.identity;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Devices that signed in before, by a cookie of their own. It is no session and opens nothing: it
 * only says that whoever tries a password here is not one of the strangers. For each account that
 * was signed in to it holds {@code account.device.mac}: the device is 16 random bytes in base64url,
 * the MAC the first 16 bytes of HMAC-SHA256 over {@code "device" 0x00 account.device} under a key
 * derived from the server's secret. What is forged costs the store nothing; what is genuine counts
 * only as long as the account knows the device.
 */
public final class Devices {
  /** Without a sign-in for so long a device is a stranger again. */
  public static final Duration LIFETIME = Duration.ofDays(365);

  /** Several people may share a browser; the cookie does not grow for ever. */
  private static final int MOST = 5;

  private static final String BETWEEN = "~";
  private static final int LONGEST = 1_000;
  private static final Pattern SHAPE =
      Pattern.compile("([a-z0-9]{1,24})\\.([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{22})");

  private final DeviceStore store;
  private final Ids ids;
  private final MacKey key;

  public Devices(DeviceStore store, Ids ids, MacKey serverSecret) {
    this.store = store;
    this.ids = ids;
    this.key = serverSecret.derive(new Hmac(), "device-token");
  }

  /**
   * @param id random, told nobody but the device
   */
  record Device(String account, String id) {
    @Override
    public String toString() {
      return "Device[" + account + "]";
    }
  }

  /** Those that this server gave out. */
  List<Device> genuine(@Nullable String cookie) {
    if (cookie == null || cookie.length() > LONGEST) return List.of();
    Hmac hmac = new Hmac(); // any thread asks
    return Arrays.stream(cookie.split(BETWEEN, MOST + 1))
        .limit(MOST)
        .map(token -> genuine(token, hmac))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Device> genuine(String token, Hmac hmac) {
    Matcher shape = SHAPE.matcher(token);
    if (!shape.matches()) return Optional.empty();
    Device device = new Device(shape.group(1), shape.group(2));
    boolean same =
        MessageDigest.isEqual(
            mac(device, hmac).getBytes(StandardCharsets.US_ASCII),
            shape.group(3).getBytes(StandardCharsets.US_ASCII));
    return same ? Optional.of(device) : Optional.empty();
  }

  /** The one of these that the account knows. */
  Future<Optional<Device>> known(String account, List<Device> genuine) {
    Optional<Device> claimed =
        genuine.stream().filter(device -> device.account().equals(account)).findFirst();
    return claimed.isEmpty()
        ? Future.succeededFuture(claimed)
        : store
            .known(account, hash(claimed.get()), LIFETIME)
            .map(known -> known ? claimed : Optional.empty());
  }

  /**
   * The account knows the device from now on. One that it knew keeps its id; one that it knows no
   * longer gets another.
   *
   * @return what the cookie holds then
   */
  Future<String> remember(Account account, @Nullable String cookie) {
    List<Device> genuine = genuine(cookie);
    return known(account.id(), genuine)
        .compose(
            known -> {
              Device device = known.orElseGet(() -> new Device(account.id(), ids.secret128()));
              return store
                  .remember(account, hash(device), LIFETIME)
                  .map(v -> cookie(device, genuine));
            });
  }

  Future<Void> forget(Device device) {
    return store.forget(device.account(), hash(device));
  }

  private String cookie(Device device, List<Device> others) {
    Hmac hmac = new Hmac();
    List<String> tokens = new ArrayList<>();
    Stream.concat(
            Stream.of(device),
            others.stream().filter(other -> !other.account().equals(device.account())))
        .limit(MOST)
        .forEach(one -> tokens.add(one.account() + "." + one.id() + "." + mac(one, hmac)));
    return String.join(BETWEEN, tokens);
  }

  private String mac(Device device, Hmac hmac) {
    return hmac.shortened(key, "device", device.account() + "." + device.id());
  }

  private static String hash(Device device) {
    return Digests.sha256("device:" + device.id());
  }
}
