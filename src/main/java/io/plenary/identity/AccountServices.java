package io.plenary.identity;

import java.util.Optional;

/**
 * What is done with accounts. Usable from any thread.
 *
 * @param provider empty: nobody signs in by one
 */
public record AccountServices(
    SignIn signIn,
    SetUp setUp,
    Staff staff,
    Invitations invitations,
    AccountLinks links,
    OwnAccount own,
    AuditLog audit,
    Optional<ProviderSignIn> provider,
    Admission admission) {}
