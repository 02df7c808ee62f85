package org.fourleaf.metrics;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What the figures have to know of one case: its turns in order and its two first customer contacts. Two files of the same activities are
 * equal, in whatever order these came. Of more than {@value #EVENTS_MAX} turns the first count.
 */
record CaseFile(List<CaseEvent> events, List<Long> contacts) {

    static final CaseFile EMPTY = new CaseFile(List.of(), List.of());

    private static final int EVENTS_MAX = 5_000;
    /** Whether a case was resolved after exactly one contact is told by the first two. */
    private static final int CONTACTS_KEPT = 2;

    private static final int EVENT_BYTES = 2 + 2 * Long.BYTES + 4 * Long.BYTES;

    CaseFile {
        events = List.copyOf(events);
        contacts = List.copyOf(contacts);
    }

    CaseFile with(Collection<CaseEvent> moreEvents, Collection<Long> moreContacts) {
        List<CaseEvent> all = new ArrayList<>(events);
        all.addAll(moreEvents);
        all.sort(CaseEvent.IN_ORDER);
        List<Long> moments = new ArrayList<>(contacts);
        moments.addAll(moreContacts);
        moments.sort(null);
        return new CaseFile(
                all.subList(0, Math.min(all.size(), EVENTS_MAX)),
                moments.subList(0, Math.min(moments.size(), CONTACTS_KEPT)));
    }

    byte[] packed() {
        ByteBuffer bytes = ByteBuffer.allocate(1 + contacts.size() * Long.BYTES + events.size() * EVENT_BYTES);
        bytes.put((byte) contacts.size());
        contacts.forEach(bytes::putLong);
        for (CaseEvent event : events) {
            bytes.put((byte) event.kind().code())
                    .put((byte) event.channel())
                    .putLong(event.atMicros())
                    .putLong(event.seq());
            put(bytes, event.agent());
            put(bytes, event.department());
        }
        return bytes.array();
    }

    static CaseFile unpacked(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        Long[] contacts = new Long[bytes.get()];
        for (int i = 0; i < contacts.length; i++) {
            contacts[i] = bytes.getLong();
        }
        List<CaseEvent> events = new ArrayList<>();
        while (bytes.hasRemaining()) {
            CaseEvent.Kind kind = CaseEvent.Kind.ofCode(bytes.get());
            int channel = bytes.get();
            long at = bytes.getLong();
            long seq = bytes.getLong();
            events.add(new CaseEvent(kind, at, seq, id(bytes), id(bytes), channel));
        }
        return new CaseFile(events, Arrays.asList(contacts));
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID id(ByteBuffer bytes) {
        long most = bytes.getLong();
        return new UUID(most, bytes.getLong());
    }
}
