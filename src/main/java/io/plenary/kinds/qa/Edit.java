package io.plenary.kinds.qa;

import io.plenary.kinds.qa.Question.Answer;
import io.plenary.kinds.qa.Question.Declined;
import io.plenary.kinds.qa.Question.Times;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The next revision of a question in the making. */
final class Edit {
  private final Question from;
  private String text;
  private @Nullable String original;
  private @Nullable String name;
  private Times times;
  private QuestionState state;
  private @Nullable QuestionState before;
  private @Nullable String into;
  private @Nullable Declined declined;
  private List<String> labels;
  private @Nullable Answer answer;
  private @Nullable Long burst;

  Edit(Question from) {
    this.from = from;
    text = from.text();
    original = from.original();
    name = from.name();
    times = from.times();
    state = from.state();
    before = from.before();
    into = from.into();
    declined = from.declined();
    labels = from.labels();
    answer = from.answer();
    burst = from.burst();
  }

  /** A state in its own right: nothing of another one is kept. */
  Edit state(QuestionState next) {
    state = next;
    before = null;
    into = null;
    declined = null;
    answer = null;
    burst = null;
    return this;
  }

  Edit published(long minute) {
    state(QuestionState.PUBLISHED);
    if (times.published() == 0) times = new Times(times.asked(), minute, times.answered());
    return this;
  }

  /** Not approved after all. */
  Edit unpublished() {
    state(QuestionState.WAITING);
    times = new Times(times.asked(), 0, times.answered());
    return this;
  }

  Edit declined(Declined why) {
    state(QuestionState.DECLINED);
    declined = why;
    return this;
  }

  Edit answered(Answer how, long minute) {
    boolean again = state == QuestionState.ANSWERED;
    state(QuestionState.ANSWERED);
    answer = how;
    if (!again) times = new Times(times.asked(), times.published(), minute);
    return this;
  }

  /** Not answered after all. */
  Edit unanswered() {
    state(QuestionState.PUBLISHED);
    times = new Times(times.asked(), times.published(), 0);
    return this;
  }

  Edit merged(String root) {
    QuestionState was = state;
    state(QuestionState.MERGED);
    before = was;
    into = root;
    return this;
  }

  /** Keeps why it was declined or how it was answered. */
  Edit archived() {
    before = state;
    state = QuestionState.ARCHIVED;
    return this;
  }

  /** Put away with the burst of newcomers that began in this minute. */
  Edit setAside(long minute) {
    burst = minute;
    return archived();
  }

  /** Back from MERGED or ARCHIVED. */
  Edit returned() {
    state = Objects.requireNonNull(before, "not MERGED or ARCHIVED");
    before = null;
    into = null;
    burst = null;
    return empty();
  }

  /**
   * Back from MERGED, without what it was merged into. What had been put away with it stays so: the
   * room does not want it back.
   */
  Edit leaving(Question root) {
    returned();
    if (state == QuestionState.ARCHIVED) return this;
    if (root.declined() != null) declined(new Declined(root.declined().reason(), null));
    return root.state() == QuestionState.ARCHIVED ? archived() : this;
  }

  /** Without words there is nothing left to decide about one that waits: it is put away. */
  Edit empty() {
    return text.isEmpty() && state == QuestionState.WAITING ? archived() : this;
  }

  Edit labels(List<String> next) {
    labels = next;
    return this;
  }

  /** Keeps what its asker wrote; who writes that again takes the correcting back. */
  Edit corrected(String words) {
    String first = original == null ? text : original;
    original = words.equals(first) ? null : first;
    text = words;
    return this;
  }

  /** Every word of people about it is gone. */
  Edit erased() {
    text = "";
    original = null;
    name = null;
    if (declined != null) declined = new Declined(declined.reason(), null);
    if (answer != null) answer = new Answer(null);
    return this;
  }

  Question next() {
    return new Question(
        from.id(),
        from.rev() + 1,
        from.n(),
        text,
        original,
        name,
        times,
        state,
        before,
        into,
        declined,
        labels,
        answer,
        burst);
  }
}
