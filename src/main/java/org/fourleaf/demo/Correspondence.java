package org.fourleaf.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.calendars.BusinessHours;
import org.fourleaf.demo.Cast.Member;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.html.HtmlCleaning;
import org.fourleaf.platform.html.HtmlText;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.tickets.Attachment;
import org.fourleaf.tickets.Content;
import org.fourleaf.tickets.DeliveryState;
import org.fourleaf.tickets.Direction;
import org.fourleaf.tickets.Message;
import org.fourleaf.tickets.MessageType;
import org.fourleaf.tickets.PastTicket.PastMessage;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/** What is said in one ticket: the messages of both sides, with files, and the facts that saying it leaves. */
final class Correspondence {

    private static final double RESOLVES_AT_ONCE = 0.12;

    private final Cast cast;
    private final Script script;
    private final Cast.Person customer;
    private final Filling filling;
    private final Diary diary;
    private final Chance chance;
    private final UUID ticket;
    private final List<PastMessage> messages = new ArrayList<>();
    private @Nullable Instant firstAnswerAt;
    private int agentMessages;

    Correspondence(
            Cast cast, Script script, Cast.Person customer, Filling filling, Diary diary, Chance chance, UUID ticket) {
        this.cast = cast;
        this.script = script;
        this.customer = customer;
        this.filling = filling;
        this.diary = diary;
        this.chance = chance;
        this.ticket = ticket;
    }

    List<PastMessage> messages() {
        return messages;
    }

    int agentMessages() {
        return agentMessages;
    }

    @Nullable
    Instant firstAnswerAt() {
        return firstAnswerAt;
    }

    /** @param owner whose ticket it is by then; whoever signed up writes the notes of a ticket without one */
    void say(Script.Turn turn, Instant at, @Nullable Member owner) {
        switch (turn.from()) {
            case "customer" -> customerSays(turn, at, owner);
            case "agent" -> agentSays(turn, at, Objects.requireNonNull(owner));
            default -> note(Objects.requireNonNullElse(owner, cast.host()), filling.fill(turn.text(), "", at), at);
        }
    }

    private void customerSays(Script.Turn turn, Instant at, @Nullable Member owner) {
        String text = filling.fill(turn.text(), "", at);
        Content content = Boolean.TRUE.equals(turn.html()) ? cleaned(text) : Content.plain(text);
        UUID message = message(MessageType.MESSAGE, Direction.IN, author(), at, content, turn.files(), null);
        if (!script.is("chat")) {
            diary.write(
                    at,
                    ActivityKind.MESSAGE_RECEIVED,
                    owner == null ? null : owner.id(),
                    Diary.facts().put("message", message.toString()));
            if (diary.status() != TicketStatus.NEW) {
                diary.become(TicketStatus.OPEN, at, null);
            }
        }
    }

    private void agentSays(Script.Turn turn, Instant at, Member member) {
        String text = filling.fill(turn.text(), member.who().alias(), at);
        Content content = script.is("chat") ? Content.plain(text) : Content.written(text, AgentMarkup.html(text));
        DeliveryState delivery = script.is("chat") ? null : DeliveryState.SENT;
        UUID message = message(MessageType.REPLY, Direction.OUT, author(member), at, content, turn.files(), delivery);
        agentMessages++;
        if (script.is("chat")) {
            return;
        }
        int read = (int) (text.length() * chance.between(0.12, 0.45) * member.slowness()) + chance.from(15, 90);
        diary.write(at, ActivityKind.TICKET_VIEWED, member.id(), Diary.facts().put("seconds", read));
        var facts =
                Diary.facts().put("message", message.toString()).put("length", text.codePointCount(0, text.length()));
        if (diary.status().isWaiting()) {
            facts.put("answers", diary.status().json())
                    .put(
                            "seconds",
                            Math.max(0, Duration.between(diary.since(), at).toSeconds()));
            BusinessHours hours = cast.hours().get(diary.department());
            if (hours != null) {
                facts.put("business_seconds", hours.measure(diary.since(), at));
            }
        }
        diary.write(at, ActivityKind.MESSAGE_SENT, member.id(), facts);
        diary.become(TicketStatus.ANSWERED, at, member.id());
        firstAnswerAt = firstAnswerAt == null ? at : firstAnswerAt;
        if (chance.happens(RESOLVES_AT_ONCE)) {
            diary.become(TicketStatus.RESOLVED, at.plusSeconds(1), member.id());
        }
    }

    void note(Member by, String text, Instant at) {
        UUID message =
                message(MessageType.NOTE, Direction.INTERNAL, author(by), at, Content.plain(text), List.of(), null);
        diary.write(at, ActivityKind.NOTE_ADDED, by.id(), Diary.facts().put("message", message.toString()));
    }

    private UUID message(
            MessageType type,
            Direction direction,
            Message.Author author,
            Instant at,
            Content content,
            List<String> files,
            @Nullable DeliveryState delivery) {
        UUID message = chance.id(at);
        List<Attachment> attached = files.stream()
                .map(name -> attached(Objects.requireNonNull(cast.files().get(name)), author, at))
                .toList();
        messages.add(new PastMessage(message, type, direction, author, at, content, attached, delivery));
        return message;
    }

    private Attachment attached(Attachment file, Message.Author author, Instant at) {
        UUID by = author.kind() == Actor.Kind.AGENT ? author.id() : null;
        return new Attachment(chance.id(at), file.name(), file.type(), file.size(), false, file.hash(), ticket, by);
    }

    private Message.Author author() {
        return new Message.Author(
                Actor.Kind.CUSTOMER,
                customer.id(),
                customer.who().name(),
                customer.who().email());
    }

    private static Message.Author author(Member member) {
        return new Message.Author(Actor.Kind.AGENT, member.id(), member.name(), null);
    }

    private static Content cleaned(String html) {
        HtmlCleaning.CleanHtml clean = HtmlCleaning.clean(html, contentId -> null);
        return new Content(
                Texts.clean(HtmlText.toText(clean.html())),
                null,
                null,
                clean.html(),
                null,
                null,
                clean.hasRemoteContent());
    }
}
