package io.plenary.transport;

import io.plenary.export.service.Exporter;
import io.plenary.export.service.Importer;
import io.plenary.hub.Hub;
import io.plenary.identity.GuessLimits;
import io.plenary.identity.Ids;
import io.plenary.identity.Invitations;
import io.plenary.identity.MacKey;
import io.plenary.identity.SetUp;
import io.plenary.identity.SignIn;
import io.plenary.identity.Staff;
import io.plenary.metrics.Meters;
import io.plenary.poll.service.PollCommands;
import io.plenary.room.service.Attendance;
import io.plenary.room.service.Board;
import io.plenary.room.service.Catalog;
import io.plenary.room.service.Codes;
import io.plenary.room.service.Feeds;
import io.plenary.room.service.JoinAddress;
import io.plenary.room.service.Joins;
import io.plenary.room.service.Overview;
import io.plenary.room.service.RoomCommands;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What all event loops serve from. Everything in here may be used from any of them. */
public record Shared(Hub hub, Board board, Feeds feeds, Attendance attendance, Phones phones, Codes codes, Joins joins, Catalog catalog,
    PollCommands polls, RoomCommands rooms, Overview overview, SharedQa qa, SharedReactions reactions, Exporter exporter, Importer importer,
    SignIn signIn, SetUp setUp, Staff staff,
    Invitations invitations, Organisers organisers,
    GuessLimits guesses, Ids ids, MacKey serverSecret, Streams streams, JoinAddress address, Clock clock, Meters meters, Options options,
    BooleanSupplier open, BooleanSupplier ready) {

  /** @param version of the server, as clients are told */
  public record Options(Duration grace, Duration sessionLifetime, boolean trustProxy, String version) {}

  boolean https() {
    return address.base().startsWith("https:");
  }
}
