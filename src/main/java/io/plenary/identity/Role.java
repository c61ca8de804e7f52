package io.plenary.identity;

/** What somebody is at an event. */
public enum Role { ATTENDEE, STAGE, REMOTE, ORGANISER }
