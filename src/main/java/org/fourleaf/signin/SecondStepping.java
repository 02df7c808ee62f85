package org.fourleaf.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Quota;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The second step of signing in. Wrong codes are counted per step, which ends after {@value SignInStep#FAILURES_MAX}, and per agent,
 * wherever they come from: six digits must not be tried through by beginning again and again.
 */
@Component
class SecondStepping {

    private static final int FAILURES_MAX = 15;
    private static final Duration COUNTED_FOR = Duration.ofMinutes(15);
    private static final int TRIES_AT_ONCE = 40;
    private static final int TRIES_PER_MINUTE = 10;

    private final SecondStepRecords records;
    private final Clock clock;
    private final Quota tries = new Quota(TRIES_AT_ONCE, TRIES_PER_MINUTE, Duration.ofMinutes(1));

    SecondStepping(SecondStepRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    SecondStepRecords.Waiting waiting(UUID workspace, @Nullable String binding, SignInStep.Kind kind) {
        return binding == null
                ? fail()
                : records.find(workspace, binding, kind, clock.instant()).orElseGet(SecondStepping::fail);
    }

    private static SecondStepRecords.Waiting fail() {
        throw over();
    }

    static Refusal over() {
        return Refusal.of(
                Refusal.Kind.UNAUTHENTICATED,
                "sign-in-step-over",
                "This step of signing in is over: begin again with the password.");
    }

    SignInRecords.Opened enter(UUID workspace, @Nullable String binding, String code, Browser browser) {
        SecondStepRecords.Waiting waiting = allowed(workspace, binding, SignInStep.Kind.SECOND_FACTOR, browser);
        Instant now = clock.instant();
        return records.enter(workspace, String.valueOf(binding), waiting, code, browser, now)
                .orElseThrow(() -> {
                    records.refused(workspace, waiting, browser.address(), now);
                    return Refusal.of(
                            Refusal.Kind.UNAUTHENTICATED,
                            "wrong-code",
                            "This code is wrong, or was used before. Wait for the next one.");
                });
    }

    SecondFactors.Offer begin(UUID workspace, @Nullable String binding, Browser browser) {
        return records.begin(workspace, allowed(workspace, binding, SignInStep.Kind.ENROLMENT, browser));
    }

    SecondStepRecords.Enrolled enrol(UUID workspace, @Nullable String binding, String code, Browser browser) {
        SecondStepRecords.Waiting waiting = allowed(workspace, binding, SignInStep.Kind.ENROLMENT, browser);
        return records.enrol(workspace, String.valueOf(binding), waiting, code, browser, clock.instant());
    }

    private SecondStepRecords.Waiting allowed(
            UUID workspace, @Nullable String binding, SignInStep.Kind kind, Browser browser) {
        if (!tries.take(browser.address())) {
            throw tooMany();
        }
        SecondStepRecords.Waiting waiting = waiting(workspace, binding, kind);
        Instant since = clock.instant().minus(COUNTED_FOR);
        if (records.failures(workspace, waiting.agent().id(), browser.address(), since) >= FAILURES_MAX) {
            throw tooMany();
        }
        return waiting;
    }

    private static Refusal tooMany() {
        return Refusal.of(
                Refusal.Kind.TOO_MANY, "too-many-sign-ins", "Too many wrong tries. Wait a quarter of an hour.");
    }
}
