package org.fourleaf.email;

import jakarta.mail.MessagingException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fourleaf.people.EmailAddress;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The server that carries mail out, over HTTP. Its password goes in and never comes out. */
@RestController
@RequestMapping("/api/v1/outgoing-server")
class OutgoingServerController {

    private static final int URL_CHARS_MAX = 500;

    record Wanted(
            @NotBlank @Size(max = URL_CHARS_MAX) String url,

            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String user,

            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String password,

            @Nullable @Pattern(regexp = "offered|required|none")
            String tls) {}

    record Shown(
            @Nullable String url,
            @Nullable String user,
            @Nullable String tls,
            String configuredBy) {}

    record Trial(
            @NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String to) {}

    /** How the trial went. @param text the server's own words */
    record Verdict(String state, String text) {}

    private final OutgoingServers servers;
    private final OutgoingServerEditing editing;
    private final Mailboxes mailboxes;
    private final Clock clock;

    OutgoingServerController(OutgoingServers servers, OutgoingServerEditing editing, Mailboxes mailboxes, Clock clock) {
        this.servers = servers;
        this.editing = editing;
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    @GetMapping
    Shown get(Actor by) {
        by.mustHave(Permission.MAILBOXES_MANAGE);
        String configuredBy = servers.configuredBy(by).name().toLowerCase(Locale.ROOT);
        return servers.of(by)
                .map(server ->
                        new Shown(server.url(), server.user(), server.tls().json(), configuredBy))
                .orElseGet(() -> new Shown(null, null, null, configuredBy));
    }

    @PutMapping
    Shown set(Actor by, @Valid @RequestBody Wanted wanted) {
        OutgoingServer.Tls tls = Optional.ofNullable(wanted.tls)
                .flatMap(OutgoingServer.Tls::named)
                .orElse(null);
        editing.set(by, wanted.url, emptyAsNull(wanted.user), emptyAsNull(wanted.password), tls);
        return get(by);
    }

    @DeleteMapping
    ResponseEntity<Void> remove(Actor by) {
        editing.remove(by);
        return ResponseEntity.noContent().build();
    }

    /** Sends one mail now, outside any queue. @throws Refusal conflict with the server's words when it does not take it */
    @PostMapping("/test")
    Verdict test(Actor by, @Valid @RequestBody Trial trial) {
        by.mustHave(Permission.MAILBOXES_MANAGE);
        String to = EmailAddress.of(trial.to, "/to");
        OutgoingServer server = servers.of(by)
                .orElseThrow(() -> Refusal.conflict("no-outgoing-server", "No outgoing server is set up."));
        String from =
                mailboxes.all(by).stream().map(Mailbox::address).findFirst().orElse(to);
        try (SmtpConnection connection = SmtpConnection.open(server)) {
            SmtpConnection.Answer answer = connection
                    .send(TrialMail.write(from, to, clock.instant()), List.of(to))
                    .getFirst();
            if (answer.verdict() == SmtpConnection.Verdict.TAKEN) {
                return new Verdict("sent", answer.words());
            }
            throw refused(answer.words());
        } catch (MessagingException e) {
            throw refused(SmtpConnection.reason(e));
        }
    }

    private static Refusal refused(String words) {
        return Refusal.conflict("outgoing-server-refused", words.isEmpty() ? "The server gave no reason." : words);
    }

    private static @Nullable String emptyAsNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
