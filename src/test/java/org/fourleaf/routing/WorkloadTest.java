package org.fourleaf.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.fourleaf.tickets.TicketCard;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final TicketCard.Named SUPPORT = new TicketCard.Named(new UUID(0, 1), "Support");

    @Test
    void over_its_limit_is_more_waiting_than_those_present_clear_in_a_day() {
        Workload two = load(42, 2, week(8, 12));
        assertThat(two.perAgentDay()).isEqualTo(3);
        assertThat(two.clearsPerDay()).isEqualTo(6);
        assertThat(two.arrivesPerDay()).isEqualTo(2);
        assertThat(two.overloaded()).isTrue();
        assertThat(two.daysToClear()).isEqualTo(10.5);
        assertThat(two.formula()).isEqualTo("overloaded = backlog > resolved / agent_days * present");
        assertThat(load(6, 2, week(8, 12)).overloaded()).isFalse();
        assertThat(load(7, 2, week(8, 12)).overloaded()).isTrue();
    }

    @Test
    void where_more_comes_than_goes_it_never_ends() {
        assertThat(load(42, 0, week(8, 12)).daysToClear()).isNull();
        assertThat(load(0, 2, week(8, 12)).overloaded()).isFalse();
    }

    @Test
    void without_history_there_is_no_limit_and_no_warning() {
        Workload fresh = Workload.of(SUPPORT, new WorkloadStore.Counted(99, 0, 0, 3, 1, 0), week(0, 0), TODAY);
        assertThat(fresh.perAgentDay()).isNull();
        assertThat(fresh.clearsPerDay()).isNull();
        assertThat(fresh.overloaded()).isFalse();
        assertThat(fresh.overOn()).isNull();
    }

    @Test
    void the_forecast_adds_and_takes_each_weekday_s_average() {
        Workload growing = load(4, 4, week(20, 8));
        assertThat(growing.forecast().stream().map(Workload.Ahead::backlog))
                .containsExactly(7.0, 10.0, 13.0, 16.0, 19.0, 22.0, 25.0);
        // Four solvers clear twelve a day.
        assertThat(growing.overOn()).isEqualTo(LocalDate.parse("2026-03-05"));
        assertThat(growing.forecast().getFirst().date()).isEqualTo(LocalDate.parse("2026-03-03"));
        assertThat(load(1, 4, week(0, 8)).forecast().getLast().backlog()).isZero();
    }

    private static Workload load(long backlog, long present, List<WorkloadStore.Weekday> week) {
        return Workload.of(SUPPORT, new WorkloadStore.Counted(backlog, 60, 20, 4, present, 56), week, TODAY);
    }

    /** Every weekday alike, over the four weeks counted. */
    private static List<WorkloadStore.Weekday> week(long arrived, long resolved) {
        return Collections.nCopies(7, new WorkloadStore.Weekday(arrived, resolved));
    }
}
