package io.plenary.kinds.qa.service;

import io.plenary.activity.service.EventStore.Key;
import io.plenary.identity.Hmac;
import io.plenary.identity.MacKey;
import java.util.Map;
import java.util.WeakHashMap;

/** Gives Q&As the keys of {@code identity} for their people. One per event loop. */
public final class HmacAskers implements AskerKeys {
  private final Hmac hmac;
  private final Map<Key, MacKey> prepared = new WeakHashMap<>();

  public HmacAskers(Hmac hmac) {
    this.hmac = hmac;
  }

  /**
   * First 16 bytes of HMAC-SHA256 over {@code "asker" 0x00 participant} under the Q&A's key, {@code
   * "named"} for signed questions: so the store does not tell whose an anonymous question is who
   * also signed one.
   */
  @Override
  public String asker(Key qa, boolean signed, String participant) {
    return hmac.shortened(mac(qa), signed ? "named" : "asker", participant);
  }

  /** First 16 bytes of HMAC-SHA256 over {@code "upvoter" 0x00 participant} under the Q&A's key. */
  @Override
  public String upvoter(Key qa, String participant) {
    return hmac.shortened(mac(qa), "upvoter", participant);
  }

  private MacKey mac(Key key) {
    return prepared.computeIfAbsent(key, k -> MacKey.of(k.bytes()));
  }
}
