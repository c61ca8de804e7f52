package io.plenary;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.plenary.activity.ActivityRef;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.activity.service.EventStore.Place;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.hub.Topic;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * O16: what a node remembers of an activity or a room it remembers by event and id. Ids are chosen
 * by clients and seen by everybody in a room, so whoever takes one that stands in another event
 * must find nothing of it. Maps and sets by plain text are the exception, and say here what the
 * text is. Part of {@link ArchitectureTest}.
 */
final class StateKeys {
  private static final String EVENT =
      "id of an event: one event has it, made by the server or refused when it is taken";
  private static final String MADE = "made by the server, of all events";
  private static final String WITHIN = "within one activity of one event";
  private static final String NAME = "a word of the program";

  private static final Map<String, String> PLAIN =
      Map.ofEntries(
          Map.entry("export.service.Exports.byWord", NAME),
          Map.entry("metrics.Meters.counts", NAME),
          Map.entry("metrics.StoreMeters.failures", NAME),
          Map.entry("metrics.StoreMeters.latencies", NAME),
          Map.entry("metrics.Traffic.connections", NAME),
          Map.entry("voting.service.Closings.seen", EVENT),
          Map.entry("voting.service.ConnectedPeople$OpenActivity", WITHIN),
          Map.entry("voting.service.Tallies.epochs", EVENT),
          Map.entry("kinds.qa.service.QaSession", WITHIN),
          Map.entry("kinds.qa.service.QuestionDelta", WITHIN),
          Map.entry("kinds.qa.service.ModerationHints", WITHIN),
          Map.entry("kinds.qa.service.QaMemory", WITHIN),
          Map.entry("kinds.qa.service.QueueFeed", WITHIN),
          Map.entry("kinds.qa.service.StaffNames.known", "account, " + MADE),
          Map.entry("kinds.reactions.service.Pace.due", "participant, " + MADE),
          Map.entry("kinds.reactions.service.ReactionTicker.events", EVENT),
          Map.entry("redis.store.ActivityFormats.byKind", NAME),
          Map.entry("activity.service.Beats.beating", EVENT),
          Map.entry("activity.service.EventCache.loading", EVENT),
          Map.entry("activity.service.EventCache.states", EVENT),
          Map.entry("activity.service.EventCache.usedAt", EVENT),
          Map.entry("activity.service.Codes.known", "join code, " + MADE),
          Map.entry("activity.service.Evictions.known", EVENT),
          Map.entry("activity.service.Kinds.byWord", NAME),
          Map.entry("activity.service.Overview.sent", EVENT),
          Map.entry("activity.service.PastEvents.told", EVENT),
          Map.entry("activity.service.Peers.kinds", NAME),
          Map.entry("activity.service.PeopleElsewhere", EVENT),
          Map.entry("activity.service.PresenceTicker.known", EVENT),
          Map.entry("activity.service.PresenceTicker.later", EVENT),
          Map.entry("activity.service.RoomCodes.lasting", "join code, " + MADE),
          Map.entry("activity.service.VersionPoller.answers", EVENT),
          Map.entry("activity.service.VersionPoller.followed", EVENT),
          Map.entry("activity.service.Withheld.kinds", NAME),
          Map.entry("transport.Arrivals.eventKeys", EVENT),
          Map.entry("transport.Assets.byPath", "path of a file"),
          Map.entry("transport.Origins.own", "origin"),
          Map.entry("transport.AttendeeConnections.halls", EVENT),
          Map.entry("transport.PagesElsewhere.crowds", EVENT),
          Map.entry("transport.PagesElsewhere.shared", EVENT),
          Map.entry("transport.PagesElsewhere$Crowd", "person or node, within one event"),
          Map.entry("transport.Streams.open", "secret, " + MADE));

  /** {@link Key}: random, of one activity of one event. */
  private static final Set<Class<?>> WHOLE =
      Set.of(ActivityRef.class, ChangeNotification.class, Topic.class, Place.class, Key.class);

  @ArchTest
  static final ArchRule whatIsRememberedOfAnActivityNamesItsEvent =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(
              "io.plenary",
              "io.plenary.*.service",
              "io.plenary.kinds.*.service",
              "io.plenary.kinds.*.store",
              "io.plenary.kinds.*.transport",
              "io.plenary.kinds.*.module",
              "io.plenary.hub",
              "io.plenary.transport",
              "io.plenary.redis.store",
              "io.plenary.metrics")
          .and()
          .areNotStatic()
          .and()
          .areDeclaredInClassesThat()
          .areNotRecords()
          .should(beKeyedByMoreThanAnId());

  private StateKeys() {}

  private static ArchCondition<JavaField> beKeyedByMoreThanAnId() {
    return new ArchCondition<>(
        "be keyed by event and id, or by what is no id that a client chose (then say in StateKeys"
            + " what it is)") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        if (field.getRawType().isArray() || field.getRawType().isPrimitive()) return;
        Type key = keyOf(field.reflect());
        boolean right =
            key == null || (key == String.class ? known(field) : !isRecordWithoutEvent(key));
        if (!right) {
          events.add(
              SimpleConditionEvent.violated(field, field.getFullName() + " is keyed by " + key));
        }
      }
    };
  }

  private static boolean known(JavaField field) {
    String owner = field.getOwner().getName().substring("io.plenary.".length());
    return PLAIN.containsKey(owner) || PLAIN.containsKey(owner + "." + field.getName());
  }

  private static boolean isRecordWithoutEvent(Type key) {
    return key instanceof Class<?> c
        && c.isRecord()
        && c.getName().startsWith("io.plenary.")
        && !WHOLE.contains(c)
        && Arrays.stream(c.getRecordComponents()).noneMatch(StateKeys::isEvent);
  }

  private static boolean isEvent(RecordComponent part) {
    return WHOLE.contains(part.getType())
        || part.getName().equals("event")
        || part.getName().equals("eventId");
  }

  /** What a map or set is keyed by; null for what is neither. */
  private static Type keyOf(Field field) {
    if (!Map.class.isAssignableFrom(field.getType())
        && !Set.class.isAssignableFrom(field.getType())) return null;
    return field.getGenericType() instanceof ParameterizedType type
        ? type.getActualTypeArguments()[0]
        : Object.class;
  }
}
