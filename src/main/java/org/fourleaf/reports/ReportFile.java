package org.fourleaf.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A report as a file: the same figures as on screen, under the columns' ids; the total in the last line. Nothing there is an empty cell. */
final class ReportFile {

    private static final String TOTAL = "total";
    private static final String SHEET_VERSION = "1.0";

    private final Report report;
    private final List<String> keys;

    ReportFile(Report report) {
        this.report = report;
        keys = report.rows().isEmpty()
                ? List.of(TOTAL)
                : List.copyOf(report.rows().getFirst().key().keySet());
    }

    /** RFC 4180, UTF-8. */
    void csv(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        for (List<Object> line : lines()) {
            writer.write(line.stream().map(ReportFile::quoted).collect(Collectors.joining(",")));
            writer.write("\r\n");
        }
        writer.flush();
    }

    void xlsx(OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Fourleaf", SHEET_VERSION)) {
            Worksheet sheet = book.newWorksheet(report.report());
            int row = 0;
            for (List<Object> line : lines()) {
                for (int column = 0; column < line.size(); column++) {
                    switch (line.get(column)) {
                        case Number number -> sheet.value(row, column, number);
                        case String text when text.isEmpty() -> {
                            // Nothing to say.
                        }
                        case Object text -> sheet.value(row, column, text.toString());
                    }
                }
                row++;
            }
            sheet.freezePane(keys.size(), 1);
            sheet.range(0, 0, 0, keys.size() + report.columns().size() - 1)
                    .style()
                    .bold()
                    .set();
        }
    }

    private List<List<Object>> lines() {
        List<List<Object>> lines = new ArrayList<>();
        List<Object> head = new ArrayList<>(keys);
        report.columns().forEach(column -> head.add(column.id()));
        lines.add(head);
        report.rows().forEach(row -> {
            List<Object> line = new ArrayList<>();
            keys.forEach(key -> line.add(row.key().getOrDefault(key, "")));
            line.addAll(cells(row.values()));
            lines.add(line);
        });
        List<Object> total = new ArrayList<>();
        keys.forEach(key -> total.add(total.isEmpty() ? TOTAL : ""));
        total.addAll(cells(report.total()));
        lines.add(total);
        return lines;
    }

    private List<Object> cells(Map<String, @Nullable Number> values) {
        List<Object> cells = new ArrayList<>();
        report.columns().forEach(column -> {
            Number value = values.get(column.id());
            cells.add(value == null ? "" : value);
        });
        return cells;
    }

    /** Never a formula to a spreadsheet; a number is a number. */
    private static String quoted(Object cell) {
        String text = cell.toString();
        if (cell instanceof Number) {
            return text;
        }
        String safe = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
