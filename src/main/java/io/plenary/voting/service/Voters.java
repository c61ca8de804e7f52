package io.plenary.voting.service;

import io.plenary.activity.service.EventStore.Key;

/** Port: how a poll knows its voters. Not safe for several threads: one per event loop. */
public interface Voters {
  /** Code of a participant under the poll's key; says nothing without the key. */
  String voterKey(Key poll, String participant);

  /** What the voter keeps: proves that the person was counted, not what was chosen. */
  String receipt(Key poll, long round, String voterKey);

  /** What is listed of a receipt once the poll is sealed: 64 hex digits. */
  String receiptHash(String pollId, long round, String receipt);
}
