package org.fourleaf.people;

import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Does to tables what their modules say of erased agents. Tables, columns and conditions are a module's own words, never a caller's. */
@Component
class AgentTieStore {

    private static final int ROWS_AT_ONCE = 5_000;

    private final JdbcClient jdbc;

    AgentTieStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether there may be more rows */
    boolean untie(UUID workspace, ErasedAgent who, AgentTie tie) {
        return switch (tie.fate()) {
            case KEPT -> false;
            case REMOVED ->
                some("delete from " + tie.table() + " t", "t." + tie.column() + " = :agent", workspace, who, tie);
            case EMPTIED -> some(set(tie, "''"), mine(tie, " <> ''"), workspace, who, tie);
            case UNSET -> some(set(tie, "null"), mine(tie, " is not null"), workspace, who, tie);
            case TAKEN_OUT ->
                some(
                        "update " + tie.table() + " t set " + tie.column() + " = array_remove(t." + tie.column()
                                + ", :agent)",
                        ":agent = any (t." + tie.column() + ")",
                        workspace,
                        who,
                        tie);
            case UNNAMED -> {
                unname(workspace, who, tie);
                yield false;
            }
        };
    }

    private static String set(AgentTie tie, String value) {
        return "update " + tie.table() + " t set "
                + tie.words().stream().map(words -> words + " = " + value).collect(Collectors.joining(", "));
    }

    private static String mine(AgentTie tie, String said) {
        return "t." + tie.column() + " = :agent and ("
                + tie.words().stream().map(words -> "t." + words + said).collect(Collectors.joining(" or ")) + ")";
    }

    private boolean some(String act, String which, UUID workspace, ErasedAgent who, AgentTie tie) {
        String condition = "t.workspace_id = :w and " + which + (tie.only() == null ? "" : " and (" + tie.only() + ")");
        return jdbc.sql(act + " where t.workspace_id = :w and t.ctid = any (array(select t.ctid from " + tie.table()
                                + " t where " + condition + " limit :rows))")
                        .param("w", workspace)
                        .param("agent", who.agent())
                        .param("rows", ROWS_AT_ONCE)
                        .update()
                == ROWS_AT_ONCE;
    }

    private void unname(UUID workspace, ErasedAgent who, AgentTie tie) {
        String words = tie.column();
        jdbc.sql("update " + tie.table() + " set " + words + " = regexp_replace(" + words
                        + ", :named, :word, 'gi') where workspace_id = :w and " + words + " ~* :named")
                .param("w", workspace)
                .param("named", who.named())
                .param("word", who.word())
                .update();
    }
}
