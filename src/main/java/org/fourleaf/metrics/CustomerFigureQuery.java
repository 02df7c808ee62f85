package org.fourleaf.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures by customer, by company and by how cases ended. */
@Component
class CustomerFigureQuery {

    private static final int WORDS_MAX = 500;

    private final JdbcClient jdbc;

    CustomerFigureQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, FigureSums> read(FigureAsk ask, boolean companies, int limit) {
        if (ask.filter().tag() != null) {
            return Map.of();
        }
        List<Figure> figures =
                ask.figures().stream().filter(Figure::isStored).sorted().toList();
        String sums = figures.stream()
                .map(figure -> ", coalesce(sum(f." + figure.column() + "), 0) as " + figure.column())
                .collect(Collectors.joining());
        String who = companies ? "f.company_id" : "f.customer_id";
        Sql sql = FigureQuery.from(
                ask,
                who + " as who" + sums,
                Stretches.quartersOf(ask.slices()),
                companies
                        ? "(select f.*, c.company_id from figure_customer f join customer c"
                                + " on c.workspace_id = f.workspace_id and c.id = f.customer_id)"
                        : "figure_customer",
                Span.QUARTER.column());
        sql.addIf(companies, "and f.company_id is not null");
        FigureQuery.narrow(ask, sql);
        Map<UUID, FigureSums> found = new LinkedHashMap<>();
        sql.add(FigureQuery.GROUP + ", " + who)
                .add(
                        "order by coalesce(sum(f.created), 0) + coalesce(sum(f.received), 0) desc, " + who + " limit ?",
                        limit)
                .on(jdbc)
                .query(Row.as(row -> {
                    FigureSums group = new FigureSums();
                    for (Figure figure : figures) {
                        group.add(figure, row.big(figure.column()));
                    }
                    found.put(row.uuid("who"), group);
                    return group;
                }))
                .list();
        return found;
    }

    Map<String, Long> dispositions(FigureAsk ask) {
        Map<String, Long> found = new LinkedHashMap<>();
        Sql sql = FigureQuery.from(
                ask,
                "f.disposition, sum(f.n) as n",
                Stretches.quartersOf(ask.slices()),
                "figure_disposition",
                Span.QUARTER.column());
        FigureQuery.narrow(ask, sql);
        sql.add(FigureQuery.GROUP + ", f.disposition order by n desc, f.disposition limit ?", WORDS_MAX)
                .on(jdbc)
                .query(Row.as(row -> found.put(row.text("disposition"), row.big("n")) == null))
                .list();
        return found;
    }
}
