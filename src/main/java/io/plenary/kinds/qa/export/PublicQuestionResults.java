package io.plenary.kinds.qa.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.export.ActivityResults;
import io.plenary.export.FileKind;
import io.plenary.export.ReportScope;
import java.util.List;

/**
 * Questions of one room in their present round, as the room sees them, and nothing beside: not even
 * how many others there are.
 */
public record PublicQuestionResults(String room, List<PublicQuestionResult> items)
    implements ActivityResults {
  public PublicQuestionResults {
    items = List.copyOf(items);
  }

  @Override
  public FileKind file() {
    return QaFile.ONE;
  }

  @Override
  public void report(ObjectNode into, ReportScope scope) {
    into.put("room", room);
    into.putObject("totals")
        .put("approved", items.size())
        .put("answered", items.stream().filter(q -> q.state().equals("answered")).count());
    ReportedQuestions.write(
        items.stream()
            .map(
                q ->
                    new ReportedQuestions.Item(
                        q.number(), q.text(), q.name(), q.state(), q.upvotes(), q.answer()))
            .toList(),
        scope.names(),
        into);
  }

  @Override
  public void write(ObjectNode into) {
    into.put("room", room);
    ArrayNode all = into.putArray("items");
    items.forEach(q -> QuestionJson.write(q, all.addObject()));
  }
}
