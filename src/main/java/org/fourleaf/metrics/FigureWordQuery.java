package org.fourleaf.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.log.ActivityKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is counted by a word. */
@Component
class FigureWordQuery {

    private static final int WORDS_MAX = 2_000;

    private final JdbcClient jdbc;

    FigureWordQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The most frequent first, at most {@value #WORDS_MAX}. */
    List<WordCount> read(FigureAsk ask, Collection<ActivityKind> kinds) {
        List<WordCount> found = new ArrayList<>();
        var sql = FigureQuery.from(
                ask,
                "f.kind, f.name, f.word, sum(f.n) as n, sum(f.timed) as timed, sum(f.seconds) as seconds",
                Stretches.quartersOf(ask.slices()),
                "figure_word",
                Span.QUARTER.column());
        sql.add(
                "and f.kind = any (cast(? as smallint[]))",
                FigureQuery.numbers(kinds.stream().map(ActivityKind::code).toList()));
        FigureQuery.narrow(ask, sql);
        sql.add(
                        FigureQuery.GROUP + ", f.kind, f.name, f.word order by n desc, f.kind, f.name, f.word limit ?",
                        WORDS_MAX)
                .on(jdbc)
                .query(Row.as(row -> found.add(new WordCount(
                        ActivityKind.ofCode(row.number("kind")),
                        row.text("name"),
                        row.text("word"),
                        row.big("n"),
                        row.big("timed"),
                        row.big("seconds")))))
                .list();
        return found;
    }
}
