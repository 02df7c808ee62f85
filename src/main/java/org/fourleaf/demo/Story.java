package org.fourleaf.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.demo.Cast.Duty;
import org.fourleaf.demo.Cast.Member;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.tickets.Channel;
import org.fourleaf.tickets.PastTicket;
import org.fourleaf.tickets.Priority;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * One script played by one customer at one time: answers come when somebody is at work, everything that happens is in the diary, and
 * what would come after now has not happened yet.
 */
final class Story {

    private static final double FIRST_TO_SUPPORT = 0.09;
    private static final double COLLEAGUE_NOTES = 0.1;
    private static final Duration CALL_MAX = Duration.ofHours(1);
    private static final int NIGHT_ENDS_HOUR = 7;

    private final Cast cast;
    private final Company company;
    private final Script script;
    private final Cast.Person customer;
    private final Instant now;
    private final Chance chance;
    private final Filling filling;
    private final Diary diary;
    private final UUID id;
    private final Instant start;
    private final Channel channel;
    private final Correspondence letters;
    private final Calls calls;
    private @Nullable Member owner;
    private @Nullable Instant postponedUntil;
    private Instant last;
    private boolean isWhole = true;

    Story(Cast cast, Company company, Script script, Cast.Person customer, Instant start, Instant now, Chance chance) {
        this.cast = cast;
        this.company = company;
        this.script = script;
        this.customer = customer;
        this.now = now;
        this.chance = chance;
        this.channel = Objects.requireNonNull(Channel.named(script.channel()));
        this.filling = new Filling(
                Objects.requireNonNull(
                        company.staff().formats().get(customer.who().language())),
                customer.who(),
                chance);
        this.start = isLive() ? whenSomebodyIsThere(start) : start;
        this.last = this.start;
        this.id = chance.id(this.start);
        boolean detour = !isLive() && !script.isSpam() && chance.happens(FIRST_TO_SUPPORT);
        this.diary = new Diary(
                id,
                customer,
                cast.department(detour ? "support" : script.department()),
                channel,
                this.start,
                now,
                chance);
        this.letters = new Correspondence(cast, script, customer, filling, diary, chance, id);
        this.calls = new Calls(diary, customer, chance);
    }

    /** False for one that would begin only after now. */
    boolean play() {
        if (start.isAfter(now)) {
            return false;
        }
        diary.write(start, ActivityKind.TICKET_CREATED, null);
        if (script.isSpam()) {
            say(script.turns().getFirst(), start);
            diary.become(TicketStatus.SPAM, start.plus(chance.seconds(20, 90)), null);
            return true;
        }
        if (isLive()) {
            playLive();
        } else {
            playLetters();
        }
        end();
        new Verdict(script, diary, chance).give(start, last, letters.firstAnswerAt(), isLive(), owner);
        return true;
    }

    /** The owner who signed up takes it. */
    void giveTo(Member host) {
        Instant at = last.plusSeconds(chance.from(60, 1_800));
        if (at.isBefore(now)) {
            owner = host;
            assigned(at, host, true);
        }
    }

    boolean isWaiting() {
        return diary.status().isWaiting() && owner == null;
    }

    Instant start() {
        return start;
    }

    Diary diary() {
        return diary;
    }

    PastTicket ticket() {
        Set<UUID> tags = new HashSet<>();
        if (owner != null || script.isSpam()) {
            script.tags()
                    .forEach(tag -> tags.add(Objects.requireNonNull(cast.tags().get(tag))));
        }
        boolean resolved = diary.status() == TicketStatus.RESOLVED;
        return new PastTicket(
                id,
                filling.fill(script.subject(), "", start),
                diary.status(),
                Priority.valueOf(script.priority().toUpperCase(Locale.ROOT)),
                script.type(),
                diary.department(),
                owner == null ? null : owner.id(),
                customer.id(),
                customer.company(),
                channel,
                start,
                resolved ? diary.since() : null,
                null,
                diary.status() == TicketStatus.POSTPONED ? postponedUntil : null,
                null,
                "{}",
                tags,
                letters.messages());
    }

    private boolean isLive() {
        return script.is("chat") || script.is("call");
    }

    private Instant whenSomebodyIsThere(Instant wanted) {
        Duty duty = cast.nextFor(script.department(), language(), wanted, chance);
        if (duty == null) {
            return wanted;
        }
        owner = duty.member();
        return duty.at().equals(wanted) ? wanted : duty.at().plus(chance.seconds(60, 3_600));
    }

    private void playLetters() {
        for (Script.Turn turn : script.turns()) {
            Instant at = turn.from().equals("customer") ? customerTime(turn) : agentTime(turn);
            if (at == null || at.isAfter(now)) {
                isWhole = false;
                return;
            }
            say(turn, at);
            last = at;
        }
    }

