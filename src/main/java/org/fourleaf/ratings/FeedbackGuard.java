package org.fourleaf.ratings;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.fourleaf.platform.web.Caller;
import org.fourleaf.platform.web.ClientAddress;
import org.fourleaf.platform.web.Quota;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Who may not send a customer's form: an agent who is signed in (their own link stands in the customer's quote), another site, and who
 * tries too often.
 */
@Component
class FeedbackGuard {

    private static final int READS_AT_ONCE = 120;
    private static final int READS_PER_MINUTE = 60;
    private static final int WRITES_AT_ONCE = 30;
    private static final int WRITES_PER_MINUTE = 10;

    private final ClientAddress addresses;
    private final Quota reads = new Quota(READS_AT_ONCE, READS_PER_MINUTE, Duration.ofMinutes(1));
    private final Quota writes = new Quota(WRITES_AT_ONCE, WRITES_PER_MINUTE, Duration.ofMinutes(1));

    FeedbackGuard(ClientAddress addresses) {
        this.addresses = addresses;
    }

    /** The page they get instead, if they may not go on. */
    Optional<ResponseEntity<String>> reading(HttpServletRequest request) {
        if (!reads.take(addresses.of(request))) {
            return Optional.of(busy(request));
        }
        return Caller.current() == null ? Optional.empty() : Optional.of(agents(request));
    }

    Optional<ResponseEntity<String>> writing(HttpServletRequest request) {
        if (!writes.take(addresses.of(request))) {
            return Optional.of(busy(request));
        }
        if (Caller.current() != null) {
            return Optional.of(agents(request));
        }
        // Browsers say where a form came from; ours is on our own page.
        String from = request.getHeader("Sec-Fetch-Site");
        return from == null || from.equals("same-origin") || from.equals("none")
                ? Optional.empty()
                : Optional.of(gone(words(request)));
    }

    /** The same for a mail program's button, which comes from no page of ours; it takes nothing away but mails. */
    Optional<ResponseEntity<String>> stopping(HttpServletRequest request) {
        return writes.take(addresses.of(request)) ? Optional.empty() : Optional.of(busy(request));
    }

    ResponseEntity<String> gone(FeedbackWords words) {
        return FeedbackPage.of(
                HttpStatus.NOT_FOUND,
                words,
                "",
                words.say("gone.title"),
                FeedbackPage.paragraph(words.say("gone.text")));
    }

    private static ResponseEntity<String> agents(HttpServletRequest request) {
        FeedbackWords words = words(request);
        return FeedbackPage.of(
                HttpStatus.FORBIDDEN,
                words,
                "",
                words.say("agent.title"),
                FeedbackPage.paragraph(words.say("agent.text")));
    }

    private static ResponseEntity<String> busy(HttpServletRequest request) {
        FeedbackWords words = words(request);
        return FeedbackPage.of(
                HttpStatus.TOO_MANY_REQUESTS,
                words,
                "",
                words.say("busy.title"),
                FeedbackPage.paragraph(words.say("busy.text")));
    }

    private static FeedbackWords words(HttpServletRequest request) {
        return FeedbackWords.of(null, request.getLocales());
    }
}
