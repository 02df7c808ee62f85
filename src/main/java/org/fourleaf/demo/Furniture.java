package org.fourleaf.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourleaf.choices.ChoiceEditing;
import org.fourleaf.choices.ChoiceKind;
import org.fourleaf.choices.Choices;
import org.fourleaf.people.AvatarChanging;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Texts;
import org.fourleaf.tickets.TicketImporting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What makes a desk one's own, so that whoever looks around finds it: faces, coloured tags, how cases end, finer statuses. */
@Component
class Furniture {

    /** Not everybody has a picture, here as elsewhere. */
    private static final double WITH_FACE = 0.75;

    private static final List<String> COLOURS = List.of(
            "red", "pink", "grape", "violet", "indigo", "blue", "cyan", "teal", "green", "lime", "yellow", "orange");

    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("e-bike", "Anything with a motor: battery, display, range"),
            Map.entry("warranty", "The customer asks us or the maker to stand for it"),
            Map.entry("repair", "Something comes into the workshop"),
            Map.entry("refund", "Money goes back"),
            Map.entry("tracking", "Where is my parcel?"),
            Map.entry("carrier", "The fault is with the carrier: claim it back"),
            Map.entry("quote", "Asks for a price before buying"),
            Map.entry("damage", "Arrived broken; pictures needed"),
            Map.entry("safety", "Somebody could get hurt: answer first"),
            Map.entry("account", "Login, address, newsletter"),
            Map.entry("spare-parts", "Looks for a part, with or without its number"),
            Map.entry("tyres", "Sizes, tubeless, valves"));

    private static final List<String> ENDINGS =
            List.of("Answered", "Refunded", "Replaced", "Repaired", "Sold", "Not our fault", "Gave up");

    private static final List<Map.Entry<String, String>> SUB_STATUSES = List.of(
            Map.entry("Waiting for carrier", "pending"),
            Map.entry("Waiting for supplier", "pending"),
            Map.entry("In the workshop", "pending"),
            Map.entry("Offer sent", "answered"),
            Map.entry("Second level", "open"));

    private final AvatarChanging avatars;
    private final Choices choices;
    private final ChoiceEditing editing;
    private final TicketImporting tickets;

    Furniture(AvatarChanging avatars, Choices choices, ChoiceEditing editing, TicketImporting tickets) {
        this.avatars = avatars;
        this.choices = choices;
        this.editing = editing;
        this.tickets = tickets;
    }

    /** Also when it was begun before: what is there stays. */
    @Transactional
    public void arrange(Actor by, Cast cast) {
        cast.tags()
                .forEach((name, tag) -> tickets.dressTag(
                        by, tag, COLOURS.get(Math.floorMod(name.hashCode(), COLOURS.size())), TAGS.get(name)));
        add(
                by,
                ChoiceKind.DISPOSITION,
                ENDINGS.stream().map(name -> Map.entry(name, "")).toList());
        add(by, ChoiceKind.SUB_STATUS, SUB_STATUSES);
        for (Cast.Member member : cast.members()) {
            Chance chance = new Chance(member.name().hashCode());
            if (chance.happens(WITH_FACE)) {
                // A face is one's own to choose.
                avatars.put(
                        Actor.agent(by.workspace(), member.id(), member.name(), Set.of()),
                        member.id(),
                        DemoFace.draw(chance));
            }
        }
    }

    private void add(Actor by, ChoiceKind kind, List<Map.Entry<String, String>> words) {
        Set<String> known = new HashSet<>();
        choices.of(by, kind).forEach(choice -> known.add(Texts.key(choice.name())));
        words.stream()
                .filter(word -> !known.contains(Texts.key(word.getKey())))
                .forEach(word -> editing.add(by, kind, word.getKey(), Texts.orNull(word.getValue())));
    }
}
