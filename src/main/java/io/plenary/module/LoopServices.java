package io.plenary.module;

import io.plenary.hub.Hub;
import io.plenary.redis.RedisLink;
import io.vertx.core.Context;

/**
 * What one event loop gives each kind.
 *
 * @param link of this loop alone
 * @param seat its place in the hub
 */
public record LoopServices(Context loop, RedisLink link, Hub.Seat seat) {}
