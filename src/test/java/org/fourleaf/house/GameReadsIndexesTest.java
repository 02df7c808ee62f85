package org.fourleaf.house;

import java.util.List;
import java.util.UUID;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The game's lists and boards read no table that grows from its beginning to its end. */
@InFourleaf
class GameReadsIndexesTest {

    private static final List<String> GROWING = List.of(
            "act_day",
            "badge_award",
            "coaching_note",
            "coin_entry",
            "contest",
            "contest_result",
            "kudos",
            "level_grant",
            "point_day",
            "point_entry",
            "quest_done",
            "quest_progress",
            "shop_order",
            "shop_order_step",
            "wall_comment",
            "wall_entry",
            "wall_like");

    private final World world;
    private final AnswerPlans plans;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
    private UUID entry = new UUID(0, 0);

    GameReadsIndexesTest(
            @Autowired Worlds worlds, @Autowired JdbcClient jdbc, @Autowired TransactionOperations transaction) {
        world = worlds.fresh();
        plans = new AnswerPlans(world, world.olga(), jdbc, transaction);
    }

    @BeforeAll
    void manyOfEverything() {
        plans.fill("""
                insert into act_day (workspace_id, kind, day, agent_id, department_id, channel, n, measured, total, most, most_at, last_at)
                select :w, 1 + i % 36, 20000 + i % 500, case when i % 50 = 0 then cast(:olga as uuid) else gen_random_uuid() end,
                    gen_random_uuid(), 1, 1, 0, 0, 0, now(), now() from generate_series(1, :n) as i
                """);
        plans.fill("""
                insert into badge_award (workspace_id, id, badge_id, agent_id, tier, since, until, value, sample)
                select :w, gen_random_uuid(), (select id from badge where workspace_id = :w order by id offset i % 15 limit 1),
                    case when i % 50 = 0 then cast(:olga as uuid) else gen_random_uuid() end, 0, 19000 + i % 1000, 20000 + i % 1000, 1, 1
                from generate_series(1, :n) as i
                """);
        plans.fill("""
                insert into level_grant (workspace_id, agent_id, level_id, at)
                select :w, gen_random_uuid(), 'apprentice', now() from generate_series(1, :n) as i
                """);
        plans.fill("""
                insert into point_entry (workspace_id, id, agent_id, rule, points, at, day, source_kind, source_seq)
                select :w, gen_random_uuid(), case when i % 50 = 0 then cast(:olga as uuid) else gen_random_uuid() end, 'note', 1,
                    now() - i * interval '1 minute', 20000 + i % 500, 11, 1000000 + i from generate_series(1, :n) as i
                """);
        plans.fill("""
                insert into point_day (workspace_id, day, agent_id, points)
                select workspace_id, day, agent_id, sum(points) from point_entry where workspace_id = :w and :n > 0 group by 1, 2, 3
                """);
        plans.fill("""
                insert into coin_entry (workspace_id, id, agent_id, rule, coins, at, source_kind, source_seq)
                select workspace_id, id, agent_id, 'badge', 1, at, 11, source_seq from point_entry where workspace_id = :w and :n > 0
                """);
        plans.fill("""
                insert into contest (workspace_id, id, name, text, metric, direction, among, participants, first_day, last_day, team_value,
                    tie_rule, minimum_sample, prizes, created_at, opened_at, closed_at, finalised_at)
                select :w, gen_random_uuid(), 'Contest ' || i, '', 'notes', 1, 1, '{}', i % 2000, i % 2000 + 7, 1, 1, 1, '[]', now(), now(), now(),
                    now() from generate_series(1, :n) as i
                """);
        plans.fill("""
                insert into contest_result (workspace_id, contest_id, participant_id, place, rank, value, sample, last_at)
                select workspace_id, id, gen_random_uuid(), 1, 1, 1, 1, now() from contest where workspace_id = :w and :n > 0
                """);
        plans.fill("""
                insert into kudos (workspace_id, id, from_id, to_id, message, points, coins, month, at)
                select :w, gen_random_uuid(), a.id, b.id, 'Thank you', 1, 1, 1, now() - i * interval '1 minute'
                from generate_series(1, :n) as i
                join lateral (select id from agent where workspace_id = :w order by id offset i % 2 limit 1) as a on true
                join lateral (select id from agent where workspace_id = :w order by id offset 1 + i % 2 limit 1) as b on true
                """);
        plans.fill("""
                insert into wall_entry (workspace_id, id, at, kind, agent_id, subject, facts, source_seq)
                select :w, gen_random_uuid(), now() - i * interval '1 minute', 2, gen_random_uuid(), 'apprentice', '{}', 1000000 + i
                from generate_series(1, :n) as i
                """);
        plans.fill("""
                insert into wall_like (workspace_id, entry_id, agent_id, at)
                select workspace_id, id, gen_random_uuid(), at from wall_entry where workspace_id = :w and :n > 0
                """);
        plans.fill("""
                insert into wall_comment (workspace_id, id, entry_id, agent_id, at, text)
                select workspace_id, gen_random_uuid(), id, cast(:olga as uuid), at, 'Well done' from wall_entry
                where workspace_id = :w and :n > 0
                """);
        plans.fill("""
                insert into quest_done (workspace_id, agent_id, quest_id, period, at, points, coins)
                select :w, case when i % 50 = 0 then cast(:olga as uuid) else gen_random_uuid() end, 'first-week', i, now(), 1, 1
                from generate_series(1, :n) as i
                """);
        plans.fill("""
                insert into quest_progress (workspace_id, agent_id, quest_id, period, step_id, n, goal)
                select workspace_id, agent_id, quest_id, period, 'one', 1, 1 from quest_done where workspace_id = :w and :n > 0
                """);
        plans.fill("""
                insert into shop_item (workspace_id, id, name, picture, cost, approval, active)
                select :w, cast(:olga as uuid), 'A day off', 'gift', 1, true, true where :n > 0
                """);
        plans.fill("""
                insert into shop_order (workspace_id, id, item_id, item_name, agent_id, cost, state, at)
                select :w, gen_random_uuid(), cast(:olga as uuid), 'A day off', a.id, 1, 1 + i % 6, now() - i * interval '1 minute'
                from generate_series(1, :n) as i
                join lateral (select id from agent where workspace_id = :w order by id offset i % 3 limit 1) as a on true
                """);
        plans.fill("""
                insert into shop_order_step (workspace_id, order_id, place, state, at)
                select workspace_id, id, 1, state, at from shop_order where workspace_id = :w and :n > 0
                """);
        plans.fill("""
                insert into coaching_note (workspace_id, id, agent_id, author_id, kind, words, at, last_at)
                select :w, gen_random_uuid(), case when i % 50 = 0 then cast(:olga as uuid) else gen_random_uuid() end,
                    case when i % 50 = 1 then cast(:olga as uuid) else gen_random_uuid() end, 1, 'Words', now(), now() - i * interval '1 minute'
                from generate_series(1, :n) as i
                """);
        plans.fill("""
                insert into log (workspace_id, at, kind, by_kind, by_id, agent_id, ticket_id)
                select :w, now() - i * interval '1 minute', 1 + i % 36, 1, cast(:olga as uuid),
                    case when i % 50 = 0 then cast(:olga as uuid) else gen_random_uuid() end, gen_random_uuid()
                from generate_series(1, :n) as i
                """);
        plans.grow(GROWING);
        entry = owner.sql("select id from wall_entry where workspace_id = :w limit 1")
                .param("w", world.workspace())
                .query(UUID.class)
                .single();
    }

