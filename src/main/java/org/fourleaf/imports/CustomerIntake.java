package org.fourleaf.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.customers.CustomerImporting;
import org.fourleaf.customers.CustomerImporting.Arriving;
import org.fourleaf.customers.CustomerImporting.Known;
import org.fourleaf.imports.ImportKeyStore.Claim;
import org.fourleaf.imports.ImportKeyStore.Claimed;
import org.fourleaf.imports.ImportKeyStore.Kind;
import org.fourleaf.imports.ImportKeyStore.Standing;
import org.fourleaf.people.EmailAddress;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lines that are customers. One whose address is here already is that customer. */
@Component
class CustomerIntake implements Intake {

    private static final int ADDRESSES_MAX = 50;
    private static final int PHONES_MAX = 50;
    private static final int GROUPS_MAX = 100;
    private static final int WORD_LENGTH_MAX = 100;

    private final ImportKeyStore keys;
    private final CustomerImporting customers;

    CustomerIntake(ImportKeyStore keys, CustomerImporting customers) {
        this.keys = keys;
        this.customers = customers;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CUSTOMERS;
    }

    @Override
    public Runnable prepare(Actor by, Names names, List<Line> chunk, Tally tally) {
        List<Read<Arriving>> wanted = Intake.read(chunk, tally, line -> read(line.fields(), names));
        return () -> write(by, wanted, tally);
    }

    private static Arriving read(Fields fields, Names names) {
        List<String> emails = emails(fields);
        List<String> phones = fields.linesOrNull("phones", WORD_LENGTH_MAX, PHONES_MAX);
        if (emails.isEmpty() && (phones == null || phones.isEmpty())) {
            throw fields.bad("email", "This is needed, or a phone number in phones.");
        }
        String name = fields.lineOrNull("name", Limits.NAME_LENGTH_MAX);
        String company = fields.lineOrNull("company", Limits.NAME_LENGTH_MAX);
        Arriving unmade = new Arriving(
                Ids.next(),
                emails,
                name,
                null,
                fields.languageOrNull("language"),
                fields.zoneOrNull("time_zone"),
                phones,
                fields.linesOrNull("groups", WORD_LENGTH_MAX, GROUPS_MAX),
                fields.customFieldsOrNull("fields"),
                fields.textOrNull("notes", Limits.SHORT_TEXT_LENGTH_MAX));
        fields.nothingElse();
        return with(unmade, unmade.id(), company == null ? null : names.company(company));
    }

    private static List<String> emails(Fields fields) {
        Set<String> emails = new LinkedHashSet<>();
        String first = fields.emailOrNull("email");
        if (first != null) {
            emails.add(first);
        }
        List<String> others = fields.linesOrNull("emails", Limits.EMAIL_LENGTH_MAX, ADDRESSES_MAX);
        if (others != null) {
            for (String other : others) {
                emails.add(EmailAddress.ofLenient(other)
                        .orElseThrow(() -> fields.bad("emails", "These must be e-mail addresses.")));
            }
        }
        return List.copyOf(emails);
    }

    private void write(Actor by, List<Read<Arriving>> wanted, Tally tally) {
        List<String> addresses =
                wanted.stream().flatMap(read -> read.value().emails().stream()).toList();
        Map<String, Known> known = customers.byAddress(by, addresses);
        Map<String, UUID> promised = keys.ids(by.workspace(), Kind.ADDRESS, addresses);
        Map<String, UUID> own = keys.ids(
                by.workspace(),
                Kind.CUSTOMER,
                wanted.stream().map(read -> read.line().externalId()).toList());
        Map<String, UUID> ids = new HashMap<>();
        List<Claim> claims = new ArrayList<>();
        for (Read<Arriving> read : wanted) {
            UUID id = id(read, own, known, promised, ids);
            claims.add(new Claim(read.line().externalId(), id, read.line().fingerprint()));
        }
        Map<String, Claimed> claimed = keys.claim(by.workspace(), Kind.CUSTOMER, claims);
        Map<UUID, Arriving> puts = new HashMap<>();
        for (Read<Arriving> read : wanted) {
            Claimed key = claimed.get(read.line().externalId());
            if (key == null || key.standing() == Standing.UNCHANGED) {
                tally.unchanged(1);
            } else {
                tally.imported(1);
                if (puts.put(key.id(), with(read.value(), key.id(), read.value().company())) != null) {
                    throw new BadLine("Two lines at once are the same customer.");
                }
            }
        }
        customers.put(by, List.copyOf(puts.values()));
    }

    /** The customer who came by this outside id, else who has one of the addresses, else who was promised one. */
    private static UUID id(
            Read<Arriving> read,
            Map<String, UUID> own,
            Map<String, Known> known,
            Map<String, UUID> promised,
            Map<String, UUID> inChunk) {
        UUID byId = own.get(read.line().externalId());
        for (String email : read.value().emails()) {
            Known owner = known.get(email);
            if (owner != null && byId != null && !owner.id().equals(byId)) {
                throw BadLine.at("email", "Another customer has the address " + email + ".");
            }
            UUID found = owner == null ? promised.getOrDefault(email, inChunk.get(email)) : owner.id();
            byId = byId == null ? found : byId;
        }
        UUID id = byId == null ? read.value().id() : byId;
        read.value().emails().forEach(email -> inChunk.putIfAbsent(email, id));
        return id;
    }

    private static Arriving with(Arriving read, UUID id, @Nullable UUID company) {
        return new Arriving(
                id,
                read.emails(),
                read.name(),
                company,
                read.language(),
                read.timeZone(),
                read.phones(),
                read.groups(),
                read.fieldsJson(),
                read.notes());
    }
}
