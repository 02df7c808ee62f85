package org.fourleaf.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which outside id is what here. A key is claimed by the transaction that brings its line in; one without a fingerprint is a promise:
 * an activity named a ticket or customer that has not come yet and gets this id when it does.
 *
 * <p>Keys are always taken in the order of their outside ids, so that imports of the same file at once wait for each other and don't
 * deadlock. Many are looked up one by one inside a statement ({@code lateral}), so that the key serves, whatever the number.
 */
@Component
class ImportKeyStore {

    /** Codes are stored. */
    enum Kind {
        AGENT(1),
        CUSTOMER(2),
        TICKET(3),
        ACTIVITY(4),
        /** A customer known by address only: the outside id is the address. */
        ADDRESS(5);

        private final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    /** An outside id with the id it shall have here. */
    record Claim(String externalId, UUID id, @Nullable String fingerprint) {}

    /** How a line stands to what is here. */
    enum Standing {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /** @param id may be another than was claimed: the key was taken or promised before */
    record Claimed(UUID id, Standing standing) {}

    private record Key(String externalId, UUID id, @Nullable String fingerprint) {}

    private final JdbcClient jdbc;

    ImportKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes keys for lines that have a fingerprint each. */
    Map<String, Claimed> claim(UUID workspace, Kind kind, List<Claim> claims) {
        Map<String, Claimed> claimed = new HashMap<>();
        for (Key key : insertOrRedeem(workspace, kind, claims)) {
            claimed.put(key.externalId, new Claimed(key.id, Standing.NEW));
        }
        List<Claim> rest = claims.stream()
                .filter(claim -> !claimed.containsKey(claim.externalId))
                .toList();
        if (rest.isEmpty()) {
            return claimed;
        }
        Map<String, Key> known = find(workspace, kind, rest);
        List<Claim> changed = new ArrayList<>();
        for (Claim claim : rest) {
            Key key = known.get(claim.externalId);
            if (key != null) {
                boolean same = String.valueOf(claim.fingerprint).equals(key.fingerprint);
                claimed.put(claim.externalId, new Claimed(key.id, same ? Standing.UNCHANGED : Standing.CHANGED));
                if (!same) {
                    changed.add(claim);
                }
            }
        }
        refresh(workspace, kind, changed);
        return claimed;
    }

    /** Takes keys that nobody has; those that somebody had before are left out of the answer. */
    Set<String> claimNew(UUID workspace, Kind kind, Collection<String> externalIds, UUID id) {
        List<String> sorted = externalIds.stream().sorted().toList();
        return new HashSet<>(jdbc.sql("""
                        insert into import_key (workspace_id, kind, external_id, id)
                        select :w, :kind, external_id, :id from unnest(:externalIds) as external_id
                        on conflict do nothing returning external_id
                        """)
                .param("w", workspace)
                .param("kind", kind.code)
                .param("id", id)
                .param("externalIds", Sql.bind(sorted))
                .query(Row.as(row -> row.text("external_id")))
                .list());
    }

    /** The ids of these, promising one to each that has none. */
    Map<String, UUID> promise(UUID workspace, Kind kind, List<Claim> claims) {
        Map<String, UUID> ids = ids(workspace, kind, externalIds(claims));
        List<Claim> missing = claims.stream()
                .filter(claim -> !ids.containsKey(claim.externalId))
                .toList();
        if (missing.isEmpty()) {
            return ids;
        }
        List<Claim> sorted = sorted(missing);
        Columns<Claim> columns = Columns.of(sorted);
        jdbc.sql("""
                        insert into import_key (workspace_id, kind, external_id, id)
                        select :w, :kind, k.* from unnest(:externalIds, :ids) as k on conflict do nothing
                        """)
                .param("w", workspace)
                .param("kind", kind.code)
                .param("externalIds", columns.texts(Claim::externalId))
                .param("ids", columns.ids(Claim::id))
                .update();
        return ids(workspace, kind, externalIds(claims));
    }

