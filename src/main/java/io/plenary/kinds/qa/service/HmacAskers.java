package io.plenary.kinds.qa.service;

import io.plenary.activity.service.EventStore.Key;
import io.plenary.identity.Hmac;
import io.plenary.identity.MacKey;
import io.plenary.identity.VoterKeys;
import java.util.Map;
import java.util.WeakHashMap;

/** Gives Q&As the keys of {@code identity} for their people. One per event loop. */
public final class HmacAskers implements AskerKeys {
  private final VoterKeys keys;
  private final Map<Key, MacKey> prepared = new WeakHashMap<>();

  public HmacAskers(Hmac hmac) {
    keys = new VoterKeys(hmac);
  }

  @Override
  public String asker(Key qa, boolean signed, String participant) {
    return keys.asker(mac(qa), signed, participant);
  }

  @Override
  public String upvoter(Key qa, String participant) {
    return keys.upvoter(mac(qa), participant);
  }

  private MacKey mac(Key key) {
    return prepared.computeIfAbsent(key, k -> MacKey.of(k.bytes()));
  }
}
