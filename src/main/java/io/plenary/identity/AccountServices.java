package io.plenary.identity;

/** What is done with accounts. Usable from any thread. */
public record AccountServices(
    SignIn signIn, SetUp setUp, Staff staff, Invitations invitations, AccountLinks links) {}
