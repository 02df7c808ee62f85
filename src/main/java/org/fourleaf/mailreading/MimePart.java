package org.fourleaf.mailreading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headers of one MIME part that say what it is. Raw values are unfolded Latin-1 bytes. */
record MimePart(String type, HeaderParameters contentType, HeaderParameters disposition, List<RawHeader> raw) {

    record RawHeader(String name, String value) {}

    static MimePart of(String type, List<RawHeader> raw) {
        return new MimePart(type, parameters(raw, "content-type"), parameters(raw, "content-disposition"), raw);
    }

    private static HeaderParameters parameters(List<RawHeader> raw, String name) {
        String value = first(raw, name);
        return value == null ? HeaderParameters.NONE : HeaderParameters.parse(value);
    }

    static @Nullable String first(List<RawHeader> raw, String name) {
        for (RawHeader header : raw) {
            if (header.name().equals(name)) {
                return header.value();
            }
        }
        return null;
    }

    @Nullable
    String header(String name) {
        return first(raw, name);
    }

    boolean isAttached() {
        return disposition.value().equals("attachment");
    }

    @Nullable
    String charset() {
        return contentType.get("charset");
    }

    @Nullable
    String name() {
        String name = disposition.get("filename");
        if (name == null || name.isBlank()) {
            name = contentType.get("name");
        }
        return name == null || name.isBlank() ? null : name;
    }

    @Nullable
    String contentId() {
        String id = header("content-id");
        if (id == null) {
            return null;
        }
        String bare = MessageIds.bare(id);
        return bare.isEmpty() ? null : bare;
    }
}
