package org.fourleaf.rules;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.conditions.Conditions;
import org.fourleaf.conditions.Surroundings;
import org.fourleaf.conditions.TicketField;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.language.TextLanguage;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.tickets.Direction;
import org.fourleaf.tickets.Ticket;
import org.jspecify.annotations.Nullable;

/** One event and all around it; each thing is read once, when the first condition asks. */
final class EventSurroundings implements Surroundings {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int WEEKDAY_LETTERS = 3;

    private final EventQuery query;
    private final Actor by;
    private final Ticket ticket;
    private final RuleEvent event;
    private final Instant now;
    private final Map<String, List<String>> read = new HashMap<>();
    private Optional<EventQuery.Said> said = Optional.empty();
    private boolean askedForWords;

    EventSurroundings(EventQuery query, Actor by, Ticket ticket, RuleEvent event, Instant now) {
        this.query = query;
        this.by = by;
        this.ticket = ticket;
        this.event = event;
        this.now = now;
    }

    @Override
    public List<String> texts(TicketField field, @Nullable String key) {
        return read.computeIfAbsent(field + "." + key, name -> look(field, key));
    }

    private List<String> look(TicketField field, @Nullable String key) {
        UUID workspace = by.workspace();
        return switch (field) {
            case BODY ->
                said().map(EventQuery.Said::text).filter(text -> !text.isBlank()).stream()
                        .toList();
            case FROM -> said().map(EventQuery.Said::from).orElse(List.of());
            case TO -> said().map(EventQuery.Said::to).orElse(List.of());
            case CC -> said().map(EventQuery.Said::cc).orElse(List.of());
            case HEADER ->
                said().map(EventQuery.Said::hash)
                        .map(hash -> query.header(workspace, hash, Objects.requireNonNull(key)))
                        .orElse(List.of());
            case DIRECTION ->
                event.id("message") == null
                        ? List.of()
                        : said().map(message -> message.direction() == Direction.IN ? "in" : "out").stream()
                                .toList();
            case LANGUAGE ->
                said().map(EventQuery.Said::text).flatMap(TextLanguage::of).stream()
                        .toList();
            case COUNTRY -> countries();
            case CALL_NUMBER ->
                query.callNumber(workspace, ticket.id()).stream().toList();
            case STATUS_BEFORE ->
                event.kind() == ActivityKind.TICKET_STATUS_CHANGED && event.text("from") != null
                        ? List.of(Objects.requireNonNull(event.text("from")))
                        : List.of();
            case ASSIGNEE_PRESENCE ->
                ticket.assignee() == null
                        ? List.of()
                        : List.of(query.presence(workspace, ticket.assignee()).orElse("offline"));
            case ACTOR ->
                event.byId() == null
                        ? List.of(Conditions.word(event.byKind()))
                        : List.of(Conditions.word(event.byKind()), event.byId().toString());
            case QUEUE_LENGTH -> List.of(String.valueOf(query.queueLength(workspace, ticket.department())));
            case DELIVERY ->
                event.kind() == ActivityKind.DELIVERY_CHANGED && event.text("state") != null
                        ? List.of(Objects.requireNonNull(event.text("state")))
                        : query.delivery(workspace, ticket.id()).stream().toList();
            case RATING ->
                event.kind() == ActivityKind.RATING_GIVEN && event.text("rating") != null
                        ? List.of(Objects.requireNonNull(event.text("rating")))
                        : query.rating(workspace, ticket.id()).stream().toList();
            case NOW_DATE -> List.of(local().toLocalDate().toString());
            case NOW_WEEKDAY -> List.of(EventQuery.lower(local().getDayOfWeek()).substring(0, WEEKDAY_LETTERS));
            case NOW_TIME -> List.of(CLOCK.format(local()));
            case BUSINESS_HOURS -> List.of(String.valueOf(query.isOpen(by, ticket.department(), now)));
            default -> throw new IllegalArgumentException(field.json() + " is the ticket's own");
        };
    }

    private Optional<EventQuery.Said> said() {
        if (!askedForWords) {
            askedForWords = true;
            said = query.said(by.workspace(), ticket.id(), event.id("message"));
        }
        return said;
    }

    private ZonedDateTime local() {
        return now.atZone(ZoneId.of(query.timeZone(by.workspace())));
    }

    /** A number without its country tells none. */
    private List<String> countries() {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        return query.phones(by.workspace(), ticket.customer()).stream()
                .<String>mapMulti((phone, into) -> {
                    try {
                        String region = numbers.getRegionCodeForNumber(numbers.parse(phone, null));
                        if (region != null) {
                            into.accept(region.toLowerCase(Locale.ROOT));
                        }
                    } catch (NumberParseException e) {
                        // Nobody says which country was meant.
                    }
                })
                .distinct()
                .toList();
    }
}
