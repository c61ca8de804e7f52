package io.plenary;

import io.plenary.activity.service.Claims;
import io.plenary.activity.service.EventStore;
import io.plenary.activity.service.JoinStore;
import io.plenary.activity.service.PresenceStore;
import io.plenary.identity.AccountLinkStore;
import io.plenary.identity.AccountStore;
import io.plenary.identity.AddressStore;
import io.plenary.identity.AuditStore;
import io.plenary.identity.DeviceStore;
import io.plenary.identity.Entropy;
import io.plenary.identity.Ids;
import io.plenary.identity.InvitationStore;
import io.plenary.identity.ReportLinkStore;
import io.plenary.identity.SecondFactorStore;
import io.plenary.identity.SecretStore;
import io.plenary.identity.SessionStore;
import io.plenary.identity.SetupStore;
import io.plenary.identity.StaffStore;
import io.plenary.identity.SubjectStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.store.ActivityFormats;
import io.plenary.redis.store.RedisAccountLinkStore;
import io.plenary.redis.store.RedisAccountStore;
import io.plenary.redis.store.RedisAddressStore;
import io.plenary.redis.store.RedisAuditStore;
import io.plenary.redis.store.RedisBallotStore;
import io.plenary.redis.store.RedisClaims;
import io.plenary.redis.store.RedisConnectedStore;
import io.plenary.redis.store.RedisDeviceStore;
import io.plenary.redis.store.RedisEventStore;
import io.plenary.redis.store.RedisInvitationStore;
import io.plenary.redis.store.RedisJoinStore;
import io.plenary.redis.store.RedisPresenceStore;
import io.plenary.redis.store.RedisReportLinkStore;
import io.plenary.redis.store.RedisSecondFactorStore;
import io.plenary.redis.store.RedisSecretStore;
import io.plenary.redis.store.RedisSessionStore;
import io.plenary.redis.store.RedisSetupStore;
import io.plenary.redis.store.RedisStaffStore;
import io.plenary.redis.store.RedisSubjectStore;
import io.plenary.voting.service.BallotStore;
import io.plenary.voting.service.ConnectedStore;

/** Every port of the store on one connection, but those of kinds. */
record Stores(
    EventStore events,
    JoinStore joins,
    PresenceStore presence,
    BallotStore ballots,
    ConnectedStore connected,
    Claims claims,
    AccountStore accounts,
    SessionStore sessions,
    DeviceStore devices,
    SecretStore secrets,
    SetupStore setup,
    StaffStore staff,
    InvitationStore invitations,
    AccountLinkStore accountLinks,
    SubjectStore subjects,
    SecondFactorStore secondFactors,
    AddressStore address,
    AuditStore audit,
    ReportLinkStore reportLinks) {

  static Stores on(RedisLink link, Entropy entropy, ActivityFormats formats) {
    return new Stores(
        new RedisEventStore(link, entropy, formats),
        new RedisJoinStore(link),
        new RedisPresenceStore(link),
        new RedisBallotStore(link),
        new RedisConnectedStore(link),
        new RedisClaims(link, new Ids(entropy)),
        new RedisAccountStore(link),
        new RedisSessionStore(link),
        new RedisDeviceStore(link),
        new RedisSecretStore(link),
        new RedisSetupStore(link),
        new RedisStaffStore(link, entropy),
        new RedisInvitationStore(link),
        new RedisAccountLinkStore(link),
        new RedisSubjectStore(link, new RedisAccountStore(link)),
        new RedisSecondFactorStore(link),
        new RedisAddressStore(link),
        new RedisAuditStore(link),
        new RedisReportLinkStore(link));
  }
}
