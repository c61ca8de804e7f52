package io.plenary.voting.service;

import io.plenary.activity.service.EventStore.Key;

/** Port: how an activity knows its voters. Not safe for several threads: one per event loop. */
public interface Voters {
  /** Code of a participant under the activity's key; says nothing without the key. */
  String voterKey(Key key, String participant);

  /** What the voter keeps: proves that the person was counted, not what was chosen. */
  String receipt(Key key, long round, String voterKey);

  /** What is listed of a receipt once the activity is anonymised: 64 hex digits. */
  String receiptHash(String activityId, long round, String receipt);
}
