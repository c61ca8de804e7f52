package io.plenary.identity;

import io.plenary.identity.ReportLink.Chosen;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Links to the report of an event, for people without an account. What is behind a link is read
 * anew for each request, so one that was revoked is worth nothing from that moment on. The secret
 * is stored as it is, as those of stages and remotes are: organisers read the link again and again.
 * It opens nothing but what they made public.
 */
public final class ReportLinks {
  private final ReportLinkStore store;
  private final Ids ids;

  public ReportLinks(ReportLinkStore store, Ids ids) {
    this.store = store;
    this.ids = ids;
  }

  /** What a code leads to. */
  public record Found(String event, Chosen chosen) {}

  public Future<Optional<ReportLink>> of(String event) {
    return store.find(event);
  }

  /** Makes the link, or changes what it shows; empty when there is no such event. */
  public Future<Optional<ReportLink>> share(String event, Chosen chosen) {
    return store.put(event, ids.linkSecret(), chosen);
  }

  /** From now on the link shows nothing; the next one is another. */
  public Future<Void> revoke(String event) {
    return store.remove(event);
  }

  /** What stands behind {@code /r/}. */
  public static String code(String event, ReportLink link) {
    return event + link.secret();
  }

  /** Empty for everything that is no link now. */
  public Future<Optional<Found>> look(String code) {
    int at = code.length() - Ids.LINK_SECRET;
    if (!code.matches("[a-z0-9]{1,60}") || at < 1) return Future.succeededFuture(Optional.empty());
    String event = code.substring(0, at);
    byte[] secret = code.substring(at).getBytes(StandardCharsets.US_ASCII);
    return store
        .find(event)
        .map(
            link ->
                link.filter(
                        l ->
                            MessageDigest.isEqual(
                                secret, l.secret().getBytes(StandardCharsets.US_ASCII)))
                    .map(l -> new Found(event, l.chosen())));
  }
}