    @Test
    void ledgers_of_points_and_coins() {
        plans.assertIndexed("/api/v1/points", "select * from point_entry");
        plans.assertIndexed("/api/v1/coins", "select * from coin_entry");
    }

    @Test
    void badges_and_who_held_them() {
        plans.assertIndexed("/api/v1/badges", "select * from badge_award");
        plans.assertIndexed("/api/v1/awards", "select * from badge_award");
        plans.assertIndexed("/api/v1/awards?badge=tagger", "select * from badge_award");
        plans.assertIndexed("/api/v1/awards?agent=" + World.OLGA, "select * from badge_award");
        plans.assertIndexed("/api/v1/badges/cleaner/why", "select s.slice");
        plans.assertIndexed("/api/v1/badges/tagger/why", "select s.slice");
    }

    @Test
    void boards_of_any_period_and_why() {
        plans.assertIndexed("/api/v1/leaderboards", "select agent_id, sum(points)");
        plans.assertIndexed("/api/v1/leaderboards?metric=notes&period=30_days", "select s.slice");
        plans.assertIndexed("/api/v1/leaderboards?metric=csat&among=departments", "select s.slice");
        plans.assertIndexed("/api/v1/leaderboards/why", "select rule, sum(points)");
        plans.assertIndexed("/api/v1/leaderboards/mine?metric=notes", "select distinct day");
        plans.assertIndexed("/api/v1/leaderboards/seasons", "select day from point_day");
    }

    @Test
    void players_and_their_levels() {
        plans.assertIndexed("/api/v1/game/agents", "select agent_id, level_id");
        plans.assertIndexed("/api/v1/game/agents/me", "select agent_id, level_id");
    }

    @Test
    void contests_of_any_state() {
        plans.assertIndexed("/api/v1/contests", "select * from contest");
        for (String state : List.of("planned", "open", "closed", "finalised", "cancelled")) {
            plans.assertIndexed("/api/v1/contests?state=" + state, "select * from contest");
        }
    }

    @Test
    void kudos_of_all_from_one_and_to_one() {
        plans.assertIndexed("/api/v1/kudos", "select * from kudos");
        plans.assertIndexed("/api/v1/kudos?from=me", "select * from kudos");
        plans.assertIndexed("/api/v1/kudos?to=me", "select * from kudos");
    }

    @Test
    void the_wall_and_what_is_said_there() {
        plans.assertIndexed("/api/v1/wall", "select e.* from wall_entry");
        plans.assertIndexed("/api/v1/wall/" + entry + "/comments", "select * from wall_comment");
    }

    @Test
    void quests_and_ones_own_progress() {
        plans.assertIndexed("/api/v1/quests", "select agent_id, quest_id");
    }

    @Test
    void orders_of_all_of_a_state_and_of_an_agent() {
        plans.assertIndexed("/api/v1/shop-orders", "select * from shop_order");
        plans.assertIndexed("/api/v1/shop-orders?state=waiting", "select * from shop_order");
        plans.assertIndexed("/api/v1/shop-orders?agent=me", "select * from shop_order");
        plans.assertIndexed("/api/v1/shop", "select * from shop_item");
    }

    @Test
    void coaching_and_fair_play() {
        plans.assertIndexed("/api/v1/coaching-notes", "select * from (");
        plans.assertIndexed("/api/v1/coaching-notes?agent=" + World.ANNA, "select * from (");
        plans.assertIndexed("/api/v1/fair-play", "with acts");
    }
}
