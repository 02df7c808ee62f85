package org.fourleaf.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:15:00Z");

    @ParameterizedTest
    @CsvSource({
        "NEW, false, NEW",
        "OPEN, true, OPEN",
        "ANSWERED, true, OPEN",
        "PENDING, true, OPEN",
        "PENDING, false, NEW",
        "POSTPONED, true, OPEN",
        "POSTPONED, false, NEW",
        "RESOLVED, true, OPEN",
        "SPAM, false, SPAM",
        "CHATTING, true, CHATTING",
    })
    void a_customers_message_moves_a_ticket(TicketStatus from, boolean answered, TicketStatus to) {
        assertThat(ticket(from, answered, null).afterCustomerMessage()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({"13, 14, true", "14, 14, false", "15, 14, false", "0, 0, false"})
    void a_resolved_ticket_takes_replies_within_the_reopen_window(long daysAfter, int window, boolean takes) {
        Ticket resolved = ticket(TicketStatus.ANSWERED, true, null).withStatus(TicketStatus.RESOLVED, NOW, null);
        assertThat(resolved.takesReplyAt(NOW.plus(Duration.ofDays(daysAfter)), window))
                .isEqualTo(takes);
    }

    @Test
    void a_reopen_window_without_days_is_for_ever() {
        Ticket resolved = ticket(TicketStatus.ANSWERED, true, null).withStatus(TicketStatus.RESOLVED, NOW, null);
        assertThat(resolved.takesReplyAt(NOW.plus(Duration.ofDays(4_000)), null))
                .isTrue();
    }

    @Test
    void a_deleted_ticket_takes_no_replies() {
        assertThat(ticket(TicketStatus.DELETED, false, null).takesReplyAt(NOW, null))
                .isFalse();
    }

    @Test
    void a_merged_ticket_refuses_every_write() {
        Ticket merged = ticket(TicketStatus.OPEN, true, UUID.randomUUID());
        assertThatThrownBy(merged::mustBeWritable)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("merged"));
    }

    @ParameterizedTest
    @CsvSource({"DELETED, RESOLVED", "DELETED, POSTPONED", "SPAM, PENDING", "OPEN, CHATTING", "OPEN, CALLING"})
    void some_ways_do_not_exist(TicketStatus from, TicketStatus to) {
        assertThatThrownBy(() -> ticket(from, true, null).checkCanBecome(to)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_restored_ticket_is_back_where_it_was() {
        Ticket answered = ticket(TicketStatus.ANSWERED, true, null);
        assertThat(answered.withStatus(TicketStatus.SPAM, NOW, null).restored()).isEqualTo(TicketStatus.ANSWERED);
    }

    @Test
    void answer_times_are_measured_from_when_the_status_began() {
        Ticket open =
                ticket(TicketStatus.ANSWERED, true, null).withStatus(TicketStatus.OPEN, NOW.plusSeconds(60), null);
        assertThat(open.statusSince()).isEqualTo(NOW.plusSeconds(60));
    }

    private static Ticket ticket(TicketStatus status, boolean answered, @Nullable UUID mergedInto) {
        return new Ticket(
                UUID.randomUUID(),
                TicketCode.draw(),
                "Broken printer",
                status,
                Priority.NORMAL,
                "question",
                UUID.randomUUID(),
                null,
                UUID.randomUUID(),
                null,
                Channel.EMAIL,
                null,
                NOW,
                NOW,
                NOW,
                NOW.plus(Ticket.ANSWER_TIME_DEFAULT),
                null,
                null,
                null,
                answered ? NOW : null,
                null,
                null,
                mergedInto,
                null,
                "",
                1,
                false,
                TicketSla.NONE,
                null,
                1);
    }
}
