package org.fourleaf.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.fourleaf.platform.Limits;
import org.fourleaf.tickets.Priority;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing a rule does, as it is written and as it is stored; which parts it has hangs on its type. Stored ones name things by id.
 *
 * @param department where it is transferred to, or whose members are told
 * @param assign {@code keep} (as long as the owner may see it), {@code unassigned}, {@code least_busy}, {@code last_agent}, or an agent
 * @param agents who is told or gets something: agents, or the word for whoever owns the ticket
 * @param html with variables such as {@code {customer.first_name}}
 * @param keepStatus of an answer: the ticket stays where it is, and the answer does not count as one
 * @param seconds how long it is postponed
 * @param text what is said in a chat, with variables
 * @param predefinedAnswer what is answered instead of {@code html}: in the customer's language
 * @param points awarded to each of {@code agents}
 * @param badge its slug
 * @param ticket the code of the ticket it is merged into, or {@code linked}: the one it follows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleAction(
        @NotNull ActionKind type,
        @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String department,

        @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String assign,

        @Nullable @Size(max = LIST_MAX) List<@NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String> tags,
        @Nullable ObjectNode fields,
        @Nullable Priority priority,

        @Nullable @Size(max = Limits.SUBJECT_LENGTH_MAX) String subject,

        @Nullable @Size(max = HTML_LENGTH_MAX) String html,
        @Nullable Boolean keepStatus,
        @Nullable @Size(max = LIST_MAX) List<@NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String> to,
        @Nullable @Size(max = LIST_MAX) List<@NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String> agents,
        @Nullable Long seconds,

        @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String disposition,

        @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String ticket,

        @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String rule,

        @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String webhook,

        @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String text,

        @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String slaLevel,
        @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String predefinedAnswer,
        @Nullable Integer points,
        @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String badge) {

    static final int LIST_MAX = 50;
    static final int HTML_LENGTH_MAX = 100_000;
}
