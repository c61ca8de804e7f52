package io.plenary.transport;

import io.plenary.activity.service.ActivityCommands;
import io.plenary.activity.service.Attendance;
import io.plenary.activity.service.Beats;
import io.plenary.activity.service.Catalog;
import io.plenary.activity.service.Codes;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventCommands;
import io.plenary.activity.service.JoinAddress;
import io.plenary.activity.service.Joins;
import io.plenary.activity.service.Overview;
import io.plenary.activity.service.PublicResults;
import io.plenary.activity.service.RoomCommands;
import io.plenary.activity.service.SnapshotCache;
import io.plenary.export.service.Exporter;
import io.plenary.export.service.Importer;
import io.plenary.export.service.Reporter;
import io.plenary.hub.Hub;
import io.plenary.identity.AccountServices;
import io.plenary.identity.GuessLimits;
import io.plenary.identity.Ids;
import io.plenary.identity.MacKey;
import io.plenary.identity.ReportLinks;
import io.plenary.metrics.Meters;
import io.plenary.protocol.Codec;
import io.plenary.voting.service.AnswerModeration;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What all event loops serve from. Everything in here may be used from any of them.
 *
 * @param downloads files of kinds
 * @param open whether newcomers are taken
 * @param trouble why votes cannot be taken; null in it: they can
 */
public record Shared(
    Codec codec,
    Hub hub,
    EventCache board,
    SnapshotCache feeds,
    Beats beats,
    Attendance attendance,
    AttendeeConnections phones,
    Codes codes,
    Joins joins,
    Catalog catalog,
    ActivityCommands activities,
    RoomCommands rooms,
    EventCommands events,
    PublicResults results,
    Overview overview,
    AnswerModeration answerModeration,
    List<KindDownload> downloads,
    Exporter exporter,
    Importer importer,
    Reporter reporter,
    ReportLinks reportLinks,
    AccountServices accounts,
    Organisers organisers,
    GuessLimits guesses,
    Ids ids,
    MacKey serverSecret,
    Streams streams,
    Forwarding forwarding,
    Intake intake,
    JoinAddress address,
    Clock clock,
    Meters meters,
    Options options,
    BooleanSupplier open,
    Supplier<String> trouble) {

  /**
   * @param version of the server, as clients are told
   */
  public record Options(
      Duration grace, Duration sessionLifetime, boolean trustProxy, String version) {}

  boolean https() {
    return address.base().startsWith("https:");
  }
}
