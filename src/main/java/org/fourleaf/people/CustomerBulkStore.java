package org.fourleaf.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.people.CustomerImporting.Arriving;
import org.fourleaf.people.CustomerImporting.Known;
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

    Map<String, Known> byAddress(UUID workspace, Collection<String> addresses) {
        Map<String, Known> known = new HashMap<>();
        jdbc.sql("""
                        select a.address, c.id, c.name, c.company_id from customer_address a
                        join customer c on c.workspace_id = :w and c.id = a.customer_id
                        where a.workspace_id = :w and a.address = any (:addresses)
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

    void upsert(UUID workspace, List<Arriving> arriving) {
        Columns<Arriving> columns = Columns.of(arriving);
        jdbc.sql("""
                        with wanted as (
                            select * from unnest(:ids, :names, :keys, :given, :companies, :languages, :zones, :notes,
                                cast(:groups as jsonb[]), cast(:phones as jsonb[]), cast(:fields as jsonb[]))
                                as c(id, name, key, given, company, language, zone, notes, groups, phones, fields))
                        merge into customer c using wanted n on c.workspace_id = :w and c.id = n.id
                        when matched and (n.given is not null and n.name <> c.name or n.company <> c.company_id
                                or n.company is not null and c.company_id is null
                                or coalesce(n.language, c.language) is distinct from c.language
                                or coalesce(n.zone, c.time_zone) is distinct from c.time_zone
                                or coalesce(n.notes, c.notes) is distinct from c.notes
                                or coalesce(n.groups, to_jsonb(c.groups)) <> to_jsonb(c.groups)
                                or coalesce(n.phones, to_jsonb(c.phones)) <> to_jsonb(c.phones)
                                or coalesce(n.fields, c.fields) <> c.fields) then update set
                            name = case when n.given is null then c.name else n.name end,
                            name_key = case when n.given is null then c.name_key else n.key end,
                            company_id = coalesce(n.company, c.company_id), language = coalesce(n.language, c.language),
                            time_zone = coalesce(n.zone, c.time_zone), notes = coalesce(n.notes, c.notes),
                            groups = case when n.groups is null then c.groups
                                else array(select jsonb_array_elements_text(n.groups)) end,
                            phones = case when n.phones is null then c.phones
                                else array(select jsonb_array_elements_text(n.phones)) end,
                            fields = coalesce(n.fields, c.fields), version = c.version + 1
                        when not matched then insert (workspace_id, id, name, name_key, company_id, language, time_zone, notes,
                                groups, phones, fields)
                            values (:w, n.id, n.name, n.key, n.company, n.language, n.zone, n.notes,
                                array(select jsonb_array_elements_text(coalesce(n.groups, '[]'))),
                                array(select jsonb_array_elements_text(coalesce(n.phones, '[]'))), coalesce(n.fields, '{}'))
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

    /** Of customers just added: those whose address somebody else took at the same moment. */
    void deleteWithoutAddress(UUID workspace, Collection<UUID> ids) {
        jdbc.sql("""
                        delete from customer c where c.workspace_id = :w and c.id = any (:ids) and not exists (
                            select 1 from customer_address a where a.workspace_id = :w and a.customer_id = c.id)
                        """).param("w", workspace).param("ids", Sql.bind(ids)).update();
    }

    private @Nullable String list(@Nullable List<String> texts) {
        return texts == null ? null : json.writeValueAsString(texts);
    }
}
