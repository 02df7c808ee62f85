package org.fourleaf.templates;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which mail of the desk's own a text is for. Codes are stored: never change one. */
public enum TemplateKind {
    AUTO_ANSWER(1, false),
    OUT_OF_HOURS(2, false),
    HOLIDAY(3, false),
    INVITATION(4, true),
    PASSWORD_RESET(5, true),
    SURVEY(6, false);

    /** Without it nobody comes in. */
    public static final String LINK = "access.link";

    /** Without it there is nothing to answer. */
    public static final String QUESTION = "survey.question";

    private static final Set<String> OF_A_TICKET = Set.of(
            "customer.name",
            "customer.first_name",
            "customer.email",
            "ticket.code",
            "ticket.subject",
            "company.name",
            "department.name",
            "department.hours");
    private static final Set<String> OF_A_SURVEY =
            Stream.concat(OF_A_TICKET.stream(), Stream.of(QUESTION)).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> OF_AN_ACCESS = Set.of("agent.name", "company.name", LINK);

    private final int code;
    private final boolean toAgents;

    TemplateKind(int code, boolean toAgents) {
        this.code = code;
        this.toAgents = toAgents;
    }

    int code() {
        return code;
    }

    /** What may stand in it in braces. */
    Set<String> variables() {
        return toAgents ? OF_AN_ACCESS : this == SURVEY ? OF_A_SURVEY : OF_A_TICKET;
    }

    /** Goes to agents, so no department has one of its own. */
    boolean isToAgents() {
        return toAgents;
    }

    /** Others answer in a ticket and take over its subject. */
    boolean hasSubject() {
        return toAgents || this == SURVEY;
    }

    /** The variable without which the mail would be for nothing, if there is one. */
    @Nullable
    String needed() {
        return toAgents ? LINK : this == SURVEY ? QUESTION : null;
    }

    @JsonCreator
    static TemplateKind read(String name) {
        return ofJson(name).orElseThrow(() -> new IllegalArgumentException("no kind of mail: " + name));
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TemplateKind ofCode(int code) {
        return values()[code - 1];
    }

    static Optional<TemplateKind> ofJson(String name) {
        for (TemplateKind kind : values()) {
            if (kind.json().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
