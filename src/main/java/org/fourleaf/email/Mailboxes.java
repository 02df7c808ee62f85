package org.fourleaf.email;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to mailboxes: every agent may know which there are. */
@Component
@Transactional(readOnly = true)
public class Mailboxes {

    /** All of a workspace's mailboxes at one moment, deleted ones too. */
    record Own(List<Mailbox> all) {

        Optional<Mailbox> byId(UUID id) {
            return all.stream().filter(mailbox -> mailbox.id().equals(id)).findFirst();
        }

        List<Mailbox> live() {
            return all.stream().filter(mailbox -> !mailbox.deleted()).toList();
        }

        Set<String> addresses() {
            Set<String> addresses = new HashSet<>();
            live().forEach(mailbox -> addresses.add(mailbox.address()));
            return addresses;
        }

        /** One of ours, with or without a token behind a plus. */
        boolean owns(String address) {
            String bare = ReplyToken.withoutPlus(address.toLowerCase(java.util.Locale.ROOT));
            return all.stream()
                    .anyMatch(mailbox -> mailbox.address().equals(bare)
                            || bare.equals(ReplyToken.SHARED_LOCAL_PART + "@" + mailbox.domain()));
        }
    }

    private final MailboxStore store;

    Mailboxes(MailboxStore store) {
        this.store = store;
    }

    public List<Mailbox> all(Actor by) {
        return own(by).live();
    }

    /** @throws Refusal not found */
    public Mailbox readable(Actor by, UUID id) {
        return store.find(by.workspace(), id)
                .filter(mailbox -> !mailbox.deleted())
                .orElseThrow(() -> Refusal.notFound("mailbox"));
    }

    Own own(Actor by) {
        return new Own(store.all(by.workspace()));
    }
}
