package org.fourleaf.players;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.game.PersonalRecords;
import org.fourleaf.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agent gets everything the game keeps about them, and nobody else's. */
@InFourleaf
class PersonalRecordsTest {

    /** Tables whose names begin so belong to the game. */
    private static final String OF_THE_GAME =
            "^(act|badge|level|point|draw|coin|kudos|shop|quest|contest|wall|coaching|goal|fair|board)(_|$)";

    private final Worlds worlds;
    private final List<PersonalRecords> modules;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    PersonalRecordsTest(@Autowired Worlds worlds, @Autowired List<PersonalRecords> modules) {
        this.worlds = worlds;
        this.modules = modules;
    }

    @Test
    void every_table_of_the_game_that_knows_an_agent_is_in_it() {
        Set<String> said = new TreeSet<>();
        modules.forEach(module -> module.tables()
                .forEach(table -> table.agents().forEach(column -> said.add(table.name() + "." + column))));
        List<String> there =
                owner.sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema = 'public' and data_type = 'uuid' and table_name ~ :mine
                            and column_name in ('agent_id', 'winner_id', 'from_id', 'to_id', 'author_id', 'buyer_id')
                        """).param("mine", OF_THE_GAME).query(String.class).list();
        assertThat(said).containsAll(there);
    }

    @Test
    void agents_get_their_own_and_whoever_manages_agents_anybodys() {
        World world = worlds.fresh();
        owner.sql("""
                        insert into point_day (workspace_id, day, agent_id, points) values (:w, 20000, :anna, 7), (:w, 20000, :bram, 9)
                        """)
                .param("w", world.workspace())
                .param("anna", world.agentId(World.ANNA))
                .param("bram", world.agentId(World.BRAM))
                .update();
        String mine =
                world.anna().get("/api/v1/game/agents/me/records").mustBe(200).string();
        assertThat(mine)
                .contains("\"section\": \"points_by_day\"", "\"points\": 7")
                .doesNotContain("\"points\": 9");
        assertThat(world.olga()
                        .get("/api/v1/game/agents/" + World.BRAM + "/records")
                        .mustBe(200)
                        .string())
                .contains("\"points\": 9");
        world.anna().get("/api/v1/game/agents/" + World.BRAM + "/records").mustRefuse(403, "permission-missing");
    }
}
