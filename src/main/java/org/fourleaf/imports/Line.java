package org.fourleaf.imports;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One line of a file: a JSON object with an outside id. @param number counted from 1 */
record Line(long number, byte[] bytes, ObjectNode node, String externalId) {

    private static final int EXTERNAL_ID_LENGTH_MAX = 200;
    /** Half a SHA-256 tells two versions of a line apart and takes half the room. */
    private static final int FINGERPRINT_BYTES = 16;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** @throws BadLine when it is no such object */
    static Line of(long number, byte[] bytes) {
        JsonNode node;
        try {
            node = JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw new BadLine("This is not one JSON object.");
        }
        if (!(node instanceof ObjectNode object)) {
            throw new BadLine("This is not one JSON object.");
        }
        return new Line(number, bytes, object, new Fields(object).line("external_id", EXTERNAL_ID_LENGTH_MAX));
    }

    Fields fields() {
        Fields fields = new Fields(node);
        fields.line("external_id", EXTERNAL_ID_LENGTH_MAX);
        return fields;
    }

    /** In hexadecimal: the same line has the same one. */
    String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, FINGERPRINT_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