    private Instant customerTime(Script.Turn turn) {
        if (letters.messages().isEmpty()) {
            return start;
        }
        Instant at = last.plusSeconds((long) (turn.after().toSeconds() * chance.between(0.6, 1.5)) + 30);
        ZonedDateTime local = at.atZone(customer.who().timeZone());
        return local.getHour() < NIGHT_ENDS_HOUR
                ? at.plusSeconds(3_600L * (NIGHT_ENDS_HOUR - local.getHour()) + chance.from(0, 3_600))
                : at;
    }

    private @Nullable Instant agentTime(Script.Turn turn) {
        double pace = owner == null ? 1 : owner.slowness();
        Instant wanted = last.plusSeconds((long) (turn.after().toSeconds() * pace * chance.between(0.5, 1.6)) + 20);
        if (owner == null && !diary.department().equals(cast.department(script.department()))) {
            Duty sorting = cast.nextFor("support", language(), wanted, chance);
            if (sorting == null || sorting.at().isAfter(now)) {
                return null;
            }
            diary.transfer(sorting.at(), sorting.member().id(), cast.department(script.department()));
            wanted = sorting.at().plus(chance.seconds(300, 3_000));
        }
        if (owner == null) {
            Duty duty = cast.nextFor(script.department(), language(), wanted, chance);
            if (duty == null || duty.at().isAfter(now)) {
                return null;
            }
            Instant taken = duty.at().equals(wanted) ? wanted : duty.at().plus(chance.seconds(60, 5_400));
            Instant answer = duty.member().rota().next(taken.plus(chance.seconds(120, 900)));
            if (answer == null || answer.isAfter(now)) {
                return null;
            }
            owner = duty.member();
            assigned(taken, owner, true);
            tag(taken);
            return answer;
        }
        Instant at = owner.rota().next(wanted);
        return at == null || at.equals(wanted) ? at : at.plus(chance.seconds(60, 4_200));
    }

    private void assigned(Instant at, Member member, boolean first) {
        var facts = Diary.facts();
        if (first) {
            facts.put("seconds", diary.secondsSinceCreated(at));
        }
        diary.write(at, ActivityKind.TICKET_ASSIGNED, member.id(), facts);
    }

    private void tag(Instant at) {
        UUID by = Objects.requireNonNull(owner).id();
        for (String tag : script.tags()) {
            diary.write(
                    at.plusSeconds(20),
                    ActivityKind.TICKET_TAGGED,
                    by,
                    Diary.facts()
                            .put(
                                    "tag",
                                    Objects.requireNonNull(cast.tags().get(tag)).toString()));
        }
    }

    /** A chat or a call: it happens while somebody is there, or is missed. */
    private void playLive() {
        Member member = owner;
        if (script.is("chat")) {
            playChat(member);
        } else if (script.isMissedCall() || member == null) {
            int waited = chance.from(8, 95);
            diary.write(start, ActivityKind.CALL_STARTED, null, calls.called("in", start));
            if (member != null && member.rota().isOnline(start)) {
                diary.write(start.plusSeconds(2), ActivityKind.CALL_OFFERED, member.id());
                diary.write(start.plusSeconds(Math.min(25, waited)), ActivityKind.CALL_MISSED, member.id());
            }
            diary.write(
                    start.plusSeconds(waited),
                    ActivityKind.CALL_ABANDONED,
                    null,
                    Diary.facts().put("waited", waited));
            say(script.turns().getFirst(), start.plusSeconds(waited));
            owner = null;
            callBack(start.plusSeconds(waited));
        } else {
            last = calls.talk(member, start, talkSeconds(), true);
            diary.become(TicketStatus.ANSWERED, last, member.id());
            assigned(start.plusSeconds(20), member, true);
            tag(last);
            playRest(member);
        }
    }

    /** Whoever was missed is called back when somebody has time. */
    private void callBack(Instant missed) {
        Duty duty = cast.nextFor(script.department(), language(), missed.plus(chance.seconds(900, 30_000)), chance);
        if (duty == null || !duty.at().isBefore(now.minus(CALL_MAX))) {
            return;
        }
        owner = duty.member();
        assigned(duty.at(), owner, true);
        tag(duty.at());
        last = calls.talk(owner, duty.at().plusSeconds(40), chance.from(60, 600), false);
        diary.become(TicketStatus.ANSWERED, last, owner.id());
        diary.become(TicketStatus.RESOLVED, last.plus(chance.seconds(20, 200)), owner.id());
    }

