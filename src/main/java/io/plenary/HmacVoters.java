package io.plenary;

import io.plenary.activity.service.EventStore.Key;
import io.plenary.identity.Hmac;
import io.plenary.identity.MacKey;
import io.plenary.identity.Receipts;
import io.plenary.identity.VoterKeys;
import io.plenary.voting.service.Voters;
import java.util.Map;
import java.util.WeakHashMap;

/** Gives polls the voter keys and receipts of {@code identity}. One per event loop. */
final class HmacVoters implements Voters {
  private final VoterKeys keys;
  private final Receipts receipts;
  private final Map<Key, MacKey> prepared = new WeakHashMap<>();

  HmacVoters(Hmac hmac) {
    this.keys = new VoterKeys(hmac);
    this.receipts = new Receipts(hmac);
  }

  @Override
  public String voterKey(Key key, String participant) {
    return keys.voter(mac(key), participant);
  }

  @Override
  public String receipt(Key key, long round, String voterKey) {
    return receipts.receipt(mac(key), round, voterKey);
  }

  @Override
  public String receiptHash(String activityId, long round, String receipt) {
    return Receipts.hash(activityId, round, receipt);
  }

  private MacKey mac(Key key) {
    return prepared.computeIfAbsent(key, k -> MacKey.of(k.bytes()));
  }
}
