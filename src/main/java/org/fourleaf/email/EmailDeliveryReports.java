package org.fourleaf.email;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.tickets.DeliveryReports;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known of each answer sent by mail, recipient by recipient. */
@Component
@Transactional(readOnly = true)
class EmailDeliveryReports implements DeliveryReports {

    private final OutboxStore outbox;

    EmailDeliveryReports(OutboxStore outbox) {
        this.outbox = outbox;
    }

    @Override
    public Map<UUID, List<Report>> of(UUID workspace, Collection<UUID> messages) {
        return outbox.ofMessages(workspace, messages).stream()
                .collect(Collectors.toMap(OutboundMail::message, EmailDeliveryReports::reports));
    }

    static List<Report> reports(OutboundMail mail) {
        if (mail.recipients().isEmpty()) {
            return List.of(new Report("", mail.state(), mail.report(), mail.queuedAt()));
        }
        return mail.recipients().stream()
                .map(recipient -> new Report(
                        recipient.address(),
                        recipient.state(),
                        recipient.report() == null ? mail.report() : recipient.report(),
                        recipient.at()))
                .toList();
    }
}