    /** Unknown ones are left out. */
    Map<String, UUID> ids(UUID workspace, Kind kind, Collection<String> externalIds) {
        Map<String, UUID> ids = new HashMap<>();
        if (!externalIds.isEmpty()) {
            jdbc.sql("""
                            select n.external_id, k.id from unnest(:externalIds) as n(external_id)
                            cross join lateral (select id from import_key
                                where workspace_id = :w and kind = :kind and external_id = n.external_id limit 1) as k
                            """)
                    .param("w", workspace)
                    .param("kind", kind.code)
                    .param("externalIds", Sql.bind(externalIds))
                    .query(Row.as(row -> Map.entry(row.text("external_id"), row.uuid("id"))))
                    .list()
                    .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        }
        return ids;
    }

    /** The outside ids of what is here, the first where there are several. */
    @Transactional(readOnly = true)
    Map<UUID, String> externalIds(UUID workspace, Kind kind, Collection<UUID> ids) {
        Map<UUID, String> externalIds = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            select id, min(external_id) as external_id from import_key
                            where workspace_id = :w and kind = :kind and id = any (:ids) group by id
                            """)
                    .param("w", workspace)
                    .param("kind", kind.code)
                    .param("ids", Sql.bind(ids))
                    .query(Row.as(row -> Map.entry(row.uuid("id"), row.text("external_id"))))
                    .list()
                    .forEach(entry -> externalIds.put(entry.getKey(), entry.getValue()));
        }
        return externalIds;
    }

    private List<Key> insertOrRedeem(UUID workspace, Kind kind, List<Claim> claims) {
        Columns<Claim> columns = Columns.of(sorted(claims));
        return jdbc.sql("""
                        insert into import_key as k (workspace_id, kind, external_id, id, fingerprint)
                        select :w, :kind, external_id, id, decode(print, 'hex')
                        from unnest(:externalIds, :ids, :prints) as n(external_id, id, print)
                        on conflict (workspace_id, kind, external_id) do update set fingerprint = excluded.fingerprint
                            where k.fingerprint is null
                        returning external_id, id, encode(fingerprint, 'hex') as print
                        """)
                .param("w", workspace)
                .param("kind", kind.code)
                .param("externalIds", columns.texts(Claim::externalId))
                .param("ids", columns.ids(Claim::id))
                .param("prints", columns.texts(Claim::fingerprint))
                .query(Row.as(row -> new Key(row.text("external_id"), row.uuid("id"), row.textOrNull("print"))))
                .list();
    }

    private Map<String, Key> find(UUID workspace, Kind kind, List<Claim> claims) {
        Map<String, Key> known = new HashMap<>();
        jdbc.sql("""
                        select n.external_id, k.id, encode(k.fingerprint, 'hex') as print
                        from (select unnest(:externalIds) as external_id order by 1) as n
                        cross join lateral (select id, fingerprint from import_key
                            where workspace_id = :w and kind = :kind and external_id = n.external_id limit 1 for update) as k
                        """)
                .param("w", workspace)
                .param("kind", kind.code)
                .param("externalIds", Sql.bind(externalIds(claims)))
                .query(Row.as(row -> new Key(row.text("external_id"), row.uuid("id"), row.textOrNull("print"))))
                .list()
                .forEach(key -> known.put(key.externalId, key));
        return known;
    }

    private void refresh(UUID workspace, Kind kind, List<Claim> changed) {
        Columns<Claim> columns = Columns.of(changed);
        jdbc.sql("""
                        update import_key k set fingerprint = decode(n.print, 'hex')
                        from unnest(:externalIds, :prints) as n(external_id, print)
                        where k.workspace_id = :w and k.kind = :kind and k.external_id = n.external_id
                        """)
                .param("w", workspace)
                .param("kind", kind.code)
                .param("externalIds", columns.texts(Claim::externalId))
                .param("prints", columns.texts(Claim::fingerprint))
                .update();
    }

    private static List<Claim> sorted(List<Claim> claims) {
        return claims.stream().sorted(Comparator.comparing(Claim::externalId)).toList();
    }

    private static List<String> externalIds(List<Claim> claims) {
        return claims.stream().map(Claim::externalId).toList();
    }
}
