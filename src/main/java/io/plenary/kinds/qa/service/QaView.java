package io.plenary.kinds.qa.service;

import io.plenary.kinds.qa.QaStatistics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What this node knows of a Q&A at one moment, for all threads. Index and frame belong together:
 * every frame after {@code frame} tells of something at least as new as the index.
 *
 * @param epoch of the store's versions; null before the first look
 * @param ids the server's id of every number ever given; leaves the server with nothing that goes
 *     to attendees
 * @param newest the highest number ever given, 0 before the first
 * @param heads what was encoded of it, by order
 */
record QaView(
    String eventId,
    String qaId,
    @Nullable String epoch,
    long round,
    PublicIndex index,
    QaStatistics statistics,
    String feed,
    long frame,
    Map<Integer, String> ids,
    int newest,
    Map<Object, Encoded> heads) {
  QaView at(long nextFrame) {
    return new QaView(
        eventId,
        qaId,
        epoch,
        round,
        index,
        statistics,
        feed,
        nextFrame,
        ids,
        newest,
        new ConcurrentHashMap<>());
  }
}
