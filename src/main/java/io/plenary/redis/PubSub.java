package io.plenary.redis;

import io.vertx.redis.client.Command;

/**
 * How the store passes on what is published, decided here alone. The words of a Cluster's way,
 * which are Redis' sharded pub/sub, are those of one Redis with an S before.
 */
enum PubSub {
  /** One Redis, to all who listen to the channel. */
  PLAIN(Command.SUBSCRIBE, Command.UNSUBSCRIBE, Command.PUBLISH),

  /** The master of the channel's slot and its replicas; no other server hears of it. */
  SHARDED(Command.SSUBSCRIBE, Command.SUNSUBSCRIBE, Command.SPUBLISH);

  final Command subscribe;
  final Command unsubscribe;
  final Command publish;

  PubSub(Command subscribe, Command unsubscribe, Command publish) {
    this.subscribe = subscribe;
    this.unsubscribe = unsubscribe;
    this.publish = publish;
  }

  static PubSub of(StoreAddress address) {
    return address.cluster() == null ? PLAIN : SHARDED;
  }

  /** What a server calls a message, or the answer to a command. */
  String word(String plain) {
    return this == PLAIN ? plain : "s" + plain;
  }

  /** A command and its arguments, as they are here. */
  String line(String plain) {
    boolean other = this == SHARDED && plain.matches("(PUBLISH|SUBSCRIBE|UNSUBSCRIBE) .*");
    return other ? "S" + plain : plain;
  }

  /** A script as it is here. Its channels have the hash tag of its keys, as all that it touches. */
  Script script(Script plain) {
    return this == PLAIN
        ? plain
        : Script.of(plain.name(), plain.source().replace("'PUBLISH'", "'SPUBLISH'"));
  }

  /** Channels that one command may name together: those of one number. */
  int together(String channel) {
    return this == PLAIN ? 0 : Slots.of(channel);
  }
}
