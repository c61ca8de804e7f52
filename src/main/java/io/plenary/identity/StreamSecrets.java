package io.plenary.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What names an event stream: {@code node.random.mac}. The node is the one that holds the stream,
 * so that any other one can pass a message on. The MAC is the first 16 bytes of HMAC-SHA256 over
 * {@code "stream" 0x00 node.random}, in base64url, under a key derived from the server's secret:
 * nobody can make this server talk to nodes that it does not have. One instance per event loop.
 */
public final class StreamSecrets {
  private static final Pattern SHAPE =
      Pattern.compile("([a-z0-9]{12})\\.([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{22})");
  private static final String LABEL = "stream";
  private final Hmac hmac;
  private final MacKey key;
  private final Ids ids;
  private final String node;

  /**
   * @param serverSecret the same on every node
   * @param node name of this one
   */
  public StreamSecrets(MacKey serverSecret, Hmac hmac, Ids ids, String node) {
    this.hmac = hmac;
    this.key = serverSecret.derive(hmac, "stream-secret");
    this.ids = ids;
    this.node = node;
  }

  /** Of a stream that this node holds. */
  public String fresh() {
    String body = node + "." + ids.secret128();
    return body + "." + hmac.shortened(key, LABEL, body);
  }

  /** The other node that holds this stream; empty when it is this one's, or none of ours. */
  public Optional<String> elsewhere(String secret) {
    Matcher shape = SHAPE.matcher(secret);
    if (!shape.matches() || shape.group(1).equals(node)) return Optional.empty();
    byte[] expected =
        hmac.shortened(key, LABEL, shape.group(1) + "." + shape.group(2))
            .getBytes(StandardCharsets.US_ASCII);
    boolean genuine =
        MessageDigest.isEqual(expected, shape.group(3).getBytes(StandardCharsets.US_ASCII));
    return genuine ? Optional.of(shape.group(1)) : Optional.empty();
  }
}
