package io.plenary.module;

import io.plenary.activity.service.Changes;
import io.plenary.activity.service.Claims;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.SnapshotCache;
import io.plenary.hub.Hub;
import io.plenary.identity.Ids;
import io.plenary.metrics.Meters;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Subscriber;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Function;

/**
 * What a node gives each kind.
 *
 * @param owner on which everything happens that is not of one connection
 * @param link of the owner's context
 * @param subscriber hears what other nodes publish
 * @param accountName of an account's id; null in it: there is no such account
 * @param batchSize most answers of people that one call of the store takes
 */
public record NodeServices(
    Vertx vertx,
    Context owner,
    RedisLink link,
    Subscriber subscriber,
    EventCache board,
    Changes changes,
    SnapshotCache feeds,
    Hub hub,
    Ids ids,
    Claims claims,
    Meters meters,
    Function<String, Future<String>> accountName,
    int batchSize) {}
