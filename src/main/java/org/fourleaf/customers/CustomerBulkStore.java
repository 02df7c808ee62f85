package org.fourleaf.customers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.customers.CustomerImporting.Arriving;
import org.fourleaf.customers.CustomerImporting.Known;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds and saves many customers in one statement. */
@Component
class CustomerBulkStore {

    private record Address(String address, UUID customer, boolean primary) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CustomerBulkStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One by one inside the statement, so that the key serves, whatever the number. */
    Map<String, Known> byAddress(UUID workspace, Collection<String> addresses) {
        Map<String, Known> known = new HashMap<>();
        jdbc.sql("""
                        select n.address, c.id, c.name, c.company_id from unnest(:addresses) as n(address)
                        cross join lateral (select customer_id from customer_address
                            where workspace_id = :w and address = n.address limit 1) as a
                        cross join lateral (select id, name, company_id from customer
                            where workspace_id = :w and id = a.customer_id limit 1) as c
                        """)
                .param("w", workspace)
                .param("addresses", Sql.bind(addresses))
                .query(Row.as(row -> Map.entry(
                        row.text("address"),
                        new Known(row.uuid("id"), row.text("name"), row.uuidOrNull("company_id")))))
                .list()
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return known;
    }

    /** Each looks its own row up by key first: what is not given stays. */
    void upsert(UUID workspace, List<Arriving> arriving) {
        Columns<Arriving> columns = Columns.of(arriving);
        jdbc.sql("""
                        insert into customer as c (workspace_id, id, name, name_key, company_id, language, time_zone, notes, groups,
                            phones, fields, guessed_name)
                        select :w, n.id, coalesce(n.given, was.name, n.name),
                            case when n.given is null then coalesce(was.name_key, n.key) else n.key end,
                            coalesce(n.company, was.company_id), coalesce(n.language, was.language),
                            coalesce(n.zone, was.time_zone), coalesce(n.notes, was.notes),
                            case when n.groups is null then coalesce(was.groups, '{}')
                                else array(select jsonb_array_elements_text(n.groups)) end,
                            case when n.phones is null then coalesce(was.phones, '{}')
                                else array(select jsonb_array_elements_text(n.phones)) end,
                            coalesce(n.fields, was.fields, '{}'),
                            n.given is null and coalesce(was.guessed_name, true)
                        from unnest(:ids, :names, :keys, :given, :companies, :languages, :zones, :notes,
                            cast(:groups as jsonb[]), cast(:phones as jsonb[]), cast(:fields as jsonb[]))
                            as n(id, name, key, given, company, language, zone, notes, groups, phones, fields)
                        left join lateral (select * from customer where workspace_id = :w and id = n.id limit 1) as was on true
                        on conflict (workspace_id, id) do update set name = excluded.name, name_key = excluded.name_key,
                            company_id = excluded.company_id, language = excluded.language, time_zone = excluded.time_zone,
                            notes = excluded.notes, groups = excluded.groups, phones = excluded.phones, fields = excluded.fields,
                            guessed_name = excluded.guessed_name, version = c.version + 1
                        where (c.name, c.company_id, c.language, c.time_zone, c.notes, c.groups, c.phones, c.fields)
                            is distinct from (excluded.name, excluded.company_id, excluded.language, excluded.time_zone,
                                excluded.notes, excluded.groups, excluded.phones, excluded.fields)
                        """)
                .param("w", workspace)
                .param("ids", columns.ids(Arriving::id))
                .param("names", columns.texts(Arriving::nameOrAddress))
                .param("keys", columns.texts(customer -> Texts.key(customer.nameOrAddress())))
                .param("given", columns.texts(Arriving::name))
                .param("companies", columns.ids(Arriving::company))
                .param("languages", columns.texts(Arriving::language))
                .param("zones", columns.texts(Arriving::timeZone))
                .param("notes", columns.texts(Arriving::notes))
                .param("groups", columns.texts(customer -> list(customer.groups())))
                .param("phones", columns.texts(customer -> list(customer.phones())))
                .param("fields", columns.texts(Arriving::fieldsJson))
                .update();
    }

    /** The groups of those that came with some, as rows to list by. */
    void setGroups(UUID workspace, List<Arriving> arriving) {
        record Member(String key, UUID customer, String name) {}
        List<Arriving> grouped =
                arriving.stream().filter(customer -> customer.groups() != null).toList();
        if (grouped.isEmpty()) {
            return;
        }
        jdbc.sql("delete from customer_group where workspace_id = :w and customer_id = any (:ids)")
                .param("w", workspace)
                .param("ids", Sql.bind(grouped.stream().map(Arriving::id).toList()))
                .update();
        List<Member> members = new ArrayList<>();
        for (Arriving customer : grouped) {
            for (String group : Objects.requireNonNullElse(customer.groups(), List.<String>of())) {
                members.add(new Member(Texts.key(group), customer.id(), group));
            }
        }
        Columns<Member> columns = Columns.of(members);
        jdbc.sql("""
                        insert into customer_group (workspace_id, name_key, customer_id, name)
                        select :w, key, customer, name from unnest(:keys, :customers, :names) as n(key, customer, name)
                        on conflict do nothing
                        """)
                .param("w", workspace)
                .param("keys", columns.texts(Member::key))
                .param("customers", columns.ids(Member::customer))
                .param("names", columns.texts(Member::name))
                .update();
    }

    /** In one order everywhere, so that two imports at once wait for each other instead of dying. */
    void addAddresses(UUID workspace, List<Arriving> arriving) {
        List<Address> addresses = new ArrayList<>();
        for (Arriving customer : arriving) {
            for (int i = 0; i < customer.emails().size(); i++) {
                addresses.add(new Address(customer.emails().get(i), customer.id(), i == 0));
            }
        }
        addresses.sort(Comparator.comparing(Address::address));
        Columns<Address> columns = Columns.of(addresses);
        jdbc.sql("""
                        insert into customer_address (workspace_id, address, customer_id, is_primary)
                        select :w, address, customer, main and not exists (
                            select 1 from customer_address a where a.workspace_id = :w and a.customer_id = customer and a.is_primary)
                        from unnest(:addresses, :customers, cast(:mains as boolean[])) as n(address, customer, main)
                        on conflict do nothing
                        """)
                .param("w", workspace)
                .param("addresses", columns.texts(Address::address))
                .param("customers", columns.ids(Address::customer))
                .param("mains", columns.flags(Address::primary))
                .update();
    }

    void delete(UUID workspace, Collection<UUID> ids) {
        jdbc.sql("delete from customer where workspace_id = :w and id = any (:ids)")
                .param("w", workspace)
                .param("ids", Sql.bind(ids))
                .update();
    }

    private @Nullable String list(@Nullable List<String> texts) {
        return texts == null ? null : json.writeValueAsString(texts);
    }
}
