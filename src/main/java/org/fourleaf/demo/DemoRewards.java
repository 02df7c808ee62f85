package org.fourleaf.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.coins.Purse;
import org.fourleaf.demo.Cast.Member;
import org.fourleaf.kudos.KudosGiving;
import org.fourleaf.platform.Actor;
import org.fourleaf.quests.QuestOffering;
import org.fourleaf.shop.ShopStocking;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bicycle shop's rewards: what coins buy, one order that waits, a quest, and thanks. Theirs are real lines, so that coins come of them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoRewards {

    private static final int WELCOME_COINS = 45;
    private static final Duration BETWEEN_THANKS = Duration.ofHours(31);
    /** The item that somebody must approve. */
    private static final int ORDERED = 2;

    private final DemoStore store;
    private final ShopStocking shop;
    private final QuestOffering quests;
    private final KudosGiving kudos;
    private final Purse purse;
    private final JsonMapper json;
    private final Clock clock;

    DemoRewards(
            DemoStore store,
            ShopStocking shop,
            QuestOffering quests,
            KudosGiving kudos,
            Purse purse,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.shop = shop;
        this.quests = quests;
        this.kudos = kudos;
        this.purse = purse;
        this.json = json;
        this.clock = clock;
    }

    void make(Actor by, Cast cast) {
        String language = store.language(by.workspace());
        JsonNode said = read();
        List<UUID> items = said.path("items")
                .valueStream()
                .map(item -> shop.stock(
                        by,
                        new ShopStocking.Article(
                                in(item.path("name"), language),
                                in(item.path("text"), language),
                                item.path("picture").asString(),
                                item.path("cost").asInt(),
                                item.path("stock").isNull()
                                        ? null
                                        : Integer.valueOf(item.path("stock").asInt()),
                                item.path("approval").asBoolean())))
                .toList();
        JsonNode quest = said.path("quest");
        quests.weekly(
                by,
                new QuestOffering.Offer(
                        in(quest.path("name"), language),
                        in(quest.path("text"), language),
                        quest.path("picture").asString(),
                        quest.path("activity").asString(),
                        quest.path("count").asInt(),
                        quest.path("points").asInt(),
                        quest.path("coins").asInt()),
                language);
        JsonNode aim = said.path("aim");
        quests.monthly(
                by,
                new QuestOffering.Aim(
                        in(aim.path("name"), language),
                        in(aim.path("text"), language),
                        aim.path("picture").asString(),
                        aim.path("metric").asString(),
                        aim.path("value").asDouble(),
                        aim.path("points").asInt(),
                        aim.path("coins").asInt()),
                language);
        String welcome = in(said.path("welcome"), language);
        purse.grant(by, cast.host().id(), WELCOME_COINS, welcome);
        thank(by, cast, said.path("kudos"), language);
        Member buyer = cast.members().getFirst();
        purse.grant(by, buyer.id(), 2 * WELCOME_COINS, welcome);
        shop.order(as(by, buyer), items.get(ORDERED), in(said.path("wish"), language));
    }

    /** In a ring, the last to whoever looks around here. */
    private void thank(Actor by, Cast cast, JsonNode words, String language) {
        List<Member> members = cast.members();
        Instant at = clock.instant().minus(BETWEEN_THANKS.multipliedBy(words.size()));
        for (int i = 0; i < words.size(); i++) {
            at = at.plus(BETWEEN_THANKS);
            UUID to = i == words.size() - 1
                    ? cast.host().id()
                    : members.get((i + 1) % members.size()).id();
            kudos.gave(as(by, members.get(i % members.size())), to, in(words.get(i), language), at);
        }
    }

    private static Actor as(Actor by, Member member) {
        return Actor.agent(by.workspace(), member.id(), member.name(), Set.of());
    }

    private static String in(JsonNode words, String language) {
        return words.path(language).asString(words.path("en").asString());
    }

    private JsonNode read() {
        try (InputStream in = new ClassPathResource("demo/rewards.json").getInputStream()) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
