package io.plenary.activity;

/**
 * Names one activity among those of all events. The id alone does not: clients choose ids,
 * everybody in a room sees them, and two events may hold the same. Whatever is kept in memory about
 * an activity is kept under this.
 *
 * @param event id of the event
 * @param id of the activity within it
 */
public record ActivityRef(String event, String id) {}
