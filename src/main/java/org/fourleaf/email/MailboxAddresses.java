package org.fourleaf.email;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which mailbox an SMTP recipient is: by the address itself, without its plus part, or as a reply address of our domain. */
@Component
class MailboxAddresses {

    private static final int ADDRESS_CHARS_MAX = 320;
    private static final int REMEMBERED_MAX = 10_000;
    /** Only what was found is remembered: a new mailbox receives at once, a deleted one a moment longer. */
    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(5);

    private final MailboxStore store;
    private final Cache<String, MailboxStore.Place> found = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_MAX)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    MailboxAddresses(MailboxStore store) {
        this.store = store;
    }

    Optional<MailboxStore.Place> find(String recipient) {
        String address = recipient.strip().toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (at < 1 || address.length() > ADDRESS_CHARS_MAX || address.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        MailboxStore.Place known = found.getIfPresent(address);
        if (known != null) {
            return Optional.of(known);
        }
        List<String> wanted = new ArrayList<>(List.of(address));
        String bare = ReplyToken.withoutPlus(address);
        boolean plus = !bare.equals(address);
        if (plus) {
            wanted.add(bare);
        }
        boolean shared = plus && bare.startsWith(ReplyToken.SHARED_LOCAL_PART + "@");
        Optional<MailboxStore.Place> place = store.place(wanted, shared ? address.substring(at + 1) : null);
        place.ifPresent(there -> found.put(address, there));
        return place;
    }

    void forget() {
        found.invalidateAll();
    }
}
