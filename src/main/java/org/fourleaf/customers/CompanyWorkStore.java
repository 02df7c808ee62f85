package org.fourleaf.customers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers companies that go until nobody is theirs, and moves their customers. */
@Component
class CompanyWorkStore {

    private static final RowMapper<CompanyWork> WORKS = Row.as(
            row -> new CompanyWork(row.uuid("company_id"), row.uuidOrNull("into_id"), row.uuidOrNull("asked_by")));
    /** Before every name there is, and no name. */
    private static final String NO_NAME = "\u0001";

    private final JdbcClient jdbc;

    CompanyWorkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody finds it any more and its name is free; whoever is still its customer shows the name of the one it goes into. */
    void add(UUID workspace, CompanyWork work, Instant at) {
        jdbc.sql("""
                        update company c set gone_at = :at, name_key = :no || c.id, version = c.version + 1,
                            name = coalesce((select i.name from company i where i.workspace_id = :w and i.id = cast(:into as uuid)), c.name)
                        where c.workspace_id = :w and c.id = :company
                        """)
                .param("w", workspace)
                .param("company", work.company())
                .param("into", work.into())
                .param("no", NO_NAME)
                .param("at", Sql.bind(at))
                .update();
        jdbc.sql("""
                        insert into company_work (workspace_id, company_id, into_id, asked_by, asked_at)
                        values (:w, :company, cast(:into as uuid), cast(:by as uuid), :at)
                        """)
                .param("w", workspace)
                .param("company", work.company())
                .param("into", work.into())
                .param("by", work.askedBy())
                .param("at", Sql.bind(at))
                .update();
    }

    /** The oldest first. */
    List<CompanyWork> left(UUID workspace, int limit) {
        return jdbc.sql("""
                        select company_id, into_id, asked_by from company_work
                        where workspace_id = :w order by asked_at, company_id limit :limit
                        """)
                .param("w", workspace)
                .param("limit", limit)
                .query(WORKS)
                .list();
    }

    /** Held while a batch of it is done, so that two nodes don't do the same; none when somebody holds it or it is done. */
    Optional<CompanyWork> take(UUID workspace, UUID company) {
        return jdbc.sql("""
                        select company_id, into_id, asked_by from company_work
                        where workspace_id = :w and company_id = :company for update skip locked
                        """)
                .param("w", workspace)
                .param("company", company)
                .query(WORKS)
                .optional();
    }

    /** Some of its customers, the same until they were moved. */
    List<UUID> customers(UUID workspace, UUID company, int limit) {
        return jdbc.sql("""
                        select id from customer where workspace_id = :w and company_id = :company order by id limit :limit
                        """)
                .param("w", workspace)
                .param("company", company)
                .param("limit", limit)
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    void move(UUID workspace, CompanyWork work, Collection<UUID> customers) {
        jdbc.sql("""
                        update customer set company_id = cast(:into as uuid), version = version + 1
                        where workspace_id = :w and company_id = :company and id = any (array(
                            select id from customer where workspace_id = :w and id = any (:customers) order by id for update))
                        """)
                .param("w", workspace)
                .param("company", work.company())
                .param("into", work.into())
                .param("customers", Sql.bind(customers))
                .update();
    }

    /**
     * Removes the company with its work, unless somebody is its customer or another is on its way into it: then it is looked at again.
     *
     * @return whether it is gone
     */
    boolean finish(UUID workspace, UUID company) {
        // Waits for those who are just joining it, whom the next statement then sees.
        jdbc.sql("select 1 as one from company where workspace_id = :w and id = :company for update")
                .param("w", workspace)
                .param("company", company)
                .query(Row.as(row -> row.number("one")))
                .list();
        return jdbc.sql("""
                        delete from company where workspace_id = :w and id = :company
                            and not exists (select 1 from customer where workspace_id = :w and company_id = :company)
                            and not exists (select 1 from company_work where workspace_id = :w and into_id = :company)
                        """).param("w", workspace).param("company", company).update() == 1;
    }
}
