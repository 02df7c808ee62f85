package org.fourleaf.notifications;

import java.util.UUID;
import org.fourleaf.badges.BadgeNames;
import org.fourleaf.contests.ContestPeople;
import org.fourleaf.kudos.KudosBook;
import org.fourleaf.levels.LevelNames;
import org.fourleaf.platform.Texts;
import org.fourleaf.quests.Quests;
import org.fourleaf.shop.Orders;
import org.springframework.stereotype.Component;

/** What the game's things are called in a notification: badges, levels and quests by name, kudos by what they say, orders by their item. */
@Component
class PrizeNames {

    private static final int MESSAGE_LENGTH_MAX = 140;

    private final BadgeNames badges;
    private final LevelNames levels;
    private final Quests quests;
    private final KudosBook kudos;
    private final Orders orders;
    private final ContestPeople contests;

    PrizeNames(
            BadgeNames badges,
            LevelNames levels,
            Quests quests,
            KudosBook kudos,
            Orders orders,
            ContestPeople contests) {
        this.badges = badges;
        this.levels = levels;
        this.quests = quests;
        this.kudos = kudos;
        this.orders = orders;
        this.contests = contests;
    }

    String of(UUID workspace, NotificationKind kind, String id, String language) {
        return switch (kind) {
            case LEVEL_REACHED -> levels.of(workspace, id, language);
            case CONTEST_OPENED, CONTEST_WON -> contests.name(workspace, UUID.fromString(id));
            case WALL_COMMENTED, COACHED, COACHING_ANSWERED, GOAL_SET, PRAISED -> "";
            case QUEST_COMPLETED, QUEST_UNDONE -> quests.name(workspace, id, language);
            case KUDOS_RECEIVED ->
                Texts.cut(kudos.message(workspace, UUID.fromString(id)).orElse(""), MESSAGE_LENGTH_MAX);
            case ORDER_PLACED, ORDER_CHANGED ->
                orders.itemName(workspace, UUID.fromString(id), language).orElse("");
            default -> badges.of(workspace, id, language);
        };
    }
}