    private int talkSeconds() {
        int written = script.turns().stream()
                .mapToInt(turn -> turn.talkSeconds() == null ? 0 : turn.talkSeconds())
                .sum();
        return Math.max(25, (int) (written * chance.between(0.5, 1.6)));
    }

    private void playRest(Member member) {
        for (Script.Turn turn : script.turns()) {
            Instant at = letters.messages().isEmpty()
                    ? last.plusSeconds(20)
                    : member.rota()
                            .next(last.plusSeconds((long) (turn.after().toSeconds() * chance.between(0.5, 1.5))));
            if (at == null || at.isAfter(now)) {
                isWhole = false;
                return;
            }
            say(turn, at);
            last = at;
        }
    }

    private void playChat(@Nullable Member member) {
        diary.write(start, ActivityKind.CHAT_STARTED, null);
        int ringing = chance.from(3, 28);
        int waited = ringing + chance.from(0, 40);
        if (member == null) {
            diary.write(
                    start.plusSeconds(120),
                    ActivityKind.CHAT_ABANDONED,
                    null,
                    Diary.facts().put("waited", 120));
            say(script.turns().getFirst(), start);
            callBack(start.plusSeconds(120));
            return;
        }
        diary.write(start.plusSeconds(waited - (long) ringing), ActivityKind.CHAT_OFFERED, member.id());
        diary.write(
                start.plusSeconds(waited),
                ActivityKind.CHAT_ACCEPTED,
                member.id(),
                Diary.facts().put("seconds", ringing).put("waited", waited));
        assigned(start.plusSeconds(waited), member, true);
        diary.become(TicketStatus.CHATTING, start.plusSeconds(waited), member.id());
        last = start.plusSeconds(waited);
        for (Script.Turn turn : script.turns()) {
            Instant at = letters.messages().isEmpty() ? start : last.plus(turn.after());
            say(turn, at.isAfter(now) ? now : at);
            last = at.isBefore(last) ? last : at;
        }
        last = last.plus(chance.seconds(15, 120));
        diary.write(
                last,
                ActivityKind.CHAT_ENDED,
                member.id(),
                Diary.facts()
                        .put("seconds", Duration.between(start, last).toSeconds() - waited)
                        .put("messages", letters.messages().size())
                        .put("agent_messages", letters.agentMessages()));
        tag(last);
        diary.become(TicketStatus.ANSWERED, last.isAfter(now) ? now : last, member.id());
    }

    private void say(Script.Turn turn, Instant at) {
        letters.say(turn, at, owner);
    }

    private String language() {
        return customer.who().language();
    }

    /** What happens after the last words: the state the script says, and in time everything is resolved. */
    private void end() {
        if (owner == null || !isWhole) {
            return;
        }
        Member member = owner;
        if (chance.happens(COLLEAGUE_NOTES)) {
            Member colleague = chance.of(cast.members());
            Instant at = colleague.rota().next(last.plus(chance.seconds(300, 9_000)));
            if (at != null && !at.isAfter(now)) {
                letters.note(
                        colleague,
                        chance.of(Objects.requireNonNull(company.notes().get(language()))),
                        at);
            }
        }
        if (chance.happens(Calls.BY_CUSTOMER) && customer.who().phone() != null) {
            call(member, true);
        } else if (chance.happens(Calls.BY_AGENT)) {
            call(member, false);
        }
        boolean old = Duration.between(last, now).toDays() > chance.from(3, 8);
        switch (script.state()) {
            case "resolved" -> resolve(member, last.plus(script.is("chat") ? Duration.ZERO : chance.untilResolved()));
            case "pending" -> diary.become(TicketStatus.PENDING, last.plusSeconds(60), member.id());
            case "postponed" -> {
                postponedUntil = now.plus(chance.seconds(40_000, 400_000));
                diary.become(TicketStatus.POSTPONED, last.plusSeconds(60), member.id());
            }
            default -> {}
        }
        if (old && diary.status() != TicketStatus.RESOLVED) {
            resolve(member, last.plus(Duration.ofDays(chance.from(2, 6))));
        }
    }

    private void resolve(Member member, Instant wanted) {
        Instant at = member.rota().next(wanted);
        if (at != null && !at.isAfter(now)) {
            diary.become(TicketStatus.RESOLVED, at, member.id());
            last = at;
        }
    }

    private void call(Member member, boolean incoming) {
        Instant at = member.rota().next(last.plus(chance.seconds(600, 20_000)));
        if (at != null && at.isBefore(now.minus(CALL_MAX)) && diary.status() != TicketStatus.RESOLVED) {
            calls.talk(member, at, chance.from(40, 700), incoming);
        }
    }
}
