package org.fourleaf.imports;

/** A line that can't go in, with the reason its sender reads. */
final class BadLine extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadLine(String reason) {
        super(reason, null, false, false);
    }

    /** @param field as in {@code customer.email} or {@code messages[2].at} */
    static BadLine at(String field, String words) {
        return new BadLine(field + ": " + words);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
