package io.plenary.kinds.qa;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many questions there are, and what became of them; tells nothing of any single one.
 *
 * @param received ever asked
 * @param approved ever published, whatever became of them
 * @param oldest when the question that has waited longest was asked, in minutes since
 *     1970-01-01T00:00Z; 0 when none waits
 * @param states how many stand where; every state is in it
 * @param declined how many stand declined, by reason; every reason is in it
 */
public record QaStatistics(
    int received,
    int approved,
    long oldest,
    Map<QuestionState, Integer> states,
    Map<DeclineReason, Integer> declined) {
  public QaStatistics {
    states = Map.copyOf(states);
    declined = Map.copyOf(declined);
  }

  public static QaStatistics of(Collection<Question> all) {
    Map<QuestionState, Integer> states = new EnumMap<>(QuestionState.class);
    Map<DeclineReason, Integer> declined = new EnumMap<>(DeclineReason.class);
    for (QuestionState state : QuestionState.values()) states.put(state, 0);
    for (DeclineReason reason : DeclineReason.values()) declined.put(reason, 0);
    int approved = 0;
    long oldest = 0;
    for (Question q : all) {
      if (q.n() > 0) approved++;
      states.merge(q.state(), 1, Integer::sum);
      if (q.state() == QuestionState.WAITING) {
        long asked = q.times().asked();
        oldest = oldest == 0 ? asked : Math.min(oldest, asked);
      }
      if (q.state() == QuestionState.DECLINED && q.declined() != null) {
        declined.merge(q.declined().reason(), 1, Integer::sum);
      }
    }
    return new QaStatistics(all.size(), approved, oldest, states, declined);
  }

  public int in(QuestionState state) {
    return states.getOrDefault(state, 0);
  }
}
