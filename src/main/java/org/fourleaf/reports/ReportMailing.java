package org.fourleaf.reports;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.email.NoticeMail;
import org.fourleaf.metrics.Figures;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.WorkspaceList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Mails kept reports when they are due. Each mail is a row until a server took it, tried again after a quarter of an hour, given up after
 * {@value #TRIES_MAX} tries; who can't be made a report of what they may see gets none.
 */
@Configuration(proxyBeanMethods = false)
class ReportMailing {

    private static final Logger LOG = LoggerFactory.getLogger(ReportMailing.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(15);
    private static final int TRIES_MAX = 20;
    private static final int AT_ONCE = 50;

    @Bean
    RecurringTask<Void> mailReports(WorkspaceList workspaces, ReportMails mails) {
        return Tasks.recurring("mail-reports", FixedDelay.of(LOOK_EVERY))
                .execute((instance, context) -> workspaces.forEach(mails::send));
    }

    @Bean
    ReportMails reportMails(
            SavedReportStore store,
            SavedReports reports,
            Figures figures,
            NoticeMail mail,
            TransactionOperations transaction,
            Clock clock) {
        return new ReportMails(store, reports, figures, mail, transaction, clock);
    }

    /** The work; called in the workspace, outside any transaction. */
    record ReportMails(
            SavedReportStore store,
            SavedReports reports,
            Figures figures,
            NoticeMail mail,
            TransactionOperations transaction,
            Clock clock) {

        void send(UUID workspace) {
            Instant now = clock.instant();
            Actor by = Actor.clock(workspace);
            transaction.executeWithoutResult(status -> store.due(workspace, now, AT_ONCE)
                    .forEach(report -> {
                        ReportSchedule schedule = Objects.requireNonNull(report.schedule());
                        store.queue(workspace, report, schedule.agents(), schedule.next(now, figures.zone(by)));
                    }));
            if (!mail.possible(by)) {
                return;
            }
            List<SavedReportStore.Due> taken = transaction.execute(
                    status -> store.take(workspace, now, now.plus(AGAIN_AFTER), TRIES_MAX, AT_ONCE));
            if (taken != null) {
                taken.forEach(due -> send(by, due));
            }
        }

        private void send(Actor by, SavedReportStore.Due due) {
            UUID workspace = by.workspace();
            Optional<SavedReport> report = transaction.execute(status -> store.find(workspace, due.report()));
            Optional<SavedReportStore.Recipient> to =
                    transaction.execute(status -> store.recipient(workspace, due.agent()));
            boolean done = report == null
                    || to == null
                    || report.isEmpty()
                    || to.isEmpty()
                    || report.get().schedule() == null
                    || sent(by, report.get(), to.get(), due);
            if (done) {
                transaction.executeWithoutResult(status -> store.sent(workspace, due));
            }
        }

        private boolean sent(Actor by, SavedReport report, SavedReportStore.Recipient to, SavedReportStore.Due due) {
            ReportSchedule.Format format =
                    Objects.requireNonNull(report.schedule()).format();
            Report made;
            try {
                made = reports.make(to.actor(), report.definition());
            } catch (Refusal refusal) {
                LOG.warn("Report {} can't be made for {}: {}", report.id(), due.agent(), refusal.getMessage());
                return true;
            }
            UUID id = UUID.nameUUIDFromBytes(
                    (report.id() + "/" + due.dueAt() + "/" + due.agent()).getBytes(StandardCharsets.UTF_8));
            String name = report.definition().report() + "." + format.json();
            return mail.send(
                    by,
                    id,
                    to.email(),
                    report.name(),
                    report.name() + "\n" + made.from() + " – " + made.to() + " (" + made.timeZone() + ")\n",
                    new NoticeMail.File(name, format.type(), bytes(made, format)));
        }

        private static byte[] bytes(Report made, ReportSchedule.Format format) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                ReportFile file = new ReportFile(made);
                switch (format) {
                    case CSV -> file.csv(out);
                    case XLSX -> file.xlsx(out);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    }
}
