package io.plenary.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.activity.service.ActivityFormat;
import io.plenary.kinds.AllKinds;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A kind that was forgotten in one of the lists of kinds is found here, and not by a person. */
class KindsAgreeTest {
  @Test
  void whatIsStoredIsWhatTheSchemaNames() {
    Set<String> stored =
        AllKinds.REGISTRY.formats().stream()
            .map(ActivityFormat::kind)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> said = new TreeSet<>();
    for (String union :
        Set.of(
            "AttendeeActivity",
            "AttendeeBeside",
            "StageActivity",
            "StageBeside",
            "OrganiserActivity",
            "OrganiserBeside")) {
      JsonNode records = Golden.SERVER_SCHEMA.getSchemaNode().at("/$defs/" + union + "/oneOf");
      for (JsonNode record : records) {
        String name = record.get("$ref").textValue().substring("#/$defs/".length());
        JsonNode kind =
            Golden.SERVER_SCHEMA.getSchemaNode().at("/$defs/" + name + "/properties/kind/const");
        said.add(kind.textValue());
      }
    }
    assertEquals(stored, said);
  }

  @Test
  void draftsAreReadOfTheKindsThatTheSchemaNames() {
    Set<String> named = new TreeSet<>();
    Golden.CLIENT_SCHEMA
        .getSchemaNode()
        .at("/$defs/DraftKind/enum")
        .forEach(kind -> named.add(kind.textValue()));
    assertEquals(named, Golden.codec().draftKinds());
  }
}
