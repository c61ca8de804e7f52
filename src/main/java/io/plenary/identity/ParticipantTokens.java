package io.plenary.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a phone keeps to stay the same person: {@code eventId.participant.mac}. The participant is
 * 16 random bytes in base64url; the MAC is the first 16 bytes of HMAC-SHA256 over {@code
 * "participant" 0x00 eventId.participant}, in base64url, under a key derived from the server's
 * secret. Checking one needs no store. One instance per event loop.
 */
public final class ParticipantTokens {
  private static final Pattern SHAPE =
      Pattern.compile("([a-z0-9]{1,24})\\.([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{22})");
  private static final String LABEL = "participant";

  private static final Pattern JOIN_KEY = Pattern.compile("[A-Za-z0-9_-]{22}");

  private final Hmac hmac;
  private final MacKey key;
  private final MacKey joining;

  /**
   * @param serverSecret the same on every node
   */
  public ParticipantTokens(MacKey serverSecret, Hmac hmac) {
    this.hmac = hmac;
    this.key = serverSecret.derive(hmac, "participant-token");
    this.joining = serverSecret.derive(hmac, "join-key");
  }

  /** Whether it is what phones join with: 128 random bits as 22 symbols of base64url. */
  public static boolean isJoinKey(String text) {
    return JOIN_KEY.matcher(text).matches();
  }

  /**
   * Who joins an event with a key the phone made itself: the same person however often it is asked,
   * in other events another. First 16 bytes of HMAC-SHA256 over {@code "join" 0x00
   * eventId.joinKey}.
   */
  public String participant(String eventId, String joinKey) {
    return hmac.shortened(joining, "join", eventId + "." + joinKey);
  }

  /** Somebody who joined an event. */
  public record Joined(String eventId, String participant) {
    @Override
    public String toString() {
      return "Joined[" + eventId + "]";
    }
  }

  /**
   * @param participant as {@link Ids#participant()} makes it
   */
  public String issue(String eventId, String participant) {
    String body = eventId + "." + participant;
    String token = body + "." + hmac.shortened(key, LABEL, body);
    if (!SHAPE.matcher(token).matches()) {
      throw new IllegalArgumentException("not an event and a participant");
    }
    return token;
  }

  /**
   * Empty unless this server issued exactly this text. Takes the same time whatever part of the MAC
   * is wrong.
   */
  public Optional<Joined> verify(String token) {
    Matcher shape = SHAPE.matcher(token == null ? "" : token);
    if (!shape.matches()) {
      return Optional.empty();
    }
    // The text is compared, not the bytes it stands for: the last symbol of base64url has spare
    // bits, and one person has one token.
    byte[] expected =
        hmac.shortened(key, LABEL, shape.group(1) + "." + shape.group(2))
            .getBytes(StandardCharsets.US_ASCII);
    boolean genuine =
        MessageDigest.isEqual(expected, shape.group(3).getBytes(StandardCharsets.US_ASCII));
    return genuine ? Optional.of(new Joined(shape.group(1), shape.group(2))) : Optional.empty();
  }

  /** Empty unless the token is genuine and of this event. */
  public Optional<Joined> verify(@Nullable String token, String eventId) {
    if (token == null || !token.startsWith(eventId + ".")) return Optional.empty();
    return verify(token).filter(joined -> joined.eventId().equals(eventId));
  }
}
