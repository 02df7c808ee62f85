package org.fourleaf.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTextTest {

    private static final String WORD =
            "<w:document xmlns:w=\"w\"><w:p><w:r><w:t>Prin</w:t></w:r><w:r><w:t>ter</w:t></w:r></w:p>"
                    + "<w:p><w:r><w:t>manual</w:t></w:r></w:p></w:document>";

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void plain_text_is_read_in_what_it_is_written_in() throws IOException {
        assertThat(read("a.txt", "Žodžiai".getBytes(StandardCharsets.UTF_8))).isEqualTo("Žodžiai");
        assertThat(read("a.csv", "caf\u00e9;1".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("café;1");
        assertThat(read("a.log", "\ufeffλέξεις".getBytes(StandardCharsets.UTF_16LE)))
                .contains("λέξεις");
        assertThat(read("big.txt", "ąč ".repeat(2_000_000).getBytes(StandardCharsets.UTF_8)))
                .hasSizeLessThanOrEqualTo(FileText.TEXT_LENGTH_MAX)
                .startsWith("ąč ąč");
    }

    @Test
    void html_gives_its_words_and_no_script() throws IOException {
        assertThat(read("a.html", "<p>Hello <b>you</b><script>evil()</script>".getBytes(StandardCharsets.UTF_8)))
                .contains("Hello you")
                .doesNotContain("evil");
    }

    @Test
    void office_documents_give_whole_words() throws IOException {
        assertThat(read("a.docx", zip(Map.of("word/document.xml", WORD))))
                .contains("Printer")
                .contains("manual");
        assertThat(read(
                        "a.xlsx",
                        zip(Map.of("xl/sharedStrings.xml", "<sst><si><t>one</t></si><si><t>two</t></si></sst>"))))
                .contains("one two");
        assertThat(read("a.pptx", zip(Map.of("ppt/slides/slide1.xml", "<a:p xmlns:a='a'><a:t>slide</a:t></a:p>"))))
                .contains("slide");
        assertThat(read("a.ods", zip(Map.of("content.xml", "<c xmlns:text='t'><text:p>cell</text:p></c>"))))
                .contains("cell");
    }

    @Test
    void an_entity_reads_no_file_and_explodes_not() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "topsecret");
        String entity = "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><d>word &x; end</d>";
        assertThat(readOrNothing("a.docx", zip(Map.of("word/document.xml", entity))))
                .doesNotContain("topsecret");
        StringBuilder laughs = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"&a")
                    .append(i - 1)
                    .append(";&a")
                    .append(i - 1)
                    .append(";\">");
        }
        laughs.append("]><d>&a29;</d>");
        assertThat(readOrNothing("b.docx", zip(Map.of("word/document.xml", laughs.toString()))))
                .hasSizeLessThan(1_000);
    }

    @Test
    void a_zip_bomb_is_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/media/bomb"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThatThrownBy(() -> read("a.docx", bytes.toByteArray())).isInstanceOf(FileText.Unreadable.class);
        String deep = "<a>".repeat(100_000);
        assertThatThrownBy(() -> read("b.docx", zip(Map.of("word/document.xml", deep))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void broken_files_have_no_words() {
        for (String name : new String[] {"a.docx", "a.pdf", "a.xlsx"}) {
            assertThatThrownBy(() -> read(name, "no such thing".getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> read(name, new byte[0])).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> read("a.pdf", "%PDF-1.7\n1 0 obj <<>>\ntrailer".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_pdf_is_read_a_locked_one_and_a_bomb_are_not() throws IOException {
        assertThat(read("a.pdf", pdf(false))).contains("Warranty card");
        assertThatThrownBy(() -> read("locked.pdf", pdf(true))).isInstanceOf(FileText.Unreadable.class);
        assertThatThrownBy(() -> read("bomb.pdf", pdfBomb())).isInstanceOf(FileText.Unreadable.class);
    }

    private String read(String name, byte[] bytes) throws IOException {
        return FileText.of(Files.write(folder.resolve(name), bytes), name);
    }

    private String readOrNothing(String name, byte[] bytes) {
        try {
            return read(name, bytes);
        } catch (IOException e) {
            return "";
        }
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] pdf(boolean locked) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText("Warranty card");
                content.endText();
            }
            if (locked) {
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] pdfBomb() throws IOException {
        byte[] zeros = new byte[100 * 1024 * 1024];
        Deflater deflater = new Deflater(9);
        deflater.setInput(zeros);
        deflater.finish();
        byte[] packed = new byte[1024 * 1024];
        int length = deflater.deflate(packed);
        deflater.end();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(("%PDF-1.4\n1 0 obj\n<</Length " + length + "/Filter/FlateDecode>>\nstream\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(packed, 0, length);
        bytes.write("\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }
}
