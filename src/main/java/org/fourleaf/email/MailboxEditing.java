package org.fourleaf.email;

import java.security.SecureRandom;
import java.util.UUID;
import org.fourleaf.people.EmailAddress;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Adds, edits and deletes mailboxes. A new one receives at once. */
@Component
@Transactional
public class MailboxEditing {

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MailboxStore store;
    private final Mailboxes mailboxes;
    private final MailboxAddresses addresses;
    private final Log log;

    MailboxEditing(MailboxStore store, Mailboxes mailboxes, MailboxAddresses addresses, Log log) {
        this.store = store;
        this.mailboxes = mailboxes;
        this.addresses = addresses;
        this.log = log;
    }

    /** @throws Refusal malformed when it can't be an address, conflict when it is a mailbox already */
    public Mailbox add(Actor by, String address, @Nullable String name, @Nullable UUID department) {
        by.mustHave(Permission.MAILBOXES_MANAGE);
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        Mailbox mailbox = new Mailbox(
                Ids.next(),
                EmailAddress.of(address, "/address"),
                named(name),
                department == null ? null : new Mailbox.DepartmentName(department, ""),
                secret,
                false,
                1);
        try {
            store.insert(by.workspace(), mailbox);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("address-taken", "There is already a mailbox of this address.");
        }
        log.write(by, new MailboxChanged(mailbox.id(), "added"));
        forgetAddresses();
        return mailboxes.readable(by, mailbox.id());
    }

    /** @throws Refusal stale */
    public Mailbox change(
            Actor by, UUID id, @Nullable String name, @Nullable UUID department, @Nullable Long expectedVersion) {
        by.mustHave(Permission.MAILBOXES_MANAGE);
        Mailbox was = mailboxes.readable(by, id);
        if (expectedVersion != null && expectedVersion != was.version()) {
            throw Refusal.stale();
        }
        if (!store.update(by.workspace(), id, named(name), department, was.version())) {
            throw Refusal.stale();
        }
        log.write(by, new MailboxChanged(id, "edited"));
        return mailboxes.readable(by, id);
    }

    /** Its tickets stay; answers to them go out from another mailbox, and answers that come to it are refused. */
    public void delete(Actor by, UUID id) {
        by.mustHave(Permission.MAILBOXES_MANAGE);
        store.delete(by.workspace(), mailboxes.readable(by, id).id());
        log.write(by, new MailboxChanged(id, "deleted"));
        forgetAddresses();
    }

    private void forgetAddresses() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                addresses.forget();
            }
        });
    }

    private static @Nullable String named(@Nullable String name) {
        return Texts.orNull(name == null ? null : Texts.cut(Texts.line(name), Limits.NAME_LENGTH_MAX));
    }
}
