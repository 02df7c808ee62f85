package org.fourleaf.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourleaf.InFourleaf;
import org.fourleaf.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of every column that knows agents some module says what becomes of it when one is erased. */
@InFourleaf
class AgentTiesTest {

    /** Ids of people; other ids are called after what they are of. */
    private static final String OF_A_PERSON =
            "^((.*_)?agent_id|agents|author_id|owner_id|from_id|to_id|by_id|.*_by|winner_id|participant_id|participants|assignee_id|"
                    + "assignee_before|actor_id|buyer_id|candidates|target_id)$";

    /** Called alike, and no agents: the ticket another was merged into. */
    private static final Set<String> OF_SOMETHING_ELSE = Set.of("ticket_merge.target_id");

    private final List<AgentTie> ties;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    AgentTiesTest(@Autowired List<AgentTies> modules) {
        ties = modules.stream().flatMap(module -> module.ties().stream()).toList();
    }

    @Test
    void no_column_that_knows_agents_is_forgotten() {
        Set<String> said = ties.stream().map(AgentTiesTest::column).collect(Collectors.toCollection(TreeSet::new));
        List<String> there = Stream.concat(
                        columns(
                                "a.atttypid = any (array['uuid'::regtype, 'uuid[]'::regtype]) and a.attname ~ :what",
                                OF_A_PERSON),
                        pointing())
                .filter(column -> !OF_SOMETHING_ELSE.contains(column))
                .toList();
        assertThat(said).containsAll(there);
    }

    @Test
    void every_column_that_is_spoken_of_is_there() {
        Set<String> there = columns("a.attname ~ :what", "").collect(Collectors.toSet());
        assertThat(there).containsAll(ties.stream().map(AgentTiesTest::column).toList());
        ties.forEach(tie -> tie.words().forEach(words -> assertThat(there).contains(tie.table() + "." + words)));
    }

    @Test
    void whatever_is_kept_says_why() {
        assertThat(ties)
                .filteredOn(tie -> tie.fate() == AgentTie.Fate.KEPT)
                .allSatisfy(tie -> assertThat(tie.why()).isNotBlank());
    }

    private static String column(AgentTie tie) {
        return tie.table() + "." + tie.column();
    }

    private Stream<String> columns(String which, String what) {
        return owner.sql("""
                        select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                            and a.attnum > 0 and not a.attisdropped and\s""" + which).param("what", what).query(String.class).list().stream();
    }

    /** Columns of foreign keys to agents, whatever they are called. */
    private Stream<String> pointing() {
        return owner.sql("""
                        select c.relname || '.' || a.attname from pg_constraint k join pg_class c on c.oid = k.conrelid
                        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                        where k.contype = 'f' and k.confrelid = 'agent'::regclass and a.attname <> 'workspace_id'
                        """).query(String.class).list().stream();
    }
}
